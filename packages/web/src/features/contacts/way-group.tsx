import type { Contact } from '@rapport/contract/contacts.api';
import { Plus } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { toast } from '../../ui/toast.tsx';
import { sentenceCase } from './contact-words.ts';
import { ProfileGroup } from './profile-group.tsx';
import { useContactWrite } from './use-contact-write.ts';
import { WayMenu, WayRow } from './way-row.tsx';
import { isFirst, WAY_WORDS, wayShown, wayValue } from './way-words.ts';
import { createWay, removeWay, updateWay, valuesOf, type Way, type WayKind } from './ways.api.ts';

const WayDialog = lazy(async () => ({
  default: (await import('./way-dialog.tsx')).WayDialog,
}));

const LISTS = { phone: 'phones', email: 'emails', address: 'addresses' } as const;

const waysOf = (contact: Contact, kind: WayKind): Way[] =>
  contact[LISTS[kind]].map((entry) => ({ kind, entry }) as Way);

const without = (contact: Contact, kind: WayKind, id: string): Contact => ({
  ...contact,
  [LISTS[kind]]: contact[LISTS[kind]].filter((entry) => entry.id !== id),
});

const withFirst = (contact: Contact, kind: WayKind, id: string): Contact => ({
  ...contact,
  [LISTS[kind]]: contact[LISTS[kind]].map((entry) => ({
    ...entry,
    [kind === 'address' ? 'is_primary' : 'is_preferred']: entry.id === id,
  })),
});

type Props = {
  contact: Contact;
  kind: WayKind;
  mayEdit: boolean;
  /** What stands behind a value that was read from the conversation. */
  markOf?: (value: string) => ReactNode;
  /** Whether what has a mark was filled a moment ago. */
  isFresh?: boolean;
};

/** The phones, e-mails or addresses of a contact: add, change, prefer, remove with undo. */
export const WayGroup = ({ contact, kind, mayEdit, markOf, isFresh = false }: Props) => {
  const [edited, setEdited] = useState<{ way: Way | null } | null>(null);
  const write = useContactWrite(contact.id);
  const words = WAY_WORDS[kind];
  const ways = waysOf(contact, kind);

  const makeFirst = ({ entry: { id } }: Way) =>
    write(
      (now) => withFirst(now, kind, id),
      () => updateWay(contact.id, kind, id, { is_first: true }),
    );
  const remove = async (way: Way) => {
    const { id } = way.entry;
    const done = await write(
      (now) => without(now, kind, id),
      () => removeWay(contact.id, kind, id),
    );
    if (!done) return;
    toast.success(`${sentenceCase(words.one)} removed`, {
      undo: () =>
        void write(
          (now) => now,
          () => createWay(contact.id, kind, valuesOf(way)),
        ),
    });
  };
  const row = (way: Way) => {
    const shown = wayShown(way);
    const mark = markOf?.(wayValue(way));
    const first = isFirst(way) && ways.length > 1;
    return (
      <WayRow
        key={way.entry.id}
        value={wayValue(way)}
        shown={shown}
        note={[way.entry.label, first && words.first].filter(Boolean).join(', ')}
        what={words.one}
        mark={mark}
        isFresh={Boolean(mark) && isFresh}
        menu={
          mayEdit && (
            <WayMenu
              shown={shown.replaceAll('\n', ', ')}
              first={words.first}
              onEdit={() => setEdited({ way })}
              onMakeFirst={isFirst(way) ? null : () => void makeFirst(way)}
              onRemove={() => void remove(way)}
            />
          )
        }
      />
    );
  };
  const add = (
    <IconButton size="sm" label={`Add ${words.one}`} onClick={() => setEdited({ way: null })}>
      <Plus aria-hidden />
    </IconButton>
  );
  return (
    <>
      <ProfileGroup title={words.title} isEmpty={ways.length === 0} action={mayEdit && add}>
        <ul>{ways.map(row)}</ul>
      </ProfileGroup>
      {edited && (
        <Suspense fallback={null}>
          <WayDialog
            contact_id={contact.id}
            kind={kind}
            way={edited.way}
            isOnly={ways.length === (edited.way ? 1 : 0)}
            onClose={() => setEdited(null)}
          />
        </Suspense>
      )}
    </>
  );
};
