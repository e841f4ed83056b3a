// What the columns of a file probably are, by their names and by what stands below them.
import { parseEmail } from '../../contacts/emails.ts';
import { parsePhone } from '../../contacts/phones.ts';
import { LABEL_WORDS, NEVER, PHONE_WORDS, plainHeader, WORDED } from './header-words.ts';
import { FIELD_TARGETS, type GuessedMapping, type Target } from './targets.ts';

/** Google's "Phone 1 - Value", "Address 1 - Postal Code"; ours "Phone 1 label", "E-mail 2". */
const NUMBERED =
  /^(phone|e mail|email|address|organization|custom field|relation|website|event) (\d+)(?: (.+))?$/;

const PARTS: Record<string, Partial<Record<string, Target>>> = {
  phone: { '': 'phone', value: 'phone', type: 'phone_label', label: 'phone_label' },
  email: {
    '': 'email',
    value: 'email',
    address: 'email',
    type: 'email_label',
    label: 'email_label',
  },
  address: {
    type: 'address_label',
    label: 'address_label',
    street: 'street',
    city: 'city',
    region: 'state',
    state: 'state',
    'postal code': 'zip',
    zip: 'zip',
    country: 'country',
  },
};

type Guess = Omit<GuessedMapping, 'column'>;

const numbered = (header: string): Guess | null | undefined => {
  const [, word = '', number = '', rest = ''] = NUMBERED.exec(header) ?? [];
  if (word === '') return undefined;
  // Outlook has "E-mail 2 Address", "E-mail 2 Display Name".
  const kind = word === 'e mail' ? 'email' : word;
  const target = PARTS[kind]?.[rest];
  if (!target) return word === 'organization' ? undefined : null;
  return { target, group: Number(number), confidence: 'sure' };
};

const labelled = (header: string): Guess | undefined => {
  if (PHONE_WORDS.has(header)) {
    const label = header
      .split(' ')
      .map((word) => LABEL_WORDS.get(word))
      .find(Boolean);
    return { target: 'phone', label: label ?? 'Mobile', confidence: 'sure' };
  }
  const words = header.replace(/ \d+$/, '').split(' ');
  for (const at of [0, words.length - 1]) {
    const label = LABEL_WORDS.get(words[at]!);
    const target = WORDED.get(words.filter((_, i) => i !== at).join(' '));
    if (!label || !target || words.length < 2) continue;
    if (target === 'phone' || target === 'email') return { target, label, confidence: 'sure' };
    const group = ADDRESS_GROUPS[label];
    if (isAddressPart(target) && group !== undefined)
      return { target, label, group, confidence: 'sure' };
  }
  return undefined;
};

/** "Home Street" and "Home City" are one address; numbered ones are below, plain ones are 0. */
const ADDRESS_GROUPS: Record<string, number> = { Home: 101, Work: 102, Other: 103, Mailing: 104 };

const isAddressPart = (target: Target): boolean =>
  ['street', 'city', 'state', 'zip', 'country'].includes(target);

const byName = (header: string): Guess | null | undefined => {
  if (NEVER.test(header)) return null;
  const own = numbered(header);
  if (own !== undefined) return own;
  const target = WORDED.get(header) ?? WORDED.get(header.replace(/ \d+$/, ''));
  if (target) return { target, confidence: 'sure' };
  return labelled(header) ?? byWord(header);
};

/** A name that merely has a telling word in it. */
const byWord = (header: string): Guess | undefined => {
  if (/\b(e ?mail|correo|courriel)\b/.test(header))
    return { target: 'email', confidence: 'likely' };
  if (/\b(phone|telefon|telefono|telephone|mobile|handy|cell)\b|nummer$/.test(header))
    return { target: 'phone', confidence: 'likely' };
  if (/\b(company|firma|empresa|entreprise)\b/.test(header))
    return { target: 'company', confidence: 'likely' };
  return undefined;
};

