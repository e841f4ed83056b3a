import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Turn } from '../enrichment/fields.ts';
import { type SuggestInput, suggestReplies } from './suggest.ts';

const turn = (direction: 'inbound' | 'outbound', body: string, n = 0): Turn => ({
  id: `m${n}`,
  direction,
  body,
  sent_at: `2026-06-01T12:${String(n).padStart(2, '0')}:00Z`,
  channel: 'sms',
});
const input = (body: string, values: Partial<SuggestInput> = {}): SuggestInput => ({
  turns: [turn('inbound', body)],
  contact: { first_name: 'Ada', preferred_language: null },
  canned: [],
  answers: [],
  memory: [],
  home_names: ['Bella Salon', 'Sam Reed'],
  ...values,
});
const bodies = (given: SuggestInput) => suggestReplies(given).map(({ body }) => body);

const someone = (contact_id: string, names: string[] = [], addresses: string[] = []) => ({
  contact_id,
  names,
  addresses,
});

describe('three answers', () => {
  test.each([
    ['Hi, what are your opening hours on Saturday?', /opening hours/],
    ['How much is a haircut?', /price/],
    ['Can I book an appointment for tomorrow?', /day and time/],
    ['Thank you so much!', /welcome/],
    ['My order arrived broken, I want a refund', /sorry/],
    ['I have to cancel my appointment', /No problem, Ada/],
    ['Hello', /How can I help/],
    ['¿Cuánto cuesta un corte de pelo?', /precio/],
    ['Hola, quiero reservar una cita para mañana', /Con mucho gusto/],
    ['Bonjour, quels sont vos horaires ?', /horaires/],
    ['Combien coûte une coupe, s’il vous plaît ?', /tarif/],
    ['Guten Tag, ich hätte gern einen Termin nächste Woche', /Sehr gerne/],
    ['Danke für die schnelle Hilfe, bis bald!', /Gern geschehen/],
    ['Oi, quanto custa a consulta?', /preço/],
    ['Muito obrigado pela ajuda!', /De nada/],
  ])('to %j', (body, first) => {
    const suggestions = suggestReplies(input(body));
    expect(suggestions).toHaveLength(3);
    expect(suggestions[0]!.body).toMatch(first);
    expect(suggestions.every(({ source }) => source === 'template')).toBe(true);
  });

  test('are in the language on record when the text does not tell', () => {
    const contact = { first_name: 'Ada', preferred_language: 'de' };
    expect(bodies(input('👍', { contact }))[0]).toMatch(/Danke für Ihre Nachricht, Ada/);
  });

  test('leave out a name that nobody knows', () => {
    const contact = { first_name: 'Unknown', preferred_language: null };
    expect(bodies(input('Thanks', { contact }))[0]).toBe('You’re welcome!');
  });

  test('answer all that was written since our last word', () => {
    const turns = [
      turn('inbound', 'Thank you!', 1),
      turn('outbound', 'You are welcome', 2),
      turn('inbound', 'By the way', 3),
      turn('inbound', 'how much would it be?', 4),
      turn('inbound', '?', 5),
    ];
    expect(bodies(input('', { turns }))[0]).toMatch(/price/);
  });

  test('are always three different ones, ranked, whatever was written', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { minLength: 1, maxLength: 20 }),
        fc.string(),
        (texts, first_name) => {
          const turns = texts.map((text, n) => turn(n % 3 ? 'inbound' : 'outbound', text, n));
          const contact = { first_name, preferred_language: null };
          const three = suggestReplies(input('', { turns, contact }));
          expect(three).toHaveLength(3);
          expect(new Set(three.map(({ body }) => body)).size).toBe(3);
          for (const { body, confidence } of three) {
            expect(body.trim()).not.toBe('');
            expect(confidence).toBeGreaterThan(0);
            expect(confidence).toBeLessThan(1);
          }
          expect(three).toEqual(three.toSorted((a, b) => b.confidence - a.confidence));
        },
      ),
    );
  });
});

describe('the words of the house', () => {
  test('a canned reply that fits comes first, one that is not filled does not', () => {
    const canned = [
      {
        shortcut: 'parking',
        title: 'Parking',
        text: 'You can park behind the house.',
        unfilled: [],
      },
      { shortcut: 'hours', title: 'Opening hours', text: 'We open at 9, Ada.', unfilled: [] },
      { shortcut: 'offer', title: 'Opening', text: 'Hi {{x}}', unfilled: ['x'] },
    ];
    const [first, ...others] = suggestReplies(input('What are your opening hours?', { canned }));
    expect(first).toMatchObject({ body: 'We open at 9, Ada.', source: 'canned_reply' });
    expect(others.map(({ source }) => source)).toEqual(['template', 'template']);
    expect(suggestReplies(input('Is there parking?', { canned }))[0]!.body).toMatch(/behind/);
  });

  test('an earlier answer to a like question is offered, addressed to who asks now', () => {
    const answers = [
      {
        question: 'Do you have parking near the salon?',
        answer: 'Hi Maria, yes, there is free parking behind the building.',
        person: someone('1', ['Maria', 'Lopez']),
      },
      {
        question: 'Are dogs allowed?',
        answer: 'Yes, of course!',
        person: someone('2'),
      },
    ];
    const [first] = suggestReplies(input('Is there parking at the salon?', { answers }));
    expect(first).toMatchObject({
      body: 'Hi Ada, yes, there is free parking behind the building.',
      source: 'earlier_answer',
    });
  });

  test('a fact of their own is offered to be confirmed', () => {
    const memory = ['Wedding of the sister on 12 September', 'Likes short hair'];
    const three = suggestReplies(input('When was the wedding of my sister again?', { memory }));
    expect(three[0]).toMatchObject({
      source: 'memory',
      body: 'What I have noted: Wedding of the sister on 12 September. Is that still right?',
    });
  });
});
