import { useInfiniteQuery } from '@tanstack/react-query';
import { ArrowRight, FileUp, GitMerge, History, Sparkles, Webhook } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../../lib/classes.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { type ChangeGroup, changeWords, groupChanges } from './change-words.ts';
import { type Change, changesQuery } from './history.api.ts';

const SIGNS: Record<Change['way'], ReactNode> = {
  person: null,
  import: <FileUp />,
  enrichment: <Sparkles />,
  merge: <GitMerge />,
  program: <Webhook />,
};

const Sign = ({ change }: { change: Change }) =>
  change.member_name ? (
    <Avatar name={change.member_name} size="xs" />
  ) : (
    <span
      aria-hidden
      className="inline-flex size-5 items-center justify-center rounded-full bg-hover text-ink-muted [&_svg]:size-3"
    >
      {SIGNS[change.way] ?? <History />}
    </span>
  );

const Line = ({ change }: { change: Change }) => {
  const { label, before, after } = changeWords(change);
  const hasValue = before !== null || after !== null;
  return (
    <li className="grid grid-cols-[7.5rem_1fr] gap-x-2 [overflow-wrap:anywhere]">
      <span className={hasValue ? 'text-ink-muted' : 'col-span-2'}>{label}</span>
      <span className="flex flex-wrap items-baseline gap-x-1.5">
        {before !== null && (
          <del className="text-ink-faint">
            <span className="sr-only">from </span>
            {before}
          </del>
        )}
        {before !== null && after !== null && (
          <ArrowRight aria-hidden className="size-3 self-center text-ink-faint" />
        )}
        {after !== null && (
          <ins className="font-medium no-underline">
            {before !== null && <span className="sr-only">to </span>}
            {after}
          </ins>
        )}
      </span>
    </li>
  );
};

const Group = ({ group, isLast }: { group: ChangeGroup; isLast: boolean }) => (
  <li className="grid grid-cols-[1.25rem_1fr] gap-x-2.5">
    <span className="grid grid-rows-[auto_1fr] justify-items-center">
      <Sign change={group.changes[0]!} />
      <span aria-hidden className={classes('mt-1 w-px bg-line', !isLast && 'min-h-3')} />
    </span>
    <div className="grid min-w-0 gap-0.5 pb-3">
      <p className="flex items-center gap-1.5">
        <span className="truncate font-semibold">{group.author}</span>
        {group.way && <Badge>{group.way}</Badge>}
        <Time value={group.at} className="ml-auto text-xs text-ink-muted" />
      </p>
      <ul className="grid gap-0.5">
        {group.changes.map((change) => (
          <Line key={change.id} change={change} />
        ))}
      </ul>
    </div>
  </li>
);

const Changes = ({ contact_id }: { contact_id: string }) => {
  const query = useInfiniteQuery(changesQuery(contact_id));
  if (query.isPending) return <SkeletonRows rows={5} />;
  if (query.isError)
    return <ErrorState compact error={query.error} onRetry={() => void query.refetch()} />;
  const groups = groupChanges(query.data);
  if (groups.length === 0)
    return (
      <EmptyState icon={<History />} title="Nothing was changed yet" compact>
        Each change of a field, tag or assignment is kept here from now on.
      </EmptyState>
    );
  return (
    <>
      <ol>
        {groups.map((group, index) => (
          <Group key={group.key} group={group} isLast={index === groups.length - 1} />
        ))}
      </ol>
      {query.hasNextPage && (
        <div className="flex justify-center">
          <Button
            size="sm"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            Show older changes
          </Button>
        </div>
      )}
    </>
  );
};

/** Who changed which field of a contact from what to what, when, and by which way. */
export const HistoryDialog = ({
  contact_id,
  onClose,
}: {
  contact_id: string;
  onClose: () => void;
}) => (
  <Dialog open onOpenChange={onClose} title="History">
    <Changes contact_id={contact_id} />
  </Dialog>
);
