// How many parts an SMS takes: carriers bill and pace by part (3GPP TS 23.038 and 23.040).

/** The basic alphabet of GSM 7 bit: one septet each. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Behind an escape: two septets, which never part. */
const EXTENDED = new Set('^{}\\[~]|€\f');

/** One message alone, and each part of several, whose header takes six octets. */
const ROOM = { 'GSM-7': { alone: 160, part: 153 }, 'UCS-2': { alone: 70, part: 67 } } as const;

export type Encoding = keyof typeof ROOM;
export type Segments = {
  encoding: Encoding;
  segments: number;
  /** What people count: septets in GSM-7, characters as one sees them in UCS-2. */
  units: number;
  /** How many septets or UTF-16 units the last part still takes. */
  room_left: number;
};

/** GSM-7 when every character is in its alphabet; one that is not turns the whole text into UCS-2. */
export const encodingOf = (text: string): Encoding =>
  [...text].every((character) => BASIC.has(character) || EXTENDED.has(character))
    ? 'GSM-7'
    : 'UCS-2';

/** The parts of a text as an SMS. An empty text takes none. */
export const countSegments = (text: string): Segments => {
  const encoding = encodingOf(text);
  const sizes = [...text].map((character) => sizeOf(character, encoding));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const units = encoding === 'GSM-7' ? total : charactersIn(text);
  const { alone, part } = ROOM[encoding];
  if (total === 0) return { encoding, segments: 0, units, room_left: alone };
  if (total <= alone) return { encoding, segments: 1, units, room_left: alone - total };
  let segments = 1;
  let used = 0;
  for (const size of sizes) {
    // Neither an escape nor a surrogate pair is torn apart.
    if (used + size > part) {
      segments += 1;
      used = 0;
    }
    used += size;
  }
  return { encoding, segments, units, room_left: part - used };
};

const sizeOf = (character: string, encoding: Encoding): number => {
  if (encoding === 'UCS-2') return character.length;
  return EXTENDED.has(character) ? 2 : 1;
};

const charactersIn = (text: string): number =>
  [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length;
