// The name with which somebody signs a message: "- Ana Berg", "Thanks,\nAna", a block of name, title and company.

import { salutationLength } from './name-cues.ts';
import { isGiven, isWordName, looksLikeName } from './name-lists.ts';
import { readName } from './name-reader.ts';
import type { ReadName } from './name-shape.ts';
import { isPlace } from './places.ts';
import { fold } from './tokens.ts';

const VALEDICTION =
  /^[\s*]*(?:with )?(?:my |our )?(?:thanks?(?: you)?(?: so much| very much| a lot| again| in advance| and regards| & regards)?|many thanks|thx|ty|cheers|best|best regards|kind regards|warm regards|warmest regards|warmly|regards|best wishes|all the best|sincerely|yours|yours truly|yours sincerely|sincerely yours|respectfully|love|lots of love|xoxo|xx|take care|talk soon|see you soon|have a (?:great|good|nice) (?:day|one|weekend|evening)|cordially|looking forward|gracias|muchas gracias|saludos|un saludo|atentamente|merci|cordialement|bien à vous|danke|vielen dank|mfg|mit (?:freundlichen|besten|lieben|herzlichen) gr(?:ü|ue)(?:ß|ss)en|(?:viele|liebe|herzliche|schöne) gr(?:ü|ue)(?:ß|ss)e|lg|vg|beste grüße|gruß|grüße|obrigad[oa]|atenciosamente|abraços|abraço|att|dhanyavaad|shukriya)[\s.,!*-]*$/iu;
/** Valedictions that close a letter and never address the reader, so that a name on the same line signs. */
const CLOSING_LINE =
  /(?<=^|[.!?,)\n]\s{0,3})(?:best|best regards|kind regards|warm regards|regards|best wishes|all the best|sincerely|yours(?: truly| sincerely| faithfully)?|saludos|un saludo|atentamente|atte\.?|cordialement|bien cordialement|bonne (?:journée|soirée)|bises|bisous|amicalement|mit (?:freundlichen|besten|lieben) grüßen|(?:viele |liebe |beste |schöne )?grüße|gruß|lg|mfg|vg|atenciosamente|att|abraços|abraço|abs|bjs|beijos|xx|xoxo|love|love from|groetjes|mvg|hälsningar|mvh)[,\s]\s{0,3}(?=\p{L})/giu;
