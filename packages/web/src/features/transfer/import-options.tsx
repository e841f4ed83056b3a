import type { Organization } from '@rapport/contract/auth.api';
import { ChevronRight } from 'lucide-react';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { ZoneInput } from '../../ui/zone-input.tsx';
import type { ImportOptions } from './upload.ts';

const FORMATS = [
  { value: 'auto', label: 'Find out by itself' },
  { value: 'sms_backup', label: 'SMS Backup & Restore' },
  { value: 'whatsapp', label: 'WhatsApp chat' },
  { value: 'json_lines', label: 'JSON Lines' },
] as const;

const DATE_ORDERS = [
  { value: 'auto', label: 'Find out by itself' },
  { value: 'dmy', label: 'Day first: 31/12/2025' },
  { value: 'mdy', label: 'Month first: 12/31/2025' },
] as const;

/** Rarely needed: how the next files are read. */
export const ImportOptionsForm = ({
  value,
  onChange,
  organization,
}: {
  value: ImportOptions;
  onChange: (value: ImportOptions) => void;
  organization: Organization;
}) => {
  const set = (change: ImportOptions) => onChange({ ...value, ...change });
  const changed = Object.values(value).filter(Boolean).length;
  return (
    <details className="group rounded-xl border border-line bg-raised">
      <summary className="flex h-10 list-none items-center gap-2 rounded-xl px-4 font-medium hover:bg-hover">
        <ChevronRight
          aria-hidden
          className="size-4 text-ink-faint transition-transform group-open:rotate-90"
        />
        Options
        <span className="font-normal text-ink-muted">
          {changed === 0 ? 'Most files need none' : `${changed} set, for the next files you add`}
        </span>
      </summary>
      <div className="grid gap-4 px-4 pt-2 pb-5 md:grid-cols-2">
        <Field label="Format">
          {(control) => (
            <Select
              {...control}
              value={value.format ?? 'auto'}
              options={FORMATS}
              onChange={(format) => set({ format: format === 'auto' ? undefined : format })}
            />
          )}
        </Field>
        <Field label="Dates in a WhatsApp chat">
          {(control) => (
            <Select
              {...control}
              value={value.date_order ?? 'auto'}
              options={DATE_ORDERS}
              onChange={(order) => set({ date_order: order === 'auto' ? undefined : order })}
            />
          )}
        </Field>
        <Field label="Time zone" hint={`Of times without one. ${organization.timezone} if empty.`}>
          {(control) => (
            <ZoneInput
              {...control}
              value={value.timezone ?? ''}
              placeholder={organization.timezone}
              onChange={({ target }) => set({ timezone: target.value })}
            />
          )}
        </Field>
        <Field
          label="Contact’s phone"
          hint="For a WhatsApp chat that shows a name only. One chat at a time."
        >
          {(control) => (
            <Input
              {...control}
              type="tel"
              maxLength={60}
              value={value.contact_phone ?? ''}
              onChange={({ target }) => set({ contact_phone: target.value })}
            />
          )}
        </Field>
        <div className="md:col-span-2">
          <Field
            label="My name in the chat"
            hint="WhatsApp writes your messages under your name. One name a line, as it stands in the file; if empty, you are asked."
          >
            {(control) => (
              <Textarea
                {...control}
                rows={2}
                maxLength={1000}
                value={value.own_names ?? ''}
                onChange={({ target }) => set({ own_names: target.value })}
              />
            )}
          </Field>
        </div>
      </div>
    </details>
  );
};
