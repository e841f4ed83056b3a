// The contact's IANA time zone: named outright, by the city they are in, or by a phone country of one zone.

import type { Sourced } from '../enrichment/fields.ts';
import type { PlainTurn } from './plain-turns.ts';
import { citiesNamed, type City } from './places.ts';
import { evidence, fold } from './tokens.ts';

/** Zones by the names that people use. North American ones come first: elsewhere people name the city. */
const NAMED: Record<string, string> = {
  pacific: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pt: 'America/Los_Angeles',
  'west coast': 'America/Los_Angeles',
  mountain: 'America/Denver',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  central: 'America/Chicago',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  eastern: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  et: 'America/New_York',
  'east coast': 'America/New_York',
  atlantic: 'America/Halifax',
  hawaii: 'Pacific/Honolulu',
  alaska: 'America/Anchorage',
  arizona: 'America/Phoenix',
  gmt: 'Europe/London',
  bst: 'Europe/London',
  uk: 'Europe/London',
  cet: 'Europe/Berlin',
  cest: 'Europe/Berlin',
  ist: 'Asia/Kolkata',
  jst: 'Asia/Tokyo',
  sgt: 'Asia/Singapore',
  aest: 'Australia/Sydney',
  aedt: 'Australia/Sydney',
  awst: 'Australia/Perth',
  nzst: 'Pacific/Auckland',
};
/** Short names of large cities. */
const SHORT: Record<string, string> = {
  nyc: 'new york',
  'new york city': 'new york',
  la: 'los angeles',
  sf: 'san francisco',
  dc: 'washington, d.c.',
  'washington dc': 'washington, d.c.',
  philly: 'philadelphia',
  vegas: 'las vegas',
  chi: 'chicago',
  bombay: 'mumbai',
  bangalore: 'bengaluru',
};
/** Countries with one zone, and their ISO codes by name. */
const SINGLE: Record<string, string> = {
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  FR: 'Europe/Paris',
  DE: 'Europe/Berlin',
  AT: 'Europe/Vienna',
  CH: 'Europe/Zurich',
  NL: 'Europe/Amsterdam',
  BE: 'Europe/Brussels',
  LU: 'Europe/Luxembourg',
  IT: 'Europe/Rome',
  DK: 'Europe/Copenhagen',
  SE: 'Europe/Stockholm',
  NO: 'Europe/Oslo',
  FI: 'Europe/Helsinki',
  PL: 'Europe/Warsaw',
  CZ: 'Europe/Prague',
  SK: 'Europe/Bratislava',
  HU: 'Europe/Budapest',
  RO: 'Europe/Bucharest',
  BG: 'Europe/Sofia',
  GR: 'Europe/Athens',
  TR: 'Europe/Istanbul',
  IL: 'Asia/Jerusalem',
  AE: 'Asia/Dubai',
  SA: 'Asia/Riyadh',
  IN: 'Asia/Kolkata',
  PK: 'Asia/Karachi',
  BD: 'Asia/Dhaka',
  NP: 'Asia/Kathmandu',
  LK: 'Asia/Colombo',
  SG: 'Asia/Singapore',
  MY: 'Asia/Kuala_Lumpur',
  TH: 'Asia/Bangkok',
  VN: 'Asia/Ho_Chi_Minh',
  PH: 'Asia/Manila',
  HK: 'Asia/Hong_Kong',
  TW: 'Asia/Taipei',
  CN: 'Asia/Shanghai',
  JP: 'Asia/Tokyo',
  KR: 'Asia/Seoul',
  NG: 'Africa/Lagos',
  GH: 'Africa/Accra',
  KE: 'Africa/Nairobi',
  ZA: 'Africa/Johannesburg',
  EG: 'Africa/Cairo',
  MA: 'Africa/Casablanca',
  SN: 'Africa/Dakar',
  CO: 'America/Bogota',
  PE: 'America/Lima',
  VE: 'America/Caracas',
  UY: 'America/Montevideo',
  AR: 'America/Argentina/Buenos_Aires',
};

