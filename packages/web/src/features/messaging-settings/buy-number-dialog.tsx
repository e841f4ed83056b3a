import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast.tsx';
import { useMe } from '../auth/auth.api.ts';
import { listCountries } from '../settings/countries.ts';
import { twilioQuery, useBuyNumber, useSearchNumbers } from './messaging-settings.api.ts';

const PROVIDERS = [
  { value: 'simulator', label: 'Test number' },
  { value: 'twilio', label: 'Twilio' },
] as const;
const COUNTRIES = listCountries().map(({ code, name }) => ({ value: code, label: name }));

const Found = ({
  provider,
  search,
  onBought,
}: {
  provider: 'simulator' | 'twilio';
  search: ReturnType<typeof useSearchNumbers>;
  onBought: () => void;
}) => {
  const buy = useBuyNumber();
  if (!search.data) return null;
  if (search.data.length === 0)
    return <p className="text-ink-muted">No number like this is free. Try other digits.</p>;
  return (
    <>
      <FormError message={buy.error && messageOf(buy.error)} />
      <ul aria-label="Free numbers" className="max-h-72 overflow-y-auto">
        {search.data.map(({ phone_number, display, locality, region }) => (
          <li
            key={phone_number}
            className="flex min-h-11 items-center gap-3 border-b border-line last:border-0"
          >
            <span className="font-medium tabular-nums">{display}</span>
            <span className="min-w-0 flex-1 truncate text-ink-muted">
              {[locality, region].filter(Boolean).join(', ')}
            </span>
            <Button
              size="sm"
              aria-label={`${provider === 'twilio' ? 'Buy' : 'Take'} ${display}`}
              loading={buy.isPending && buy.variables.phone_number === phone_number}
              onClick={() =>
                buy.mutate(
                  { provider, phone_number },
                  {
                    onSuccess: () => {
                      toast.success(`${display} is yours.`);
                      onBought();
                    },
                  },
                )
              }
            >
              {provider === 'twilio' ? 'Buy' : 'Take'}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
};

/** Looks for a free number and gets it. */
export const BuyNumberDialog = ({ onClose }: { onClose: () => void }) => {
  const { organization } = useMe();
  const hasTwilio = useQuery(twilioQuery).data?.is_configured ?? false;
  const [provider, setProvider] = useState<'simulator' | 'twilio'>('simulator');
  const search = useSearchNumbers();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Get a number"
      description={
        provider === 'simulator'
          ? 'A test number costs nothing; what it sends stays on this server.'
          : 'Twilio bills the number to your account; its webhooks are set up for you.'
      }
    >
      {hasTwilio && (
        <Segmented
          label="From"
          value={provider}
          onChange={(next) => {
            setProvider(next);
            search.reset();
          }}
          options={PROVIDERS}
        />
      )}
      <form
        className="flex flex-wrap items-end gap-2"
        noValidate
        onSubmit={(event) => {
          const { country = organization.default_country, digits = '' } = submittedValues(event);
          search.mutate({ provider, country, digits: digits.replace(/[^\d*]/g, '') });
        }}
      >
        {provider === 'twilio' && (
          <Field label="Country">
            {(control) => (
              <Select
                {...control}
                name="country"
                className="w-44"
                defaultValue={organization.default_country}
                options={COUNTRIES}
              />
            )}
          </Field>
        )}
        <div className="min-w-32 flex-1">
          <Field label="Area code or digits">
            {(control) => (
              <Input
                {...control}
                name="digits"
                inputMode="numeric"
                maxLength={20}
                placeholder="212"
              />
            )}
          </Field>
        </div>
        <Button type="submit" variant="primary" loading={search.isPending}>
          Search
        </Button>
      </form>
      <FormError message={search.error && messageOf(search.error)} />
      <Found provider={provider} search={search} onBought={onClose} />
    </Dialog>
  );
};
