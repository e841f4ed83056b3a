// Which conversation a mail belongs to: by our token in the address, else by what it says it answers.

/** A Message-ID as we compare it: without brackets and space around it. */
export const headerId = (text: string): string => text.trim().replace(/^<|>$/g, '').trim();

// Some programs break a long id over lines, others forget the brackets. Each alternative takes a word whole, so
// that the time grows with the text and not with its square: strangers write it.
const WORD = /<([^<>]*)>|[^\s<>,;]+/g;
const LONGEST_ID = 998;

/** The Message-IDs in `References` or `In-Reply-To`, in their order, each once. */
export const headerIds = (text: string | null | undefined): string[] => {
  const ids = [...(text ?? '').matchAll(WORD)].flatMap(([word, bracketed]) => {
    if (bracketed !== undefined) return [bracketed.replace(/\s+/g, '')];
    return /.@./.test(word) ? [word] : [];
  });
  return [...new Set(ids.filter((id) => id !== '' && id.length <= LONGEST_ID))];
};

/** What a mail may answer, the most telling first: `In-Reply-To`, then `References` from the right. */
export const answeredIds = (mail: { in_reply_to: string[]; references: string[] }): string[] => [
  ...new Set([...mail.in_reply_to, ...mail.references.toReversed()]),
];

/** A mail that is known already, as far as threads go. */
export type KnownMail = { header_id: string; thread_id: string; contact_id: string };

/**
 * The mail that a new one answers, or null when it opens a conversation. Headers are easily copied, and
 * mails are forwarded: nobody but its contact joins a thread.
 * @param by_token the mail whose token stands in the address that was written to
 * @param known mails of the organization that have one of the answered ids
 * @param contact_ids whom the mail is from; of one that our own staff sent, whom it is to
 */
export const chooseAnswered = (
  by_token: KnownMail | null,
  known: KnownMail[],
  answered: string[],
  contact_ids: ReadonlySet<string>,
): KnownMail | null => {
  const byId = new Map(known.map((mail) => [mail.header_id, mail]));
  const candidates = [by_token, ...answered.map((id) => byId.get(id) ?? null)];
  return candidates.find((mail) => mail !== null && contact_ids.has(mail.contact_id)) ?? null;
};

const MOST_REFERENCES = 20;

/**
 * `References` of an answer (RFC 5322, 3.6.4): those of its parent and the parent itself. Of a long thread the
 * first one and the newest stay, so that the header fits.
 */
export const referencesOf = (parent: { header_id: string; reference_ids: string[] }): string[] => {
  const all = [...parent.reference_ids.filter((id) => id !== parent.header_id), parent.header_id];
  return all.length <= MOST_REFERENCES ? all : [all[0]!, ...all.slice(1 - MOST_REFERENCES)];
};
