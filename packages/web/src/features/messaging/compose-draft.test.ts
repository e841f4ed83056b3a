import { describe, expect, test } from 'vitest';
import { type ComposeAttachment, EMPTY_DRAFT, missingIn, requestOf } from './compose-draft.ts';

const attachment = (state: ComposeAttachment['state']): ComposeAttachment => ({
  key: 'k',
  file_name: 'plan.pdf',
  content_type: 'application/pdf',
  file_size: 10,
  preview_url: null,
  state,
});
const ready = attachment({ kind: 'ready', id: 'a1' });

describe('what is missing', () => {
  test('words, or something attached', () => {
    expect(missingIn({ ...EMPTY_DRAFT, body: '  ' }, 'sms')).toMatch(/Write/);
    expect(missingIn({ ...EMPTY_DRAFT, body: 'Hi' }, 'sms')).toBeNull();
    expect(missingIn({ ...EMPTY_DRAFT, attachments: [ready] }, 'sms')).toBeNull();
  });
  test('a subject, of an e-mail only', () => {
    expect(missingIn({ ...EMPTY_DRAFT, body: 'Hi' }, 'email')).toMatch(/subject/);
    expect(missingIn({ ...EMPTY_DRAFT, body: 'Hi', subject: 'Plan' }, 'email')).toBeNull();
  });
  test('an attachment that is not there yet, or never will be', () => {
    const draft = { ...EMPTY_DRAFT, body: 'Hi' };
    expect(
      missingIn({ ...draft, attachments: [attachment({ kind: 'uploading' })] }, 'sms'),
    ).toMatch(/still/);
    expect(
      missingIn({ ...draft, attachments: [attachment({ kind: 'failed', error: null })] }, 'sms'),
    ).toMatch(/Remove/);
  });
});

describe('the request', () => {
  const way = { contact_id: 'c', sender_id: 's', send_at: null, in_reply_to_message_id: 'm' };
  test('an SMS names the number, the recipient and where the words come from', () => {
    expect(
      requestOf(
        {
          ...EMPTY_DRAFT,
          body: ' Hi ',
          recipient_id: 'p',
          ai_origin: 'suggestion',
          attachments: [ready],
        },
        { ...way, channel: 'sms' },
      ),
    ).toEqual({
      contact_id: 'c',
      channel: 'sms',
      body: 'Hi',
      phone_number_id: 's',
      contact_phone_id: 'p',
      attachment_ids: ['a1'],
      ai_origin: 'suggestion',
      smart_encoding: false,
    });
  });
  test('an e-mail names the address, the subject, what it answers and when', () => {
    expect(
      requestOf(
        { ...EMPTY_DRAFT, body: 'Hi', subject: 'Plan ' },
        { ...way, channel: 'email', send_at: new Date('2027-01-02T09:00:00Z') },
      ),
    ).toEqual({
      contact_id: 'c',
      channel: 'email',
      body: 'Hi',
      email_address_id: 's',
      contact_email_id: null,
      subject: 'Plan',
      in_reply_to_message_id: 'm',
      send_at: '2027-01-02T09:00:00.000Z',
    });
  });
});
