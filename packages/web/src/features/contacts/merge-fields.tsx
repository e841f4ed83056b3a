import type { Contact } from '@rapport/contract/contacts.api';
import { useQuery } from '@tanstack/react-query';
import { classes } from '../../lib/classes.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { changeWords } from './change-words.ts';
import { titleOf } from './contact-name.ts';
import { type MergeField, previewQuery } from './merges.api.ts';

type Props = {
  contact: Contact;
  other: Contact;
  take: MergeField[];
  onChoose: (field: MergeField, takesOther: boolean) => void;
};

const labelOf = (field: MergeField): string =>
  field === 'name' ? 'Name' : changeWords({ field, before: null, after: null }).label;

const wordOf = (field: MergeField, value: string | null): string | null =>
  changeWords({ field, before: null, after: value }).after;

/** A value that wins or loses; pressed, it wins. */
const Value = ({
  name,
  words,
  wins,
  onChoose,
}: {
  name: string;
  words: string | null;
  wins: boolean;
  /** Null where there is nothing to choose. */
  onChoose: (() => void) | null;
}) => (
  <label
    className={classes(
      'flex min-w-0 items-start gap-2 rounded-md border px-2 py-1.5 transition-colors',
      wins ? 'border-accent bg-accent-soft' : 'border-transparent text-ink-muted',
      onChoose && !wins && 'hover:bg-hover',
    )}
  >
    {onChoose && (
      <input
        type="radio"
        name={name}
        checked={wins}
        onChange={onChoose}
        className="mt-0.75 size-3.5 shrink-0 accent-accent"
      />
    )}
    <span className={classes('line-clamp-3 [overflow-wrap:anywhere]', wins && 'font-medium')}>
      {words ?? <span className="text-ink-faint">Empty</span>}
      {wins && !onChoose && <span className="sr-only"> stays</span>}
    </span>
  </label>
);

/** Field by field: what each knows, and which value stays. Where only one knows, the server says who wins. */
export const MergeFields = ({ contact, other, take, onChoose }: Props) => {
  const preview = useQuery(previewQuery(contact.id, other.id));
  if (preview.isPending) return <SkeletonRows rows={4} />;
  if (preview.isError)
    return <ErrorState compact error={preview.error} onRetry={() => void preview.refetch()} />;
  const known = preview.data.filter(
    ({ value, other_value }) => value !== null || other_value !== null,
  );
  // Nobody comes to be written to by a merge who asked not to be.
  const isSettled = (field: MergeField) =>
    field === 'status' && [contact.status, other.status].includes('do_not_contact');
  return (
    <div
      role="group"
      aria-label="Which value stays"
      className="grid grid-cols-[5.5rem_1fr_1fr] items-start gap-x-1.5 gap-y-1"
    >
      <span />
      <h3 className="truncate px-2 pb-1 text-xs font-semibold">{titleOf(contact)}</h3>
      <h3 className="truncate px-2 pb-1 text-xs font-semibold">{titleOf(other)}</h3>
      {known.map(({ field, value, other_value, winner }) => {
        const isSame = value === other_value;
        const mayChoose = !isSame && value !== null && other_value !== null && !isSettled(field);
        const winning = mayChoose && take.includes(field) ? 'other' : winner;
        const label = labelOf(field);
        return (
          <div
            key={field}
            role={mayChoose ? 'radiogroup' : undefined}
            aria-label={mayChoose ? label : undefined}
            className="contents"
          >
            <span className="py-2 text-xs text-ink-muted">{label}</span>
            {isSame ? (
              <p className="col-span-2 px-2 py-1.5 text-ink-muted [overflow-wrap:anywhere]">
                {wordOf(field, value)} <span className="text-xs text-ink-faint">in both</span>
              </p>
            ) : (
              <>
                <Value
                  name={field}
                  words={wordOf(field, value)}
                  wins={winning === 'contact'}
                  onChoose={mayChoose ? () => onChoose(field, false) : null}
                />
                <Value
                  name={field}
                  words={wordOf(field, other_value)}
                  wins={winning === 'other'}
                  onChoose={mayChoose ? () => onChoose(field, true) : null}
                />
              </>
            )}
          </div>
        );
      })}
    </div>
  );
};
