// What somebody wrote, apart from the mail that their program left below it.

export type SplitMail = { said: string; quoted: string | null };

// "On Tue, 3 Mar 2026 at 10:00, Ada <ada@example.com> wrote:", also over two lines and in other languages.
const WROTE =
  /^(?:on|am|le|el|em|il|den|op|w dniu)\b.{4,250}?(?:wrote|schrieb.{0,80}|a écrit|escribió|escreveu|ha scritto|skrev.{0,80}|schreef.{0,80}|napisał\(?a?\)?)\s*:\s*$/is;
const DIVIDER =
  /^[\s>]*(?:-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|mensagem original|messaggio originale|forwarded message)\s*-{2,}|_{20,})\s*$/i;
const LONGEST_INTRODUCTION = 300;
/** Outlook's block: "From: ..." and within three lines "Sent:" or "To:". */
const FROM_LINE = /^\s*\*?(?:from|von|de|da|från|van)\s?:\*?\s+\S/i;
const SENT_LINE =
  /^\s*\*?(?:sent|date|gesendet|datum|envoyé|enviado|inviato|skickat|verzonden|to|an|à|para)\s?:\*?\s+\S/i;

/**
 * Splits a plain text at the quoted mail. When in doubt, or when nothing would be left, all of it was said.
 */
export const splitQuoted = (text: string): SplitMail => {
  const lines = text.split(/\r?\n/);
  const start = quoteStart(lines);
  const said = lines.slice(0, start).join('\n').trimEnd();
  if (start === lines.length || said.trim() === '') return { said: text.trimEnd(), quoted: null };
  return { said, quoted: lines.slice(start).join('\n').trim() };
};

/** The first line of what is quoted; the number of lines when nothing is. */
const quoteStart = (lines: string[]): number => {
  const rest = restOf(lines);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (DIVIDER.test(line) && rest(i + 1) !== 'empty') return i;
    if (
      i > 0 &&
      FROM_LINE.test(line) &&
      lines.slice(i + 1, i + 4).some((next) => SENT_LINE.test(next))
    )
      return i;
    if (isQuote(line) && rest(i) === 'quoted') return i;
    // Somebody who answers between the lines says something after the first of them: nothing is cut there.
    const introduced = introduction(lines, i);
    if (introduced > 0 && ['quoted', 'plain'].includes(rest(i + introduced))) return i;
  }
  return lines.length;
};

/** How many lines from here introduce a quote: programs break the sentence where they like. */
const introduction = (lines: string[], i: number): number => {
  if (lines[i]!.length > LONGEST_INTRODUCTION) return 0;
  for (let count = 1; count <= 3; count++)
    if (
      WROTE.test(
        lines
          .slice(i, i + count)
          .join(' ')
          .trim(),
      )
    )
      return count;
  return 0;
};

const isQuote = (line: string): boolean => /^\s*>/.test(line);

/** What the lines from one on are; empty ones say nothing. */
const restOf = (lines: string[]): ((from: number) => 'empty' | 'quoted' | 'plain' | 'mixed') => {
  const lastQuoted = lines.findLastIndex(isQuote);
  const lastPlain = lines.findLastIndex((line) => line.trim() !== '' && !isQuote(line));
  return (from) => {
    const hasQuoted = lastQuoted >= from;
    const hasPlain = lastPlain >= from;
    if (hasQuoted && hasPlain) return 'mixed';
    return hasQuoted ? 'quoted' : hasPlain ? 'plain' : 'empty';
  };
};
