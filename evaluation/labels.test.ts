// Checks that the labelled sets are well formed and that every label can be found in its conversation.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Gold = Record<(typeof FIELDS)[number], string | null>;
type Dialogue = { dialogue: string; kind: string; turns: [string, string][]; gold: Gold };

const FIELDS = [
  'first_name',
  'last_name',
  'email',
  'company',
  'job_title',
  'preferred_language',
  'timezone',
  'gender',
  'pipeline_stage',
] as const;

const FILES = [
  'names-positive.jsonl',
  'conversations-sms.jsonl',
  'conversations-email.jsonl',
  'conversations-call.jsonl',
];

const dialogues: Dialogue[] = FILES.flatMap((file) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line)),
);

const fold = (text: string) => text.normalize('NFC').toLowerCase();

/** A label that must be found: neither empty nor left unscored. */
const isValue = (gold: string | null): gold is string => gold !== null && gold !== 'any';

/** All text of a conversation, or of one side, folded for comparison. */
function textOf({ turns }: Dialogue, side?: string): string {
  return fold(
    turns
      .filter(([speaker]) => !side || speaker === side)
      .map(([, text]) => text)
      .join('\n'),
  );
}

/** Writes an address the way it is dictated: "a_b@c.org" becomes "a underscore b at c dot org". */
const spoken = (email: string) =>
  fold(email)
    .replaceAll('.', ' dot ')
    .replaceAll('_', ' underscore ')
    .replace('@', ' at ')
    .replace(/([a-z])(\d)/g, '$1 $2');

describe('the labelled sets', () => {
  test('has at least 150 conversations with unique ids', () => {
    expect(dialogues.length).toBeGreaterThanOrEqual(150);
    expect(new Set(dialogues.map((d) => d.dialogue)).size).toBe(dialogues.length);
  });

  test('no two conversations say the same thing', () => {
    expect(new Set(dialogues.map((d) => textOf(d))).size).toBe(dialogues.length);
  });

  test('keeps enough conversations without a name, and of each language', () => {
    const empty = dialogues.filter((d) => d.gold.first_name === null && d.gold.last_name === null);
    expect(empty.length).toBeGreaterThanOrEqual(35);
    for (const language of ['es', 'fr', 'de', 'pt', 'hi']) {
      const count = dialogues.filter((d) => d.gold.preferred_language === language).length;
      expect(count, language).toBeGreaterThanOrEqual(6);
    }
  });

  test.each(dialogues)('$dialogue $kind', (d) => {
    expect(Object.keys(d.gold).toSorted()).toEqual([...FIELDS].toSorted());
    expect(d.turns.length).toBeGreaterThanOrEqual(1);
    expect(d.turns.length).toBeLessThanOrEqual(25);
    for (const [speaker, text] of d.turns) {
      expect(['USER', 'SYSTEM']).toContain(speaker);
      expect(text.trim()).not.toBe('');
    }
    const said = textOf(d, 'USER');
    for (const name of [d.gold.first_name, d.gold.last_name].filter(isValue)) {
      for (const token of fold(name).split(/[\s-]+/)) expect(textOf(d)).toContain(token);
    }
    if (isValue(d.gold.email)) {
      expect([fold(d.gold.email), spoken(d.gold.email)].some((form) => said.includes(form))).toBe(
        true,
      );
    }
    for (const value of [d.gold.company, d.gold.job_title].filter(isValue)) {
      expect(said).toContain(fold(value));
    }
    if (isValue(d.gold.preferred_language)) expect(d.gold.preferred_language).toMatch(/^[a-z]{2}$/);
    if (isValue(d.gold.timezone)) expect(d.gold.timezone).toMatch(/^[A-Z]\w+\/\w+/);
    if (isValue(d.gold.gender)) expect(['female', 'male', 'non-binary']).toContain(d.gold.gender);
    if (isValue(d.gold.pipeline_stage)) {
      expect(['lead', 'prospect', 'qualified', 'customer', 'churned']).toContain(
        d.gold.pipeline_stage,
      );
    }
  });
});
