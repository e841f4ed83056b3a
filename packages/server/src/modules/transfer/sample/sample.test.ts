// Checks that every line of the sample can be imported and that the sample shows what it is meant to show.

import { readFileSync } from 'node:fs';
import { parsePhone } from '@rapport/domain/contacts/phones';
import { CHANNELS } from '@rapport/domain/messaging/channels';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const DAY = 24 * 60;

const channel = z.enum(CHANNELS).exclude(['voice']);

const line = z
  .strictObject({
    contact: z.strictObject({
      name: z.string().min(1).optional(),
      phone: z.string().optional(),
      email: z.email().optional(),
      external_id: z.string().min(1).optional(),
      channel: channel.optional(),
    }),
    direction: z.enum(['inbound', 'outbound']),
    body: z.string().trim().min(1),
    sent_at: z.string().regex(/^-\d+d ([01]\d|2[0-3]):[0-5]\d$/),
    channel,
    subject: z.string().min(1).optional(),
  })
  .refine(({ channel, subject }) => (channel === 'email') === (subject !== undefined), {
    error: 'E-mails have a subject, nothing else has.',
  })
  .refine(({ contact }) => contact.phone || contact.email || contact.external_id, {
    error: 'A contact needs an identity.',
  })
  .refine(({ contact }) => !contact.external_id === !contact.channel, {
    error: 'An external id needs its channel.',
  });
type Line = z.output<typeof line>;

const lines: Line[] = readFileSync(new URL('sample.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((text) => line.parse(JSON.parse(text)));

/** Minutes after 00:00 UTC of the day of loading; negative for the past. */
function minutesOf({ sent_at }: Line): number {
  const [days = '', hours = '', minutes = ''] = sent_at.match(/\d+/g) ?? [];
  return -Number(days) * DAY + Number(hours) * 60 + Number(minutes);
}

/** The messages of each person, joined over the identities that their lines name. */
function people(): Line[][] {
  const histories = new Map<string, Line[]>();
  for (const message of lines) {
    const { phone, email, external_id } = message.contact;
    const identities = [phone, email, external_id].filter((id) => id !== undefined);
    const history = identities.map((id) => histories.get(id)).find(Boolean) ?? [];
    history.push(message);
    for (const id of identities) histories.set(id, history);
  }
  return [...new Set(histories.values())];
}

describe('the sample workspace', () => {
  test('has enough people, messages, channels and months', () => {
    expect(people().length).toBeGreaterThanOrEqual(12);
    expect(lines.length).toBeGreaterThanOrEqual(400);
    expect(new Set(lines.map((message) => message.channel)).size).toBeGreaterThanOrEqual(4);
    const times = lines.map(minutesOf);
    expect((Math.max(...times) - Math.min(...times)) / DAY).toBeGreaterThanOrEqual(120);
  });

  test('each history is chronological, without two messages in the same minute', () => {
    for (const history of people()) {
      const times = history.map(minutesOf);
      expect(times, history[0]?.body).toEqual([...new Set(times)].toSorted((a, b) => a - b));
    }
  });

  test('nothing of today lies after 02:00 UTC', () => {
    expect(Math.max(...lines.map(minutesOf))).toBeLessThan(2 * 60);
  });

  test('phone numbers are possible and in E.164', () => {
    for (const { contact } of lines) {
      if (contact.phone) {
        expect(parsePhone(contact.phone, null)).toMatchObject({ ok: true, e164: contact.phone });
      }
    }
  });

  test('no address can belong to a real person', () => {
    for (const { body, contact } of lines) {
      const addresses = `${body} ${contact.email ?? ''}`.match(/[\w.+-]+@[\w.-]*\w/g) ?? [];
      for (const address of addresses) expect(address).toMatch(/[@.]example(\.(com|org))?$/);
      if (contact.phone) expect(contact.phone).toMatch(/^\+(1\d{3}55501|447700900|4915228817386)/);
    }
  });

  test('most people are left for enrichment to name', () => {
    const unnamed = people().filter((history) => history.every(({ contact }) => !contact.name));
    expect(unnamed.length).toBeGreaterThan(people().length / 2);
  });

  test('some people use two channels', () => {
    const several = people().filter((history) => new Set(history.map((m) => m.channel)).size > 1);
    expect(several.length).toBeGreaterThanOrEqual(4);
  });

  test('the inbox looks alive: several unanswered messages of the last two days', () => {
    const waiting = people()
      .map((history) => history.at(-1))
      .filter((last) => last?.direction === 'inbound' && minutesOf(last) > -2 * DAY);
    expect(waiting.length).toBeGreaterThanOrEqual(5);
  });

  test('no message is a copy of another', () => {
    const long = lines.map((message) => message.body).filter((body) => body.length > 25);
    expect(new Set(long).size).toBe(long.length);
  });
});
