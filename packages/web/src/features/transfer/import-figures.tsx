import { classes } from '../../lib/classes.ts';
import { formatCount } from '../../lib/format.ts';

type Counts = { created: number; updated: number; unchanged: number; rejected: number };

/** What a pass over a file found or did, as four figures. */
export const ImportFigures = ({ counts, isDone }: { counts: Counts; isDone: boolean }) => (
  <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line md:grid-cols-4">
    <Figure name={isDone ? 'Created' : 'New contacts'} value={counts.created} tone="success" />
    <Figure name={isDone ? 'Updated' : 'To update'} value={counts.updated} tone="accent" />
    <Figure name={isDone ? 'Unchanged' : 'Already the same'} value={counts.unchanged} />
    <Figure name="Rejected" value={counts.rejected} tone="danger" />
  </dl>
);

const TONES = {
  neutral: 'bg-ink-faint',
  success: 'bg-success',
  accent: 'bg-accent',
  danger: 'bg-danger',
} as const;

const Figure = ({
  name,
  value,
  tone = 'neutral',
}: {
  name: string;
  value: number;
  tone?: keyof typeof TONES;
}) => (
  <div className="flex flex-col-reverse gap-0.5 bg-raised px-5 py-4">
    <dt className="flex items-center gap-2 text-ink-muted">
      <span
        aria-hidden
        className={classes('size-2 rounded-full', value === 0 ? 'bg-line-strong' : TONES[tone])}
      />
      {name}
    </dt>
    <dd
      className={classes(
        'text-xl font-semibold tabular-nums',
        value === 0 && 'font-normal text-ink-muted',
      )}
    >
      {formatCount(value)}
    </dd>
  </div>
);
