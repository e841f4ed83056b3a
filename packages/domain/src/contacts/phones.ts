// Phone numbers: what a person or a provider wrote -> E.164, and the ways one number is written.
//
// The `max` metadata is needed: `mobile` knows no landlines or toll-free numbers (208 of 337 example
// numbers fail with it), and `min` cannot tell an unassigned prefix from a valid one.
import {
  type CountryCode,
  type PhoneNumber,
  ParseError,
  isSupportedCountry,
  parsePhoneNumberWithError,
} from 'libphonenumber-js/max';

export type ParsedPhone =
  | {
      ok: true;
      /** "+14155552671" */
      e164: string;
      /** Digits behind "ext", "x", ";ext=". */
      extension: string | null;
      /** ISO 3166 alpha-2; null for numbers of no country (+800) or of an undecidable one. */
      country: string | null;
      /** The length fits, but no operator has this range (or it is an outdated form). */
      warning: 'possible_but_invalid' | null;
    }
  | { ok: false; reason: string };

/** Longer input is not a phone number; also bounds the work per field. */
const MAX_LENGTH = 60;

/**
 * Reads one phone number as people write it.
 * @param raw any punctuation, "00" or "+" prefix, `tel:`/`whatsapp:` schemes, an extension, a word
 *   before or after it ("Mobile: ...", "... (home)").
 * @param defaultCountry ISO 3166 alpha-2 of numbers without country code; null = none is assumed.
 * @returns the number, or one sentence why it is none. Impossible lengths are refused; a possible
 *   number of no known range is kept with a warning, because number plans change faster than tables.
 */
export function parsePhone(raw: string, defaultCountry: string | null): ParsedPhone {
  if (raw.trim() === '') return { ok: false, reason: 'The phone number is empty.' };
  if (raw.length > MAX_LENGTH) return { ok: false, reason: 'The phone number is too long.' };
  const number = parse(withoutLabels(raw), defaultCountry);
  if (typeof number === 'string') return { ok: false, reason: sentence(number, raw) };
  const outdated = !number.isPossible();
  if (outdated && !phoneVariants(number.number).some(isPossible)) {
    return { ok: false, reason: sentence('LENGTH', raw) };
  }
  return {
    ok: true,
    e164: number.number,
    extension: number.ext ?? null,
    country: number.country ?? null,
    warning: number.isValid() ? null : 'possible_but_invalid',
  };
}

/**
 * Whether `raw` is a short code: 3 to 6 digits that are no subscriber number of the country.
 * @param defaultCountry some small countries have subscriber numbers that short.
 */
export function isShortCode(raw: string, defaultCountry: string | null = null): boolean {
  const text = raw.trim();
  if (!/^\d{3,6}$/.test(text)) return false;
  const number = defaultCountry === null ? 'NOT_A_NUMBER' : parse(text, defaultCountry);
  return typeof number === 'string' || !number.isValid();
}

/** Whether `raw` is an alphanumeric sender ("DHL", "VM-HDFCBK"): it has letters, and no reply reaches it. */
export function isAlphanumericSender(raw: string): boolean {
  const text = raw.trim();
  return (
    text.length <= 20 &&
    /\p{L}/u.test(text) &&
    !text.includes('@') &&
    !parsePhone(text, null).ok &&
    !/\d{5}/.test(text)
  );
}

/**
 * Numbers that may be the same line as `e164`, itself first. Candidates for matching, never rewrites:
 * Mexico's +52 1, Argentina's +54 9 and Brazil's ninth digit of mobiles come and go with the sender's
 * network.
 */
export function phoneVariants(e164: string): string[] {
  const other =
    swapPrefix(e164, /^\+521(\d{10})$/, '+52') ??
    swapPrefix(e164, /^\+52(\d{10})$/, '+521') ??
    swapPrefix(e164, /^\+549(\d{10})$/, '+54') ??
    swapPrefix(e164, /^\+54(\d{10})$/, '+549') ??
    // Brazil: area code, then 9 + eight digits. Only 6-9 led a mobile number before the ninth digit.
    (/^\+55\d{2}9[6-9]\d{7}$/.test(e164) ? e164.slice(0, 5) + e164.slice(6) : undefined) ??
    (/^\+55\d{2}[6-9]\d{7}$/.test(e164) ? `${e164.slice(0, 5)}9${e164.slice(5)}` : undefined);
  return other === undefined ? [e164] : [e164, other];
}

/** `e164` as it is dialled inside its country or from abroad; unreadable input is returned as it is. */
export function formatPhone(e164: string, style: 'national' | 'international'): string {
  const number = parse(e164, null);
  if (typeof number === 'string') return e164;
  return style === 'national' ? number.formatNational() : number.formatInternational();
}

/** ISO 3166 alpha-2 of the number's country, or null when it has none. */
export function regionOf(e164: string): string | null {
  const number = parse(e164, null);
  return typeof number === 'string' ? null : (number.country ?? null);
}

type Problem = 'NOT_A_NUMBER' | 'INVALID_COUNTRY' | 'TOO_SHORT' | 'TOO_LONG' | 'LENGTH';

function parse(text: string, country: string | null): PhoneNumber | Problem {
  const known = country !== null && isSupportedCountry(country) ? country : undefined;
  try {
    return parsePhoneNumberWithError(text, {
      defaultCountry: known as CountryCode | undefined,
      extract: false,
    });
  } catch (error) {
    if (error instanceof ParseError) return error.message as Problem;
    throw error;
  }
}

function isPossible(e164: string): boolean {
  const number = parse(e164, null);
  return typeof number !== 'string' && number.isPossible();
}

function swapPrefix(e164: string, pattern: RegExp, prefix: string): string | undefined {
  const rest = pattern.exec(e164)?.[1];
  return rest === undefined ? undefined : prefix + rest;
}

/** Cuts a scheme or a word around the number; an extension stays, as digits follow its letters. */
function withoutLabels(raw: string): string {
  return raw
    .normalize('NFKC') // full-width plus and digits
    .trim()
    .replace(/^[\p{L} .]+:\s*/u, '')
    .replace(/^\p{L}[\p{L} .]*(?=[+(\d])/u, '')
    .replace(/(?<=\d)\s*[(\s]\p{L}[\p{L}\s.]*\)?$/u, '')
    .replace(';ext=', ' ext. ');
}

function sentence(problem: Problem, raw: string): string {
  const quoted = `"${raw.trim().slice(0, 40)}"`;
  switch (problem) {
    case 'INVALID_COUNTRY':
      return `${quoted} has no known country code: write it as +country number.`;
    case 'TOO_SHORT':
      return `${quoted} is too short to be a phone number.`;
    case 'TOO_LONG':
      return `${quoted} is too long to be a phone number.`;
    case 'LENGTH':
      return `${quoted} has too many or too few digits for a phone number of its country.`;
    default:
      return `${quoted} is not a phone number.`;
  }
}
