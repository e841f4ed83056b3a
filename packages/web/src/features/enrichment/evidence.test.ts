import type { Contact } from '@rapport/contract/contacts.api';
import type { FieldEvidence } from '@rapport/contract/enrichment.api';
import { describe, expect, test } from 'vitest';
import { currentEvidence, engineWord, filledSentence, readSentence } from './evidence.ts';

describe('filledSentence', () => {
  test('names each thing once', () => {
    expect(filledSentence(['first_name', 'last_name', 'company', 'email'])).toBe(
      'Filled name, company and e-mail',
    );
    expect(filledSentence(['job_title', 'ai_summary'])).toBe('Filled title');
    expect(filledSentence(['gender', 'timezone'])).toBe('Filled gender and time zone');
  });

  test('says when nothing was new', () => {
    expect(filledSentence([])).toContain('nothing new');
    expect(filledSentence(['ai_summary'])).toContain('nothing new');
  });
});

test('who read how much', () => {
  expect(engineWord({ engine: 'local', model: null })).toBe('local engine');
  expect(engineWord({ engine: 'llm', model: 'some/model' })).toBe('some/model');
  expect(readSentence({ message_count: 1 })).toBe('Read 1 message');
});

describe('currentEvidence', () => {
  const contact = {
    first_name: 'Anna',
    company: 'Acme',
    emails: [{ id: 'e', email: 'Anna@Acme.example', label: null, is_preferred: true }],
  } as unknown as Contact;
  const said = (field: FieldEvidence['field'], value: string): FieldEvidence => ({
    field,
    value,
    run_id: '0190a1b2-0000-7000-8000-00000000000a',
    call_id: null,
    message_id: 'm',
    quote: value,
    message_at: null,
    engine: 'local',
    model: null,
    created_at: '2026-01-01T00:00:00Z',
  });

  test('speaks for what is still there', () => {
    const shown = currentEvidence(contact, [
      said('first_name', 'Anna'),
      said('email', 'anna@acme.example'),
    ]);
    expect(Object.keys(shown)).toEqual(['first_name', 'email']);
  });

  test('is silent about what a person changed since', () => {
    expect(currentEvidence(contact, [said('company', 'Acme Ltd')])).toEqual({});
  });
});