/** What stands below a name that says nothing. */
const byValues = (samples: readonly string[], country: string): Guess | undefined => {
  const values = samples.filter((value) => value.trim() !== '');
  if (values.length === 0) return undefined;
  const share = (is: (value: string) => boolean) => values.filter(is).length / values.length;
  if (share((value) => parseEmail(value) !== null) > 0.7)
    return { target: 'email', confidence: 'unsure' };
  const isPhone = (value: string) =>
    /^[+(\d][\d\s()./-]{6,}$/.test(value.trim()) &&
    !/^\d{4}-\d{2}-\d{2}/.test(value) &&
    parsePhone(value, country).ok;
  return share(isPhone) > 0.7 ? { target: 'phone', confidence: 'unsure' } : undefined;
};

/**
 * Guesses what each column is.
 * @param headers the names of the columns
 * @param samples the first values of each column
 * @param country ISO 3166, for reading numbers without a country code
 * @returns the columns that mean something, in their order; one target of which a contact has one is given
 *   to the surest column
 */
export const guessMapping = (
  headers: readonly string[],
  samples: readonly (readonly string[])[],
  country: string,
): GuessedMapping[] => {
  const plain = headers.map(plainHeader);
  const guesses = plain.flatMap((header, column): GuessedMapping[] => {
    const named = byName(header);
    const guess = named === undefined ? byValues(samples[column] ?? [], country) : named;
    return guess && isBelievable(guess, samples[column] ?? [], country)
      ? [{ column, ...guess }]
      : [];
  });
  return namesMended(withoutRivals(guesses), plain);
};

/** "Contact" or "Number" may be anything: a column that is sure by name but full of something else is not. */
const isBelievable = ({ target }: Guess, samples: readonly string[], country: string): boolean => {
  const values = samples.filter((value) => value.trim() !== '');
  if (values.length < 3) return true;
  if (target === 'email') return values.some((value) => value.includes('@'));
  if (target === 'phone')
    return values.some((value) =>
      value.split(/:::|[;|\n]/).some((one) => parsePhone(one.trim(), country).ok),
    );
  return true;
};

const withoutRivals = (guesses: GuessedMapping[]): GuessedMapping[] => {
  const RANK = { sure: 0, likely: 1, unsure: 2 };
  return guesses.filter(({ target, column, confidence }) => {
    if (!(FIELD_TARGETS as readonly string[]).includes(target)) return true;
    return !guesses.some(
      (other) =>
        other.target === target &&
        (RANK[other.confidence] < RANK[confidence] ||
          (other.confidence === confidence && other.column < column)),
    );
  });
};

/**
 * Names depend on each other: "Nombre" and "Nom" alone are the whole name, "Name" beside "Vorname" is the
 * last name, and a whole name beside both its parts is no news.
 */
const namesMended = (guesses: GuessedMapping[], headers: readonly string[]): GuessedMapping[] => {
  const has = (target: Target) => guesses.some((guess) => guess.target === target);
  const headed = (...words: string[]) => headers.some((header) => words.includes(header));
  if (has('first_name') && has('last_name'))
    return guesses.filter(({ target }) => target !== 'name');
  const become = (from: Target, to: Target) =>
    guesses.map((guess) => (guess.target === from ? { ...guess, target: to } : guess));
  if (has('first_name') && has('name') && headed('vorname', 'prenom'))
    return become('name', 'last_name');
  if (has('name')) return guesses;
  if (has('first_name') && headed('nombre')) return become('first_name', 'name');
  return has('last_name') && headed('nom') ? become('last_name', 'name') : guesses;
};

/** Whether the first row of a file is a contact already: a header has no addresses and no numbers in it. */
export const isHeader = (first: readonly string[], country: string): boolean =>
  !first.some(
    (cell) =>
      parseEmail(cell) !== null ||
      (cell.replaceAll(/\D/g, '').length >= 7 && parsePhone(cell, country).ok),
  );
