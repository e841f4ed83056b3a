import { useQuery } from '@tanstack/react-query';
import { countOf, formatCount } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { assignmentCountsQuery } from './assignments.api.ts';

/** How many of all contacts somebody looks after, and the way to those that nobody does. */
export const AssignmentCounts = ({ onShowUnassigned }: { onShowUnassigned: () => void }) => {
  const { data } = useQuery(assignmentCountsQuery);
  if (!data) return <Skeleton className="mx-4 mt-3 h-9 max-w-md md:mx-6" />;
  const open = data.total - data.assigned;
  const sentence = `${formatCount(data.assigned)} of ${countOf(data.total, 'contact')} assigned`;
  return (
    <section
      aria-label="How many are assigned"
      className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2 px-4 pt-3 md:px-6"
    >
      <div className="min-w-0 flex-1 md:max-w-md">
        <ProgressBar label={sentence} value={data.total === 0 ? 0 : data.assigned / data.total} />
      </div>
      {open > 0 && (
        <Button size="sm" variant="ghost" onClick={onShowUnassigned}>
          Show {formatCount(open)} unassigned
        </Button>
      )}
    </section>
  );
};
