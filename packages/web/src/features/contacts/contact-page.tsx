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
import { useCan } from '../auth/auth.api.ts';
import { focusCompose } from '../messaging/compose-signal.ts';
import type { FeedTarget } from '../messaging/feed-list.tsx';
import { FeedSkeleton } from '../messaging/feed-skeleton.tsx';
import { type ContactDialog, ContactDialogs } from './contact-dialogs.tsx';
import { ContactMenu } from './contact-menu.tsx';
import { avatarName, titleOf } from './contact-name.ts';
import { ContactPanel, type PanelTab } from './contact-panel.tsx';
import { ContactProfile } from './contact-profile.tsx';
import { ContactTrouble, isGone, ProfileSkeleton } from './contact-states.tsx';
import { contactQuery, listedContact } from './contacts.api.ts';
import { lastList } from './last-list.ts';

// The feed comes in a file of its own that is fetched beside this one: who the person is can be read before.
const loadFeed = () => import('../messaging/conversation-feed.tsx');
void loadFeed().catch(() => {}); // shown by the page's error state when it is drawn
const ConversationFeed = lazy(async () => ({ default: (await loadFeed()).ConversationFeed }));

// The hint comes after the page: it is looked up among all contacts.
const DuplicatesHint = lazy(async () => ({
  default: (await import('./duplicates-hint.tsx')).DuplicatesHint,
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

/** One person: who they are, what was said, what is noted. `id` is the contact's. */
export const ContactPage = ({ id }: { id: string }) => {
  const navigate = useNavigate();
  const isWide = useMedia('(min-width: 1024px)');
  const [view, setView] = useState<View>('conversation');
  const [target, setTarget] = useState<FeedTarget | null>(null);
  const [tab, setTab] = useState<PanelTab>('notes');
  const [isWriting, setIsWriting] = useState(false);
  const [dialog, setDialog] = useState<ContactDialog | null>(null);
  const mayMerge = useCan('contact:delete');
  const mayWrite = useCan('contact:write');
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
  const open = (next: PanelTab, writing = false) => {
    setTab(next);
    setIsWriting(writing && mayWrite);
    setView('notes');
  };
  const write = (channel: 'email' | null) => {
    setView('conversation');
    // On a phone the conversation comes with this press.
    setTimeout(() => focusCompose(channel));
  };
  useShortcuts([
    { key: 'r', run: () => write(null) },
    { key: 'Escape', run: () => void navigate({ to: '/contacts', search: lastList() }) },
    { key: 'n', run: () => open('notes', true) },
    { key: 't', run: () => open('todos', true) },
    { key: 'a', run: () => open('activity') },
    { key: 'h', run: () => setDialog({ kind: 'history' }) },
    { key: 'm', run: () => mayMerge && setDialog({ kind: 'merge', other: null }) },
  ]);

  if (isGone(error) || (error && !contact))
    return <ContactTrouble error={error} onRetry={() => void refetch()} />;

  const show = (message_id: string, quote: string | null) => {
    setTarget({ message_id, quote });
    setView('conversation');
  };
  const profile = contact ? (
    <ContactProfile
      contact={contact}
      onShow={show}
      onEmail={() => write('email')}
      onNote={() => open('notes', true)}
      onHistory={() => setDialog({ kind: 'history' })}
    />
  ) : (
    <ProfileSkeleton />
  );
  const feed = (
    <Suspense fallback={<FeedSkeleton />}>
      <ConversationFeed contact_id={id} target={target} />
    </Suspense>
  );
  const panel = (
    <ContactPanel
      contact_id={id}
      tab={tab}
      onTab={(next) => open(next)}
      isWriting={isWriting}
      onWriting={setIsWriting}
    />
  );
  const hint = contact && mayMerge && (
    <Suspense fallback={null}>
      <DuplicatesHint contact={contact} onReview={(other) => setDialog({ kind: 'merge', other })} />
    </Suspense>
  );
  const dialogs = contact && (
    <ContactDialogs contact={contact} open={dialog} onClose={() => setDialog(null)} />
  );

  if (isWide)
    return (
      <div className="grid h-full grid-cols-[minmax(17.5rem,1fr)_minmax(0,2fr)_minmax(17.5rem,1fr)] divide-x divide-line">
        <div className="flex min-h-0 flex-col">
          <header className="flex h-12 shrink-0 items-center justify-between border-b border-line px-4">
            <BackLink>Contacts</BackLink>
            {contact && <ContactMenu onOpen={setDialog} />}
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto">{profile}</div>
          {hint}
        </div>
        {feed}
        {panel}
        {dialogs}
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
            <ContactMenu onOpen={setDialog} />
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
      {view === 'details' && hint}
      {dialogs}
    </div>
  );
};
