import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { classes } from '../../lib/classes.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { useMedia } from '../../lib/use-media.ts';
import { useTitle } from '../../lib/use-title.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import type { FeedTarget } from '../messaging/feed-list.tsx';
import { FeedSkeleton } from '../messaging/feed-skeleton.tsx';
import { NotesPanel } from '../notes/notes-panel.tsx';
import { ContactMenu } from './contact-menu.tsx';
import { avatarName, titleOf } from './contact-name.ts';
import { ContactProfile } from './contact-profile.tsx';
import { ContactTrouble, isGone, ProfileSkeleton } from './contact-states.tsx';
import { contactQuery, listedContact } from './contacts.api.ts';
import { lastList } from './last-list.ts';

// The feed comes in a file of its own that is fetched beside this one: who the person is can be read before.
const loadFeed = () => import('../messaging/conversation-feed.tsx');
void loadFeed().catch(() => {}); // shown by the page's error state when it is drawn
const ConversationFeed = lazy(async () => ({ default: (await loadFeed()).ConversationFeed }));

// The tabs behind the first one are loaded when they are opened.
const TodosPanel = lazy(async () => ({
  default: (await import('../todos/todos-panel.tsx')).TodosPanel,
}));
const ActivityPanel = lazy(async () => ({
  default: (await import('../notes/activity-panel.tsx')).ActivityPanel,
}));

type View = 'details' | 'conversation' | 'notes';
const VIEWS = [
  { value: 'details', label: 'Details' },
  { value: 'conversation', label: 'Conversation' },
  { value: 'notes', label: 'Notes' },
] as const;

const BackLink = ({ children }: { children?: ReactNode }) => (
  <Link
    to="/contacts"
    search={lastList()}
    aria-label="Back to contacts"
    className="-ml-1.5 inline-flex h-8 items-center gap-1.5 rounded-md px-1.5 text-ink-muted transition-colors hover:bg-hover hover:text-ink pointer-coarse:h-10 pointer-coarse:px-2.5"
  >
    <ArrowLeft aria-hidden className="size-4" />
    {children}
  </Link>
);

const Later = ({ children }: { children: ReactNode }) => (
  <Suspense fallback={<SkeletonRows rows={4} />}>{children}</Suspense>
);

const RightPanel = ({ contact_id }: { contact_id: string }) => {
  const [tab, setTab] = useState<'notes' | 'todos' | 'activity'>('notes');
  return (
    <Tabs
      label="Notes, todos and activity"
      className="h-full *:first:h-12"
      value={tab}
      onChange={setTab}
      tabs={[
        { value: 'notes', label: 'Notes', content: <NotesPanel contact_id={contact_id} /> },
        {
          value: 'todos',
          label: 'Todos',
          content: (
            <Later>
              <TodosPanel contact_id={contact_id} />
            </Later>
          ),
        },
        {
          value: 'activity',
          label: 'Activity',
          content: (
            <Later>
              <ActivityPanel contact_id={contact_id} />
            </Later>
          ),
        },
      ]}
    />
  );
};

/** One person: who they are, what was said, what is noted. `id` is the contact's. */
export const ContactPage = ({ id }: { id: string }) => {
  const navigate = useNavigate();
  const isWide = useMedia('(min-width: 1024px)');
  const [view, setView] = useState<View>('conversation');
  const [target, setTarget] = useState<FeedTarget | null>(null);
  const queryClient = useQueryClient();
  const {
    data: contact,
    error,
    refetch,
  } = useQuery({
    ...contactQuery(id),
    placeholderData: () => listedContact(queryClient, id),
  });
  useTitle(contact ? titleOf(contact) : 'Contact');
  useShortcuts([
    { key: 'Escape', run: () => void navigate({ to: '/contacts', search: lastList() }) },
  ]);

  if (isGone(error) || (error && !contact))
    return <ContactTrouble error={error} onRetry={() => void refetch()} />;

  const show = (message_id: string, quote: string | null) => {
    setTarget({ message_id, quote });
    setView('conversation');
  };
  const profile = contact ? (
    <ContactProfile contact={contact} onShow={show} />
  ) : (
    <ProfileSkeleton />
  );
  const feed = (
    <Suspense fallback={<FeedSkeleton />}>
      <ConversationFeed contact_id={id} target={target} />
    </Suspense>
  );
  const panel = <RightPanel contact_id={id} />;

  if (isWide)
    return (
      <div className="grid h-full grid-cols-[minmax(17.5rem,1fr)_minmax(0,2fr)_minmax(17.5rem,1fr)] divide-x divide-line">
        <div className="flex min-h-0 flex-col">
          <header className="flex h-12 shrink-0 items-center justify-between border-b border-line px-4">
            <BackLink>Contacts</BackLink>
            {contact && <ContactMenu contact={contact} />}
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto">{profile}</div>
        </div>
        {feed}
        {panel}
      </div>
    );
  const Title = view === 'details' ? 'span' : 'h1';
  return (
    <div className="flex h-full flex-col">
      <header className="flex h-12 shrink-0 items-center gap-2 px-3">
        <BackLink />
        {contact && (
          <>
            <Avatar name={avatarName(contact)} seed={id} />
            {/* The details have the heading themselves. */}
            <Title className="min-w-0 flex-1 truncate text-base font-semibold">
              {titleOf(contact)}
            </Title>
            <ContactMenu contact={contact} />
          </>
        )}
      </header>
      <Segmented
        label="Show"
        value={view}
        onChange={setView}
        options={VIEWS}
        className="shrink-0 border-b border-line px-3 pb-2 *:flex-1 *:justify-center"
      />
      <div className={classes('min-h-0 flex-1', view === 'details' && 'overflow-y-auto')}>
        {view === 'details' ? profile : view === 'conversation' ? feed : panel}
      </div>
    </div>
  );
};