const THANKS_LINE =
  /(?<![\p{L}'])(?:thanks(?: again| so much| in advance)?|thank you(?: so much| very much)?|many thanks|thx|ta|cheers|gracias|merci|danke|obrigad[oa]),\s{0,3}(?=\p{L})/giu;
const DASH = /(?:^|[\s.!?])(?:--?|~|\/|\^|xo+|<3|x{1,3})\s?(?=\p{L})/gu;

/** What may follow a signing name: nothing, or the sender's own address. */
const SIGN_OFF =
  /^(?:[\s.!x*]*|,\s\p{Lu}[\p{L}&' ]{2,40}\.?|,?\s{1,3}(?:\S{1,60}@\S{1,60}|\+?[\d\s().-]{6,20})\s*)$/u;
/** A sentence of its own, capitalized. */
const SENTENCE =
  /(?<!\b(?:[Dd]r|[Mm]rs?|[Mm]s|[Ss]t|[Pp]rof)\.)(?<=[.!?)])\s{1,2}(?=\p{Lu}\p{Ll})/gu;

export type Signature = { name: ReadName; weight: number };

/**
 * The signature of a message, or null.
 * A name after "Thanks," on the same line may also address the reader, so it is only a hint (weight 1), unless
 * nobody has written yet or the message greets somebody else.
 * @param text - message in plain signs
 * @param opensConversation - true when the business has not written before
 */
export function signatureName(text: string, opensConversation: boolean): Signature | null {
  return signedLine(text) ?? signedEnd(text, opensConversation);
}

/** A name line under a closing line, or alone at the end of a message of several lines. */
function signedLine(text: string): Signature | null {
  const lines = lineOffsets(text);
  for (let index = 1; index < lines.length; index += 1) {
    const line = lines[index];
    const before = lines[index - 1];
    if (!line || !before) continue;
    const closing = VALEDICTION.test(before.text);
    const heads = headsBlock(lines, index);
    if (!closing && !heads && index !== lines.length - 1) continue;
    const dashed = /^[\s*~/-]+/.exec(line.text)?.[0].length ?? 0;
    const name = readName(text, line.start + dashed, 'bare', true);
    if (!name) continue;
    const rest = text.slice(name.end, line.start + line.text.length);
    const bars = /^\s*\|/.test(rest) && SENDER_LINE.test(rest);
    if (!/^\s*(?:$|[.,!|<(/x-])/.test(rest) || rest.length > (bars ? 120 : 60)) continue;
    const full = name.last !== undefined && isKnown(name);
    if (closing || ((heads || bars) && full)) return { name, weight: 2 };
    const list =
      lines.slice(0, index).some((other) => /:\s*$/.test(other.text)) || isNameOnly(before.text);
    const sure = !isPlace(line.text.trim()) && isKnown(name) && (index > 0 || name.last);
    if (!list && sure && /^[\s.x]*$/.test(rest)) return { name, weight: 2 };
  }
  return null;
}

/** Telephone, address and page of a sender, and what programs add below. */
const SENDER_LINE =
  /\S@\S|\d{3}|\bwww\.|https?:|^(?:sent|enviado|envoyé|gesendet) (?:from|desde|de|von)\b/i;

/**
 * Whether a line stands over the lines of a sender: after a rule or an empty line, and below it nothing
 * but short lines, one of which says how to reach somebody.
 */
function headsBlock(lines: Line[], index: number): boolean {
  const [before, line] = [lines[index - 1]!, lines[index]!];
  const isApart =
    /^\s*[-_=*]{2,}\s*$/.test(before.text) || line.start > before.start + before.text.length + 1;
  const below = lines.slice(index + 1, index + 8).map(({ text }) => text.trim());
  return (
    isApart &&
    below.length > 0 &&
    below.every((text) => text.length <= 70 && !/[?!]$|^>|:$/.test(text)) &&
    below.some((text) => SENDER_LINE.test(text))
  );
}

/** A name at the very end of the last line, after a dash or a closing word. */
function signedEnd(text: string, opensConversation: boolean): Signature | null {
  if (/\?\s*$/.test(text)) return null;
  const from = Math.max(0, text.length - 90);
  const tail = text.slice(from);
  const closing = endingName(text, tail, from, CLOSING_LINE);
  if (closing && (isKnown(closing) || /^\p{Lu}/u.test(text.slice(closing.start))))
    return { name: closing, weight: 2 };
  const dashed = endingName(text, tail, from, DASH);
  if (dashed && isKnown(dashed) && /\S/.test(text.slice(0, dashed.start - 2)))
    return { name: dashed, weight: 2 };
  const thanked = endingName(text, tail, from, THANKS_LINE);
  if (thanked && isKnown(thanked) && !/!/.test(text.slice(thanked.end))) {
    const asks = text.slice(0, thanked.start).trim().split(/\s+/).length >= 5;
    const signs =
      thanked.last !== undefined || (asks && (opensConversation || salutationLength(text) > 0));
    return { name: thanked, weight: signs ? 2 : 1 };
  }
  const alone = endingName(text, tail, from, SENTENCE);
  const both = alone?.last && looksLikeName(fold(alone.first ?? '')) && !isPlace(alone.last);
  if (!alone || !(alone.known || both)) return null;
  const kissed = /^[\s.]*x{1,4}\s*$/.test(text.slice(alone.end));
  return (alone.last && text.length > 24) || kissed ? { name: alone, weight: 2 } : null;
}

function endingName(text: string, tail: string, from: number, pattern: RegExp): ReadName | null {
  let found: ReadName | null = null;
  for (const match of tail.matchAll(pattern)) {
    const name = readName(text, from + match.index + match[0].length, 'bare', true);
    if (name && SIGN_OFF.test(text.slice(name.end))) found = name;
  }
  return found;
}

function isKnown(name: ReadName): boolean {
  const first = fold(name.first ?? '');
  return name.known || isWordName(first) || looksLikeName(first) || name.last !== undefined;
}

function isNameOnly(line: string): boolean {
  const words = line.trim().split(/\s+/);
  return words.length <= 2 && isGiven(fold((words[0] ?? '').replace(/[^\p{L}'-]/gu, '')));
}

type Line = { text: string; start: number };

/** The lines that hold something, at most the last forty. */
function lineOffsets(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim()) lines.push({ text: line, start });
    start += line.length + 1;
  }
  return lines.slice(-40);
}
