import { Mail, MessageSquare } from 'lucide-react';
import { classes } from '../../lib/classes.ts';
import { Segmented } from '../../ui/segmented.tsx';
import type { ComposeChannel } from './compose-draft.ts';
import type { Way, Ways } from './use-ways.ts';

const CHANNELS = [
  { value: 'sms', label: 'SMS', icon: <MessageSquare aria-hidden /> },
  { value: 'email', label: 'E-mail', icon: <Mail aria-hidden /> },
] as const;

/** "To: +1…": a list to choose from when there are several, words when there is one. */
const WayField = ({
  label,
  ways,
  chosen,
  onChange,
}: {
  label: string;
  ways: Way[];
  chosen: Way | null;
  onChange: (id: string) => void;
}) => {
  if (!chosen) return null;
  return (
    <label className="inline-flex min-w-0 items-center gap-1 text-xs text-ink-muted">
      <span className="shrink-0">{label}</span>
      {ways.length === 1 ? (
        <span className="truncate font-medium text-ink">{chosen.label}</span>
      ) : (
        <select
          className={classes(
            'min-w-0 max-w-56 cursor-pointer truncate rounded border-0 bg-transparent py-0.5 font-medium text-ink',
            'hover:bg-hover pointer-coarse:min-h-9',
          )}
          value={chosen.id}
          onChange={({ target }) => onChange(target.value)}
        >
          {ways.map(({ id, label: words }) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </select>
      )}
    </label>
  );
};

type Props = {
  channel: ComposeChannel;
  onChannel: (channel: ComposeChannel) => void;
  ways: Ways;
  onRecipient: (id: string) => void;
};

/** By which channel, to whom, from whom. */
export const ComposeHead = ({ channel, onChannel, ways, onRecipient }: Props) => (
  <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-2 py-1.5">
    <Segmented label="Send by" value={channel} onChange={onChannel} options={CHANNELS} />
    <WayField label="To:" ways={ways.recipients} chosen={ways.recipient} onChange={onRecipient} />
    <WayField label="From:" ways={ways.senders} chosen={ways.sender} onChange={ways.onSender} />
  </div>
);
