import type { Message } from '@rapport/contract/messaging.api';
import { describe, expect, test } from 'vitest';
import { sendAgain } from './send-again.ts';

const failed = {
  contact_id: 'c',
  channel: 'sms',
  body: 'Hi',
  subject: null,
  attachments: [],
  ai_origin: 'suggestion',
  phone_number_id: 'n1',
  from_address: '+14155550100',
  to_address: '+14155552671',
} as unknown as Message;
const known = {
  contact: {
    phones: [{ id: 'p1', phone_number: '+14155552671', label: null, is_preferred: false }],
    emails: [{ id: 'e1', email: 'anna@example.com', label: null, is_preferred: true }],
  },
  numbers: [{ id: 'n1' }],
  addresses: [{ id: 'a1', address: 'office@example.org' }],
};

describe('sending a failed message again', () => {
  test('goes by the same number to the same phone', () =>
    expect(sendAgain(failed, known)).toEqual({
      contact_id: 'c',
      channel: 'sms',
      body: 'Hi',
      ai_origin: 'suggestion',
      contact_phone_id: 'p1',
      phone_number_id: 'n1',
    }));
  test('an e-mail keeps its subject', () =>
    expect(
      sendAgain(
        {
          ...failed,
          channel: 'email',
          subject: 'Plan',
          ai_origin: null,
          from_address: 'Office@example.org',
          to_address: 'anna@example.com',
        },
        known,
      ),
    ).toEqual({
      contact_id: 'c',
      channel: 'email',
      body: 'Hi',
      subject: 'Plan',
      contact_email_id: 'e1',
      email_address_id: 'a1',
    }));
  test('is left to a person when the line, the phone or the files are not there any more', () => {
    expect(sendAgain(failed, { ...known, numbers: [] })).toBeNull();
    expect(sendAgain({ ...failed, to_address: '+1' }, known)).toBeNull();
    expect(sendAgain({ ...failed, attachments: [{ id: 'x' }] as never }, known)).toBeNull();
    expect(sendAgain({ ...failed, channel: 'whatsapp' }, known)).toBeNull();
    expect(sendAgain(failed, { ...known, contact: undefined })).toBeNull();
  });
});
