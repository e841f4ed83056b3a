import { useId } from 'react';
import { fieldErrors } from '../../lib/api.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast.tsx';
import { useCan } from '../auth/auth.api.ts';
import { useSaveEnrichmentSettings } from './ai-settings.api.ts';

type Settings = { after_call: boolean; after_messages: number | null };

const NEVER = 'never';
const COUNTS = [1, 3, 5, 10, 20];

/** When contacts without a name are read by themselves; each choice is saved at once. */
export const AutomaticForm = ({ settings }: { settings: Settings }) => {
  const mayManage = useCan('settings:manage');
  const id = useId();
  const save = useSaveEnrichmentSettings();
  const change = (changes: Partial<Settings>) =>
    save.mutate(
      { ...settings, ...changes },
      { onSuccess: () => toast.success('Saved'), onError: toast.error },
    );
  const counts = [...new Set([...COUNTS, settings.after_messages ?? 1])].toSorted((a, b) => a - b);
  return (
    <div className="grid gap-4">
      <label htmlFor={id} className="flex items-center gap-2.5">
        <Checkbox
          id={id}
          checked={settings.after_call}
          disabled={!mayManage || save.isPending}
          onChange={(after_call) => change({ after_call })}
        />
        After each call that was written down
      </label>
      <Field label="After new messages" error={fieldErrors(save.error)['after_messages']}>
        {(control) => (
          <Select
            {...control}
            className="w-56"
            disabled={!mayManage || save.isPending}
            value={settings.after_messages === null ? NEVER : String(settings.after_messages)}
            onChange={(value) => change({ after_messages: value === NEVER ? null : Number(value) })}
            options={[
              { value: NEVER, label: 'Never' },
              ...counts.map((count) => ({
                value: String(count),
                label: count === 1 ? 'After each message' : `After ${count} messages`,
              })),
            ]}
          />
        )}
      </Field>
    </div>
  );
};
