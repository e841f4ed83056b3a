// Reports that a mail could not be delivered: multipart/report (RFC 3462, 3464), and the plain ones of older hosts.
import { headerId, headerIds } from './email-threading.ts';

export type Bounce = {
  /** `hard`: the address is no good (5.x.x). `soft`: it may work later (4.x.x). */
  kind: 'hard' | 'soft';
  /** Whom it could not reach, in lower case; null when the report does not say. */
  recipient: string | null;
  /** Such as 5.1.1; null when the report gives none. */
  status: string | null;
  /** The other host's own words. */
  reason: string;
  /** Of our mail; null when the report does not hold it. */
  original_id: string | null;
};

export type Report = {
  /** The parts of type message/delivery-status, as text. */
  delivery_status: string[];
  /** The headers of the mail that it is about, as text; empty when they are not there. */
  original_headers: string;
  text: string;
};

/**
 * Reads what could not be delivered.
 * @returns null when it is no such report: success, a delay, or something else altogether
 */
export const readBounce = ({ delivery_status, original_headers, text }: Report): Bounce | null => {
  const original_id = originalId(original_headers) ?? originalId(text);
  const groups = delivery_status.flatMap((part) => part.split(/\r?\n[ \t]*\r?\n/)).map(fieldsOf);
  const failed = groups.find((group) => group.get('action')?.toLowerCase() === 'failed');
  if (failed) {
    const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(failed.get('status') ?? '')?.[0] ?? null;
    const words = withoutType(failed.get('diagnostic-code') ?? '');
    return {
      kind: status?.startsWith('4') ? 'soft' : 'hard',
      recipient: addressIn(failed.get('original-recipient') ?? failed.get('final-recipient') ?? ''),
      status,
      reason: words || 'The mail host gave no reason.',
      original_id,
    };
  }
  return groups.some((group) => group.has('action')) ? null : plainBounce(text, original_id);
};

/** Fields of one group, names in lower case, folded lines joined. */
const fieldsOf = (group: string): Map<string, string> =>
  new Map(
    group
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .flatMap((line) => {
        const colon = line.indexOf(':');
        return colon < 1
          ? []
          : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const];
      }),
  );

const withoutType = (value: string): string =>
  value
    .replace(/^(smtp|x-[\w-]+)\s*;\s*/i, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 500);

const addressIn = (text: string): string | null =>
  /[^\s<>;,"']{1,64}@[^\s<>;,"']{1,190}\.[^\s<>;,"']{1,63}/
    .exec(text.replace(/^rfc822\s*;/i, ''))?.[0]
    ?.replace(/[.:)]+$/, '')
    .toLowerCase() ?? null;

const originalId = (headers: string): string | null => {
  const value = /^message-id:\s*(\S[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/im.exec(headers)?.[1];
  if (!value) return null;
  return headerIds(value)[0] ?? headerId(value);
};

// "550 5.1.1 <ada@example.com>: user unknown", "Status: 5.0.0", "552-5.2.2 mailbox full".
const CODE =
  /(?<![\d.])([45])\d\d[ -]+(?:([45]\.\d{1,3}\.\d{1,3})\s+)?[^\r\n]*|(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.])[^\r\n]*/;
const FAILURE =
  /could not be delivered|couldn't be delivered|undeliver|delivery (has )?failed|failed permanently|permanent (fatal )?error|returned to sender|unable to deliver|user unknown|no such user|mailbox unavailable/i;

/** A report without a delivery status: what qmail, exim and many others write in plain words. */
const plainBounce = (text: string, original_id: string | null): Bounce | null => {
  if (!FAILURE.test(text)) return null;
  const code = CODE.exec(text);
  const first = code?.[1] ?? code?.[3]?.[0];
  return {
    kind: first === '4' ? 'soft' : 'hard',
    recipient: addressIn(text),
    status: code?.[2] ?? code?.[3] ?? null,
    reason: (code?.[0] ?? FAILURE.exec(text)![0]).replace(/\s+/g, ' ').trim().slice(0, 500),
    original_id,
  };
};

// The mail, its size, our standing, a full mailbox or a broken route say nothing against the address
// (RFC 3463: x.2.2 full, x.2.3 too long, x.3 and x.4 system and routing, x.6 content, x.7 policy).
const NOT_THE_ADDRESS = /^5\.(2\.[23]|[3467]\.)/;

/** Whether there is no point in writing to the address again. */
export const isAddressBad = ({ kind, status }: Pick<Bounce, 'kind' | 'status'>): boolean =>
  kind === 'hard' && !NOT_THE_ADDRESS.test(status ?? '');
