// vCard 2.1, 3.0 and 4.0 -> contacts in texts.
import { splitName } from '../../contacts/names.ts';
import { emptyRaw, type Labelled, type RawContact } from './raw-contact.ts';
import { components, type ContentLine, readLine, unescape, unfolder } from './vcard-lines.ts';
import { PRODUCT_ID } from './vcard-writer.ts';

/** One card: the line that it begins on, and its text as far as it is worth keeping. */
export type Card = { line: number; raw: RawContact; text: string };

/** Text in pieces of any size, cards out. */
export type VcardReader = { push: (text: string) => Card[]; end: () => Card[] };

const LONGEST_TEXT = 20_000;

/** A card that has no end is dropped with what stands between the cards. */
export const vcardReader = (): VcardReader => {
  let done: Card[] = [];
  let open: { line: number; lines: ContentLine[]; text: string } | null = null;
  let depth = 0;
  const lines = unfolder((text, line) => {
    const content = readLine(text, line);
    if (!content) return;
    const isCard = content.value.trim().toUpperCase() === 'VCARD';
    if (content.name === 'BEGIN' && isCard) {
      // vCard 2.1 may hold a card (of an agent) in a card: that one is somebody else.
      if (open && depth++ >= 0) return;
      open = { line, lines: [], text: `${text}\n` };
    } else if (content.name === 'END' && isCard && open) {
      if (depth > 0) return void depth--;
      done.push({ line: open.line, raw: contactOf(open.lines), text: `${open.text}${text}\n` });
      open = null;
    } else if (open && depth === 0) {
      open.lines.push(content);
      if (!isPicture(content) && open.text.length < LONGEST_TEXT) open.text += `${text}\n`;
    }
  });
  const take = (): Card[] => {
    const cards = done;
    done = [];
    return cards;
  };
  return {
    push: (text) => {
      lines.push(text);
      return take();
    },
    end: () => {
      lines.end();
      return take();
    },
  };
};

const isPicture = ({ name, value }: ContentLine): boolean =>
  ['PHOTO', 'LOGO', 'SOUND', 'KEY'].includes(name) && value.length > 1000;

const OURS: Record<string, keyof RawContact['fields']> = {
  'X-RAPPORT-EXTERNAL-ID': 'external_id',
  'X-RAPPORT-STATUS': 'status',
  'X-RAPPORT-STAGE': 'pipeline_stage',
  'X-RAPPORT-SOURCE': 'source',
  'X-RAPPORT-GENDER': 'gender',
  'X-RAPPORT-SUMMARY': 'ai_summary',
  LANG: 'preferred_language',
  TITLE: 'job_title',
};

