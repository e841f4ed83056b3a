// Who is "we" in a WhatsApp chat, and who are the others.
import { nameOf } from './whatsapp-lines.ts';
import type { WhatsAppScan } from './whatsapp-scan.ts';

export type WhatsAppPeopleOptions = {
  /** Our display names in the chat. Without a match among the participants they decide nothing. */
  own_names?: string[];
  /** Who the chat is with: see `contactNameFromFileName`. */
  contact_name?: string;
};

export type WhatsAppPeople =
  | {
      ours: Set<string>;
      /** The other participants, most active first. One, or a group's. */
      others: string[];
      /** Set for groups; `name` null when the file name does not tell it. */
      group: { name: string | null } | null;
    }
  | { needs: 'own_name' };

/**
 * Tells us from the others:
 * - our names, if one of them wrote, are ours, and everybody else is another;
 * - else, when the contact wrote, and at most one other, the other is us;
 * - else, when only one person wrote, under none of the names that were given as ours, it is not us;
 * - else a person must say.
 */
export function whatsAppPeople(scan: WhatsAppScan, options: WhatsAppPeopleOptions): WhatsAppPeople {
  const names = scan.participants.map(({ name }) => name);
  const contact = options.contact_name === undefined ? undefined : nameOf(options.contact_name);
  const own = (options.own_names ?? []).map(folded).filter((name) => name !== '');
  const isContact = (name: string) => contact !== undefined && folded(name) === folded(contact);

  let ours = names.filter((name) => own.includes(folded(name)));
  if (ours.length === 0) {
    const others = names.filter((name) => !isContact(name));
    const contactWrote = others.length < names.length;
    if (contactWrote && others.length <= 1) ours = others;
    else if (names.length > 1 || own.length === 0) return { needs: 'own_name' };
  }
  const wrote = names.filter((name) => !ours.includes(name));
  const others = wrote.length === 0 && contact !== undefined ? [contact] : wrote;
  if (others.length === 0) return { needs: 'own_name' };
  const isGroup = others.length > 1;
  return { ours: new Set(ours), others, group: isGroup ? { name: contact ?? null } : null };
}

/** For comparing names: file names lose punctuation, address books vary in case and spaces. */
function folded(name: string): string {
  const letters = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}+]/gu, '');
  return letters === '' ? nameOf(name) : letters;
}

/**
 * The contact or group that an export's file name tells ("WhatsApp Chat with Anna.txt" -> "Anna"),
 * in the languages of the app; null when it tells none ("_chat.txt").
 */
export function contactNameFromFileName(fileName: string): string | null {
  const base = fileName
    .replace(/^.*[/\\]/, '')
    .normalize('NFC')
    .replaceAll('_', ' ');
  const match =
    /whatsapp.*?\s(?:with|mit|con|com|avec|met|z użytkownikiem|z|dengan|с|із|з|med|kanssa|cu|s|με|مع|עם|-|–)\s(.+?)(?:\s?\(\d+\))?\.(?:txt|zip)$/i.exec(
      base,
    ) ?? /(?:与|與)(.+?)的\s?whatsapp.*\.(?:txt|zip)$/i.exec(base);
  const name = match === null ? '' : nameOf(match[1]!);
  return name === '' ? null : name;
}
