import { MessagesSquare } from 'lucide-react';
import { lazy, Suspense, useRef } from 'react';
import { classes } from '../../lib/classes.ts';
import { moveFocus } from '../../lib/row-focus.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { useTitle } from '../../lib/use-title.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { ConversationList } from './conversation-list.tsx';
import { FeedSkeleton } from './feed-skeleton.tsx';
import type { InboxSearch } from './inbox-filter.ts';

// In a file of its own that is fetched beside this one: the list can be read before.
const loadThread = () => import('./thread.tsx');
void loadThread().catch(() => {}); // shown by the page's error state when it is drawn
const Thread = lazy(async () => ({ default: (await loadThread()).Thread }));

const NobodyChosen = () => (
  <div className="grid h-full place-content-center max-md:hidden">
    <EmptyState icon={<MessagesSquare />} title="Choose a conversation">
      <span className="inline-flex items-center gap-1">
        <Kbd>J</Kbd> and <Kbd>K</Kbd> move through the list, <Kbd>Enter</Kbd> opens.
      </span>
    </EmptyState>
  </div>
);

type Props = {
  /** Whose conversation is open; null shows the list alone. */
  contact_id: string | null;
  search: InboxSearch;
};

/** The inbox: everybody on the left, one conversation on the right; on a phone one at a time. */
export const MessagingPage = ({ contact_id, search }: Props) => {
  const list = useRef<HTMLDivElement>(null);
  useTitle('Messaging');
  useShortcuts([
    { key: 'j', run: () => moveFocus(list.current, 1) },
    { key: 'k', run: () => moveFocus(list.current, -1) },
  ]);
  return (
    <div className="grid h-full min-h-0 md:grid-cols-[minmax(17rem,1fr)_minmax(0,3fr)] md:divide-x md:divide-line">
      <ConversationList
        ref={list}
        search={search}
        contact_id={contact_id}
        className={classes(contact_id !== null && 'max-md:hidden')}
      />
      <div className={classes('min-h-0 min-w-0', contact_id === null && 'max-md:hidden')}>
        {contact_id === null ? (
          <NobodyChosen />
        ) : (
          <Suspense fallback={<FeedSkeleton />}>
            <Thread key={contact_id} contact_id={contact_id} search={search} />
          </Suspense>
        )}
      </div>
    </div>
  );
};