const contactOf = (lines: ContentLine[]): RawContact => {
  const raw = emptyRaw();
  const labels = new Map(
    lines.filter(({ name }) => name === 'X-ABLABEL').map(({ group, value }) => [group, value]),
  );
  // Nobody reads a message that goes to a fax.
  const preferred = (content: ContentLine) => (isFax(content) ? 2 : isPreferred(content) ? 0 : 1);
  const of = (...names: string[]) =>
    lines
      .filter(({ name, value }) => names.includes(name) && value.trim() !== '')
      .toSorted((a, b) => preferred(a) - preferred(b));
  const isOurs = of('PRODID').some(({ value }) => value === PRODUCT_ID);
  readName(raw, of('N')[0]?.value, of('FN')[0]?.value);
  raw.phones = of('TEL').map((line) =>
    labelled(line, labels, unescape(line.value).replace(/^tel:/i, '')),
  );
  raw.emails = of('EMAIL').map((line) => labelled(line, labels, unescape(line.value)));
  raw.addresses = of('ADR')
    .map((line) => addressOf(line, labels))
    .filter(({ street, city, state, zip, country }) => street ?? city ?? state ?? zip ?? country);
  raw.tags = of('CATEGORIES').flatMap(({ value }) =>
    components(value, ',').map((tag) => unescape(tag).trim()),
  );
  raw.notes = of('NOTE').map(({ value }) => unescape(value).trim());
  for (const { name, value } of of(...Object.keys(OURS)))
    raw.fields[OURS[name]!] ??= unescape(value).trim();
  const company = of('ORG')[0];
  if (company) raw.fields.company = unescape(components(company.value, ';')[0]!).trim();
  const birthday = of('BDAY')[0]?.value.trim();
  // "--0203" is a day of no year, "1996-04" a month: no date that can be kept.
  if (birthday && /^\d{4}-?\d{2}-?\d{2}/.test(birthday))
    raw.fields.date_of_birth = birthday.replace(/T.*$/i, '');
  const zone = of('TZ')[0]?.value.trim();
  if (zone && /^[A-Za-z]+\/[\w/+-]+$|^UTC$/.test(zone)) raw.fields.timezone = zone;
  const gender = of('GENDER')[0]?.value;
  if (gender) raw.fields.gender ??= GENDERS[gender.split(';')[0]!.toUpperCase()] ?? '';
  const picture = of('PHOTO')[0]?.value.trim();
  if (picture?.startsWith('https://')) raw.fields.avatar_url = unescape(picture);
  const id = isOurs ? /^urn:uuid:(.+)$/i.exec(of('UID')[0]?.value ?? '')?.[1] : undefined;
  if (id) raw.fields.id = id;
  return raw;
};

const GENDERS: Record<string, string> = { M: 'male', F: 'female', O: 'other' };

const readName = (raw: RawContact, n: string | undefined, fn: string | undefined): void => {
  const [last = '', first = '', middle = ''] = components(n ?? '', ';').map((part) =>
    components(part, ',')
      .map((one) => unescape(one).trim())
      .filter(Boolean)
      .join(' '),
  );
  const given = [first, middle].filter(Boolean).join(' ');
  if (given !== '' || last !== '') {
    raw.fields.first_name = given;
    raw.fields.last_name = last;
  } else if (fn !== undefined && n === undefined) {
    const split = splitName(unescape(fn));
    raw.fields.first_name = split.first_name;
    raw.fields.last_name = split.last_name;
  }
};

const isFax = ({ params }: ContentLine): boolean =>
  (params.get('TYPE') ?? []).some((type) => /^(fax|pager)$/i.test(type));

const isPreferred = ({ params }: ContentLine): boolean =>
  params.has('PREF') || (params.get('TYPE') ?? []).some((type) => type.toUpperCase() === 'PREF');

/** Apple's own words for the common labels. */
const appleLabel = (label: string): string => label.replace(/^_\$!<(.+)>!\$_$/, '$1');

const TYPES: Record<string, string> = {
  CELL: 'Mobile',
  IPHONE: 'Mobile',
  HOME: 'Home',
  WORK: 'Work',
  MAIN: 'Main',
  FAX: 'Fax',
  PAGER: 'Pager',
  CAR: 'Car',
  OTHER: 'Other',
};

const labelOf = ({ params, group }: ContentLine, labels: Map<string, string>): string | null => {
  const own = params.get('X-LABEL')?.[0] ?? (group === '' ? undefined : labels.get(group));
  if (own) return appleLabel(own.trim()) || null;
  const types = (params.get('TYPE') ?? []).map((type) => type.toUpperCase());
  const known = Object.keys(TYPES).find((type) => types.includes(type));
  return known ? TYPES[known]! : null;
};

const labelled = (line: ContentLine, labels: Map<string, string>, value: string): Labelled => ({
  value: value.trim(),
  label: labelOf(line, labels),
});

const addressOf = (line: ContentLine, labels: Map<string, string>) => {
  const [box, extended, street, city, state, zip, country] = components(line.value, ';').map(
    (part) => unescape(part).trim() || null,
  );
  return {
    street: [box, extended, street].filter(Boolean).join('\n') || null,
    city: city ?? null,
    state: state ?? null,
    zip: zip ?? null,
    country: country ?? null,
    label: labelOf(line, labels),
  };
};
