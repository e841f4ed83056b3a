// Ctrl/Cmd+K: go to a person, go to a page, do something. Everything by keyboard.
import type { Contact } from '@rapport/contract/contacts.api';
import { fullName } from '@rapport/domain/contacts/names';
import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { Search, X } from 'lucide-react';
import { Dialog as RadixDialog } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { classes } from '../../lib/classes.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { OVERLAY } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { FLOATING } from '../../ui/menu-look.ts';
import { Spinner } from '../../ui/spinner.tsx';
import { avatarName, titleOf, workOf } from '../contacts/contact-name.ts';
import { ChannelIcon } from '../messaging/channel-words.tsx';
import { Highlighted } from '../messaging/highlighted.tsx';
import { messageSearchQuery } from '../messaging/search.api.ts';
import { matchingEntries } from './match.ts';
import { peopleQuery } from './palette.api.ts';
import { usePaletteEntries } from './use-entries.tsx';

const ROW = classes(
  'flex h-10 items-center gap-3 rounded-md px-2.5 text-sm select-none',
  'data-[selected=true]:bg-hover pointer-coarse:h-12 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-muted',
);

const MOST_MESSAGES = 5;

export const Palette = ({ onClose }: { onClose: () => void }) => {
  const [text, setText] = useState('');
  const search = useDebounced(text.trim(), 200);
  const people = useQuery(peopleQuery(search));
  const messages = useQuery(messageSearchQuery(search, MOST_MESSAGES)).data?.messages ?? [];
  const { pages, actions, openContact, openMessage } = usePaletteEntries();
  const isBehind = search !== text.trim() || people.isPlaceholderData;
  // Until the answer is here, only people of the last one who fit: Enter never opens somebody else.
  const found = (people.data ?? []).map((contact) => ({ contact, label: findableText(contact) }));
  const shown = isBehind ? matchingEntries(found, text) : found;
  const first = shown[0]?.contact.id;
  // New people on top are selected, until somebody moves on from them.
  const [moved, setMoved] = useState({ first, value: '' });
  const selected = moved.first === first ? moved.value : (first ?? '');

  const choose = (run: () => unknown) => () => {
    onClose();
    run();
  };
  return (
    <RadixDialog.Root open onOpenChange={onClose}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={OVERLAY} />
        <RadixDialog.Content
          aria-describedby={undefined}
          className={classes(
            FLOATING,
            'fixed inset-x-3 top-3 overflow-hidden md:inset-x-auto md:top-[14vh] md:left-1/2 md:w-[min(38rem,calc(100vw-2rem))] md:-translate-x-1/2',
          )}
        >
          <RadixDialog.Title className="sr-only">Go to a person or page</RadixDialog.Title>
          {/* The server has searched the people; the rest is filtered here. */}
          <Command
            shouldFilter={false}
            loop
            label="Go to a person or page"
            value={selected}
            onValueChange={(value) => setMoved({ first, value })}
          >
            <div className="flex h-12 items-center gap-2.5 border-b border-line px-4">
              {isBehind ? (
                <Spinner className="text-ink-faint" />
              ) : (
                <Search aria-hidden className="size-4 text-ink-faint" />
              )}
              <Command.Input
                value={text}
                onValueChange={setText}
                placeholder="Name, phone, e-mail, words of a message, page or action"
                className="h-full min-w-0 flex-1 bg-transparent text-base outline-none max-md:text-lg"
              />
              <RadixDialog.Close aria-label="Close (Esc)" className="text-ink-muted">
                <span className="max-md:hidden">
                  <Kbd>Esc</Kbd>
                </span>
                <X aria-hidden className="size-5 md:hidden" />
              </RadixDialog.Close>
            </div>
            <Command.List className="max-h-[min(24rem,60dvh)] scroll-py-2 overflow-y-auto p-2">
              {shown.length > 0 && (
                <Group heading={search === '' ? 'Recent people' : 'People'}>
                  {shown.map(({ contact }) => (
                    <Command.Item
                      key={contact.id}
                      value={contact.id}
                      className={ROW}
                      onSelect={choose(() => openContact(contact.id))}
                    >
                      <Avatar name={avatarName(contact)} seed={contact.id} size="xs" />
                      <span className="truncate font-medium">{titleOf(contact)}</span>
                      <span className="ml-auto truncate text-ink-muted">{workOf(contact)}</span>
                    </Command.Item>
                  ))}
                </Group>
              )}
              {[
                { heading: 'Pages', entries: matchingEntries(pages, text) },
                { heading: 'Actions', entries: matchingEntries(actions, text) },
              ].map(
                ({ heading, entries }) =>
                  entries.length > 0 && (
                    <Group key={heading} heading={heading}>
                      {entries.map((entry) => (
                        <Command.Item
                          key={entry.label}
                          value={entry.label}
                          className={ROW}
                          onSelect={choose(entry.run)}
                        >
                          {entry.icon}
                          {entry.label}
                        </Command.Item>
                      ))}
                    </Group>
                  ),
              )}
              {search !== '' && messages.length > 0 && (
                <Group heading="Messages">
                  {messages.map((hit) => (
                    <Command.Item
                      key={hit.message_id}
                      value={hit.message_id}
                      className={ROW}
                      onSelect={choose(() => openMessage(hit.contact.id, hit.message_id))}
                    >
                      <ChannelIcon channel={hit.channel} />
                      <span className="truncate">
                        <span className="font-medium">
                          {fullName(hit.contact) || 'No name yet'}
                        </span>{' '}
                        <span className="text-ink-muted">
                          <Highlighted text={hit.snippet} ranges={hit.snippet_highlights} />
                        </span>
                      </span>
                    </Command.Item>
                  ))}
                </Group>
              )}
              <Command.Empty className="py-8 text-center text-ink-muted">
                {isBehind ? 'Searching…' : `Nothing found for “${text.trim()}”.`}
              </Command.Empty>
            </Command.List>
            {people.isError && (
              <p role="alert" className="border-t border-line px-4 py-2 text-danger-text">
                People cannot be searched right now. Pages and actions still work.
              </p>
            )}
          </Command>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
};

const findableText = (contact: Contact): string =>
  [
    titleOf(contact),
    workOf(contact),
    ...contact.phones.map(({ phone_number }) => phone_number),
    ...contact.emails.map(({ email }) => email),
  ].join(' ');

const Group = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <Command.Group
    heading={heading}
    className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-muted"
  >
    {children}
  </Command.Group>
);
