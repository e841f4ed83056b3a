// Names of contacts: what counts as no name, and how one line becomes first and last name.

const NO_NAME = new Set(['', 'unknown']);

/** Whether a name says nothing: empty or "Unknown" in any case. */
export const isEmptyName = (name: string): boolean => NO_NAME.has(name.trim().toLowerCase());

/** A stub is a contact of whom neither name is known. */
export const isStub = (contact: { first_name: string; last_name: string }): boolean =>
  isEmptyName(contact.first_name) && isEmptyName(contact.last_name);

/**
 * Splits a display name as address books and chats show it. "Berg, Anna" is read backwards; else the
 * first word is the first name and the rest the last name ("Ludwig van Beethoven"). A line that is a
 * phone number or has no letters is no name.
 */
export const splitName = (line: string): { first_name: string; last_name: string } => {
  const clean = line.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 240);
  if (isEmptyName(clean) || !/\p{L}/u.test(clean)) return { first_name: '', last_name: '' };
  const reversed = /^([^,]+), ([^,]+)$/.exec(clean);
  if (reversed) return { first_name: reversed[2]!.trim(), last_name: reversed[1]!.trim() };
  const space = clean.indexOf(' ');
  if (space < 0) return { first_name: clean, last_name: '' };
  return { first_name: clean.slice(0, space), last_name: clean.slice(space + 1) };
};

/** The name to show; empty when none is known. */
export const fullName = (contact: { first_name: string; last_name: string }): string =>
  [contact.first_name, contact.last_name]
    .filter((name) => !isEmptyName(name))
    .join(' ')
    .trim();
