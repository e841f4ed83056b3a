import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oddText, storableText } from './odd-text.fixtures.ts';
import type { ExportedContact } from './export-columns.ts';
import { type Card, vcardReader } from './vcard.ts';
import { writeVcard } from './vcard-writer.ts';

const read = (text: string, size = text.length || 1): Card[] => {
  const reader = vcardReader();
  const cards: Card[] = [];
  for (let i = 0; i < text.length; i += size) cards.push(...reader.push(text.slice(i, i + size)));
  return [...cards, ...reader.end()];
};
const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');

describe('vCard', () => {
  test('2.1 with quoted-printable in a charset, soft line breaks and bare types', () => {
    const [one] = read(
      card(
        'VERSION:2.1',
        'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg;;;',
        'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg =',
        'M=C3=BCller',
        'TEL;CELL;PREF:+49 170 1234567',
        'TEL;WORK;VOICE:030 123456',
        'EMAIL;INTERNET;HOME:joerg@example.com',
        'ADR;HOME;ENCODING=QUOTED-PRINTABLE:;;Hauptstra=C3=9Fe 1;Berlin;;10115;Germany',
        'NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo',
        'BDAY:19850412',
      ),
    );
    expect(one!.raw).toMatchObject({
      fields: { first_name: 'Jörg', last_name: 'Müller', date_of_birth: '19850412' },
      phones: [
        { value: '+49 170 1234567', label: 'Mobile' },
        { value: '030 123456', label: 'Work' },
      ],
      emails: [{ value: 'joerg@example.com', label: 'Home' }],
      addresses: [
        { street: 'Hauptstraße 1', city: 'Berlin', state: null, zip: '10115', country: 'Germany' },
      ],
      notes: ['one\r\ntwo'],
    });
  });

  test('3.0 of Apple: groups with labels, folding, escapes, several components', () => {
    const [one] = read(
      card(
        'VERSION:3.0',
        'N:O\\;Hara;Ann;Mary;Dr.;',
        'FN:Dr. Ann Mary O\\;Hara',
        'ORG:Acme\\, Inc.;Sales',
        'TITLE:Head of',
        '  Sales',
        'item1.TEL;type=pref:(415) 555-0132',
        'item1.X-ABLabel:_$!<Main>!$_',
        'item2.EMAIL;type=INTERNET:ann@example.com',
        'item2.X-ABLabel:Night shift',
        'CATEGORIES:VIP,Paris\\, Lyon',
        'NOTE:first\\nsecond',
        'BDAY;value=date:1990-02-28',
        'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ',
      ),
    );
    expect(one!.raw).toMatchObject({
      fields: {
        first_name: 'Ann Mary',
        last_name: 'O;Hara',
        company: 'Acme, Inc.',
        job_title: 'Head of Sales',
        date_of_birth: '1990-02-28',
      },
      phones: [{ value: '(415) 555-0132', label: 'Main' }],
      emails: [{ value: 'ann@example.com', label: 'Night shift' }],
      tags: ['VIP', 'Paris, Lyon'],
      notes: ['first\nsecond'],
    });
  });

  test('4.0: preferred first, tel: addresses, a name in FN only, a birthday without a year', () => {
    const [one] = read(
      card(
        'VERSION:4.0',
        'FN:Ludwig van Beethoven',
        'TEL;VALUE=uri;TYPE="voice,home":tel:+43-1-234567',
        'TEL;VALUE=uri;PREF=1;TYPE=cell:tel:+43-664-1234567',
        'GENDER:M',
        'BDAY:--1216',
      ),
    );
    expect(one!.raw).toMatchObject({
      fields: { first_name: 'Ludwig', last_name: 'van Beethoven', gender: 'male' },
      phones: [
        { value: '+43-664-1234567', label: 'Mobile' },
        { value: '+43-1-234567', label: 'Home' },
      ],
    });
    expect(one!.raw.fields.date_of_birth).toBeUndefined();
  });

  test('several cards, a card in a card, and lines that are none', () => {
    const inner = card('N:Agent;A').trimEnd();
    const text = `nonsense\r\n${card('N:Ek;Bo', 'AGENT:', inner)}\n\n${card('N:Lee;Ann', 'no colon')}BEGIN:VCARD\nN:Never;Ended\n`;
    expect(read(text).map(({ raw }) => raw.fields.first_name)).toEqual(['Bo', 'Ann']);
    expect(read(text).map(({ line }) => line)).toEqual([2, 11]);
    expect(read(text, 1)).toEqual(read(text));
  });

  test('any text gives an answer', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'BEGIN:VCARD',
        'END:VCARD',
        'N:',
        'TEL;X="a:b',
        'ADR;ENCODING=QUOTED-PRINTABLE:=',
        'NOTE;CHARSET=none;ENCODING=Q:=zz',
      ),
      oddText(),
    );
    fc.assert(fc.property(fc.array(line), (lines) => void read(lines.join('\n'))));
  });

  test('what we write is what we read', () => {
    const text = storableText({ maxLength: 40 }).map((value) =>
      value.replaceAll(/\r\n?/g, '\n').trim(),
    );
    const optional = fc.option(text.filter((value) => value !== ''));
    const label = optional;
    const contact: fc.Arbitrary<ExportedContact> = fc.record({
      id: fc.uuid(),
      external_id: optional,
      first_name: text.filter((value) => value !== ''),
      last_name: text,
      company: optional,
      job_title: optional,
      status: fc.constantFrom('active', 'archived'),
      pipeline_stage: fc.option(fc.constant('lead')),
      source: optional,
      phones: fc.array(fc.record({ phone_number: fc.constant('+14155550132'), label })),
      emails: fc.array(fc.record({ email: fc.emailAddress(), label })),
      addresses: fc.array(
        fc.record({
          label,
          street: text.filter((value) => value !== ''),
          city: optional,
          state: optional,
          zip: optional,
          country: optional,
        }),
      ),
      tags: fc.array(fc.record({ name: text.filter((value) => value !== '') })),
      date_of_birth: fc.constantFrom(null, '1990-02-28'),
      gender: optional,
      timezone: fc.constantFrom(null, 'Europe/Berlin'),
      preferred_language: optional,
      avatar_url: fc.constant(null),
      ai_summary: optional,
      assigned_users: fc.constant([]),
      notes: fc.array(text.filter((value) => value !== '')),
      created_at: fc.constant(new Date(0)),
      last_contacted_at: fc.constant(null),
    });
    fc.assert(
      fc.property(contact, (one) => {
        const text = writeVcard(one);
        const lines = text.split('\r\n').map((line) => new TextEncoder().encode(line).length);
        expect(Math.max(...lines)).toBeLessThanOrEqual(75);
        const [back] = read(text);
        expect(back!.raw.fields.id).toBe(one.id);
        expect(back!.raw.fields.first_name).toBe(one.first_name);
        expect(back!.raw.fields.last_name).toBe(one.last_name);
        expect(back!.raw.fields.company ?? null).toBe(one.company);
        expect(back!.raw.fields.ai_summary ?? null).toBe(one.ai_summary);
        expect(back!.raw.phones).toEqual(
          one.phones.map(({ phone_number, label }) => ({ value: phone_number, label })),
        );
        expect(back!.raw.emails).toEqual(
          one.emails.map(({ email, label }) => ({ value: email, label })),
        );
        expect(back!.raw.addresses).toEqual(one.addresses);
        expect(back!.raw.notes).toEqual(one.notes);
        expect(back!.raw.tags).toEqual(one.tags.map(({ name }) => name));
      }),
    );
  });
});
