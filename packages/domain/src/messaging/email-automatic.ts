// Mails that no person wrote to us: answers of a holiday maker's mailbox, newsletters, notices of mail hosts.

export type MailHeader = { key: string; value: string };

const DAEMON = /^(mailer-daemon|postmaster|mail-daemon|mdaemon)@/i;
const SUBJECT =
  /^\s*(out of (the )?office|automatic reply|auto[- ]?(reply|response|matic antwort)|autoreply|abwesenheits|automatische antwort|réponse automatique|respuesta automática|resposta automática|risposta automatica)/i;

/**
 * Why a mail is taken for one that a program sent, in words; null for one that a person may have written.
 * After RFC 3834 and what programs did before it.
 * @param headers names in lower case
 * @param mail `return_path` is null when unknown and empty for the null sender `<>`
 */
export const automaticReason = (
  headers: MailHeader[],
  mail: { from: string; subject: string; return_path: string | null },
): string | null => {
  const values = (name: string) =>
    headers.filter(({ key }) => key === name).map(({ value }) => value.trim().toLowerCase());
  const says = (name: string, pattern: RegExp) => values(name).some((value) => pattern.test(value));

  if (DAEMON.test(mail.from)) return 'It comes from a mail host, not from a person.';
  if (mail.return_path === '' || says('return-path', /^<?\s*>?$/))
    return 'It has no return path, as notices have.';
  if (says('auto-submitted', /^(?!no\b)\S/))
    return 'It says that a program answered (Auto-Submitted).';
  if (says('precedence', /^(bulk|junk|auto_reply)/))
    return 'It says that it went to many (Precedence).';
  if (
    says('x-autoreply', /^(?!no\b)\S/) ||
    says('x-autorespond', /\S/) ||
    says('x-auto-reply', /\S/)
  )
    return 'It says that a program answered.';
  if (SUBJECT.test(mail.subject)) return 'Its subject is that of an automatic answer.';
  return null;
};

/**
 * Whether a mail went out to a list. Newsletters do, and so does what a group address passes on of what people
 * write: who wrote it decides.
 */
export const isListMail = (headers: MailHeader[]): boolean =>
  headers.some(
    ({ key, value }) => key === 'list-id' || (key === 'precedence' && /^\s*list/i.test(value)),
  );

/** Whether nobody reads what is sent to an address: `noreply@`, `do-not-reply@`. */
export const isUnread = (address: string): boolean =>
  /^(no|do-?not)[-_.]?reply(?![a-z])/i.test(address);

/** Whether a mail comes from a mail host itself. */
export const isDaemon = (from: string): boolean => DAEMON.test(from);