const ZONE_NAME = Object.keys(NAMED).join('|');
const STATED = new RegExp(
  `(?<![\\p{L}'])(?:i'?m|i am|im|we'?re|we are|i live|we live|my time|my time ?zone is|my zone is|that's|it's|all times|here is)\\b[^.!?\\n]{0,30}?(?<![\\p{L}])(${ZONE_NAME})(?: standard| daylight)?(?: time| timezone| time zone| zone| here| my time)(?![\\p{L}])|(?:i'?m|im|we'?re|i am) (?:in|on) (?:the )?(pst|pdt|mst|mdt|cst|cdt|est|edt|gmt|bst|cet|cest|ist|jst|aest|aedt|awst|nzst|sgt|east coast|west coast|uk)(?![\\p{L}])|my time ?zone(?: is|:)? (${ZONE_NAME})(?![\\p{L}])`,
  'iu',
);
const IN_CITY =
  /(?<![\p{L}'])(?:(?:i'?m|i am|im|we'?re|we are)(?: currently| now| still| based| located| living| over| out| here)* in|(?:i|we)(?: currently| now| both)? live in|(?:i|we)(?: just| recently)? moved to|based in|located in|here in|i'm calling from|calling from|writing from|greetings from|hello from|good (?:morning|afternoon|evening) from|vivo en|estoy en|j'habite (?:à|a)|je suis à|ich wohne in|ich lebe in|ich bin in|moro em|estou em|main [\p{L}]{3,20} mein rehta)\s+(?:the )?([\p{L}][\p{L}.'-]+(?: [\p{L}][\p{L}.'-]+){0,2})(?:,? ([\p{L}.]{2,20}))?/giu;
const MINE_NOT =
  /\b(?:not|when|if|was|were|used to|will be|next|tomorrow|weekend|vacation|holiday|trip|visiting|flying|wife|husband|friend|he|she|they)\b[^.!?\n]{0,25}$/i;
const AWAY =
  /^[^.!?\n]{0,30}\b(?:for (?:a|the|my|our|two|2|3|work|business)|on (?:vacation|holiday|business|a trip)|until|till|visiting|right now for|this week|next week|this weekend|today only|meeting|a meeting|class)\b/i;

/**
 * The contact's time zone, when they state a zone or the city they are in, or when the country of their phone has one
 * zone; the last statement counts.
 * @param turns - the conversation in order of time
 * @param phoneRegion - ISO 3166 country of the contact's phone number
 */
export function findZone(turns: PlainTurn[], phoneRegion?: string): Sourced<string> | undefined {
  const inbound = turns.filter(({ turn }) => turn.direction === 'inbound');
  for (const { turn, text } of inbound.toReversed()) {
    const stated = STATED.exec(text);
    const zone = stated && NAMED[(stated[1] ?? stated[2] ?? stated[3] ?? '').toLowerCase()];
    const city = cityZone(text);
    if (zone && !(city && city.zone !== zone && /standard|time/i.test(stated[0]) === false)) {
      return {
        value: city?.zone ?? zone,
        evidence: evidence(turn, stated.index, stated.index + stated[0].length),
      };
    }
    if (city) return { value: city.zone, evidence: evidence(turn, city.start, city.end) };
  }
  const region = phoneRegion?.toUpperCase() ?? '';
  const value = SINGLE[region];
  const [first] = inbound;
  return value && first
    ? { value, evidence: evidence(first.turn, 0, first.turn.body.length) }
    : undefined;
}

function cityZone(text: string): { zone: string; start: number; end: number } | null {
  for (const match of text.matchAll(IN_CITY)) {
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    if (MINE_NOT.test(before) || AWAY.test(text.slice(match.index + match[0].length))) continue;
    const city = knownCity(match[1] ?? '', match[2]);
    if (city)
      return { zone: city.zone, start: match.index, end: match.index + match[0].trimEnd().length };
  }
  return null;
}

/** The largest city of that name, of the named state if one follows; small places of a common word are none. */
function knownCity(words: string, state: string | undefined): City | null {
  const parts = words.split(' ');
  for (let count = parts.length; count > 0; count -= 1) {
    const name = fold(parts.slice(0, count).join(' ').replace(/[.,]$/, ''));
    const same = citiesNamed(SHORT[name] ?? name);
    const area = (parts[count] ?? state ?? '').replace(/\./g, '').toUpperCase();
    const exact = same.find((city) => city.state === area);
    const [largest] = same;
    if (exact) return exact;
    if (largest && largest.population > 90_000) return isAmbiguous(same) ? null : largest;
  }
  return null;
}

/** Two large cities of one name in different zones: better no zone than the wrong one. */
function isAmbiguous(same: City[]): boolean {
  const [largest, ...others] = same;
  return others.some(
    (city) => largest && city.zone !== largest.zone && city.population > largest.population * 0.5,
  );
}
