import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecipient, usernameProblem, withToken } from './email-addresses.ts';
import { automaticReason, isListMail, isUnread } from './email-automatic.ts';
import { readBounce } from './email-bounces.ts';
import { splitQuoted } from './email-quotes.ts';
import { bareSubject, replySubject } from './email-subjects.ts';

describe('subjects', () => {
  test.each([
    ['Offer', 'Re: Offer'],
    ['Re: Offer', 'Re: Offer'],
    ['RE: Re: re : Offer', 'Re: Offer'],
    ['AW: SV: Re[2]: Offer', 'Re: Offer'],
    ['回复：报价', 'Re: 报价'],
    ['Fwd: Offer', 'Re: Fwd: Offer'],
    ['Regarding: tea', 'Re: Regarding: tea'],
    ['', 'Re:'],
  ])('of an answer to %j is %j', (subject, reply) => expect(replySubject(subject)).toBe(reply));

  test('do not grow from answer to answer', () => {
    fc.assert(
      fc.property(fc.string(), (subject) => {
        expect(replySubject(replySubject(subject))).toBe(replySubject(subject));
        expect(bareSubject(replySubject(subject))).toBe(bareSubject(subject));
      }),
    );
  });
});

describe('addresses of ours', () => {
  test.each([
    ['abc', null],
    ['sales.team-1', null],
    ['a'.repeat(64), null],
    ['ab', 'must have 3 to 64 characters'],
    ['a'.repeat(65), 'must have 3 to 64 characters'],
    ['Sales', 'may hold only lower-case letters, digits, dots and hyphens'],
    ['a+b', 'may hold only lower-case letters, digits, dots and hyphens'],
    ['.abc', 'must not begin or end with a dot, or hold two in a row'],
    ['a..b', 'must not begin or end with a dot, or hold two in a row'],
  ])('%s: %s', (username, problem) => expect(usernameProblem(username)).toBe(problem));

  test('are read back with and without their token', () => {
    const token = fc.stringMatching(/^[a-z0-9]{20}$/);
    const name = fc.stringMatching(/^[a-z0-9]{3,10}$/);
    fc.assert(
      fc.property(name, token, (username, token) => {
        const address = `${username}@mail.example`;
        const plain = { username, domain: 'mail.example', token: null };
        expect(readRecipient(address)).toEqual(plain);
        expect(readRecipient(withToken(address, token).toUpperCase())).toEqual({ ...plain, token });
        expect(readRecipient(`${username}+shop@mail.example.`)).toEqual(plain);
      }),
    );
  });

  test('are no addresses without both parts', () => {
    expect(readRecipient('support')).toBeNull();
    expect(readRecipient('@mail.example')).toBeNull();
  });
});

describe('a mail of a program', () => {
  const mail = { from: 'ada@example.com', subject: 'Offer', return_path: 'ada@example.com' };
  const header = (text: string) => {
    const [key = '', value = ''] = text.split(': ');
    return [{ key, value }];
  };

  test.each([
    'auto-submitted: auto-replied',
    'auto-submitted: auto-generated; type=x',
    'precedence: bulk',
    'x-autoreply: yes',
    'return-path: <>',
  ])('says %s', (text) => expect(automaticReason(header(text), mail)).not.toBeNull());

  test.each([
    'auto-submitted: no',
    'precedence: normal',
    'x-autoreply: no',
    'return-path: <ada@example.com>',
  ])('does not say %s', (text) => expect(automaticReason(header(text), mail)).toBeNull());

  test.each([
    [{ from: 'MAILER-DAEMON@example.com' }],
    [{ from: 'postmaster@example.com' }],
    [{ return_path: '' }],
    [{ subject: 'Automatic reply: Offer' }],
    [{ subject: 'Out of the office' }],
  ])('is known by %j', (part) => expect(automaticReason([], { ...mail, ...part })).not.toBeNull());

  test('is not known by a word inside the subject', () => {
    expect(automaticReason([], { ...mail, subject: 'Is the out of office reply on?' })).toBeNull();
    expect(automaticReason([], { ...mail, return_path: null })).toBeNull();
  });
});

test('a mail to a list says so', () => {
  const list = (key: string, value: string) => isListMail([{ key, value }]);
  expect([list('list-id', '<news.example.com>'), list('precedence', 'List')]).toEqual([true, true]);
  expect([list('precedence', 'bulk'), list('subject', 'list')]).toEqual([false, false]);
});

test.each([
  ['noreply@shop.example', true],
  ['no-reply-1@shop.example', true],
  ['do_not_reply@shop.example', false],
  ['donotreply@shop.example', true],
  ['noreplyman@shop.example', false],
  ['ada@shop.example', false],
])('nobody reads %s: %s', (address, unread) => expect(isUnread(address)).toBe(unread));

describe('a report of failure', () => {
  const status = (fields: string) => ({
    delivery_status: [`Reporting-MTA: dns; mx.example\r\n\r\n${fields}`],
    original_headers: 'Subject: Offer\r\nMessage-ID:\r\n <one@mail.example>\r\n',
    text: '',
  });

  test.each([
    ['5.1.1', 'hard'],
    ['5.7.1', 'hard'],
    ['4.2.2', 'soft'],
  ])('with status %s is %s', (code, kind) => {
    const fields = `Final-Recipient: rfc822; Ada@example.com\r\nAction: failed\r\nStatus: ${code} (words)\r\nDiagnostic-Code: smtp; 550 ${code} no\r\n  such user`;
    expect(readBounce(status(fields))).toEqual({
      kind,
      recipient: 'ada@example.com',
      status: code,
      reason: `550 ${code} no such user`,
      original_id: 'one@mail.example',
    });
  });

  test.each(['delayed', 'delivered', 'relayed', 'expanded'])('is none when it was %s', (action) => {
    expect(
      readBounce(
        status(`Final-Recipient: rfc822; ada@example.com\r\nAction: ${action}\r\nStatus: 4.0.0`),
      ),
    ).toBeNull();
  });

  test('says whom it could not reach when it reached others', () => {
    const fields = [
      'Final-Recipient: rfc822; bob@example.com\r\nAction: delivered\r\nStatus: 2.0.0',
      'Final-Recipient: rfc822; ada@example.com\r\nAction: failed\r\nStatus: 5.1.1',
    ].join('\r\n\r\n');
    expect(readBounce(status(fields))).toMatchObject({
      recipient: 'ada@example.com',
      kind: 'hard',
    });
  });

  test.each([
    ['552-5.2.2 mailbox full, delivery failed', 'hard', '5.2.2'],
    ['Delivery has failed: 451 4.7.1 try later', 'soft', '4.7.1'],
    ['Your mail could not be delivered to <ada@example.com>', 'hard', null],
  ])('in plain words: %s', (text, kind, code) => {
    expect(readBounce({ delivery_status: [], original_headers: '', text })).toMatchObject({
      kind,
      status: code,
    });
  });

  test('that a stranger wrote costs little', () => {
    const long = 'a'.repeat(100_000);
    expect(readBounce(status(`Final-Recipient: ${long}\r\nAction: failed`))).toMatchObject({
      recipient: null,
    });
  });

  test('is not read out of a person’s words', () => {
    const text = 'Call me at 550 1234, room 5.1.1 is free.';
    expect(readBounce({ delivery_status: [], original_headers: '', text })).toBeNull();
  });
});

describe('what was said, and what was quoted', () => {
  test.each([
    ['Yes.\n\nOn Mon, 2 Mar 2026 at 09:00, Support <s@mail.example> wrote:\n> Tuesday?\n', 'Yes.'],
    [
      'Yes.\n\nOn Mon, 2 Mar 2026 at 09:00, Support\n<s@mail.example> wrote:\n\n> Tuesday?\n> Bye',
      'Yes.',
    ],
    ['Ja.\n\nAm 02.03.2026 um 09:00 schrieb Support <s@mail.example>:\n> Dienstag?', 'Ja.'],
    ['Oui.\n\nLe lun. 2 mars 2026 à 09:00, Support a écrit :\n> Mardi ?', 'Oui.'],
    ['Yes.\n\n-----Original Message-----\nFrom: Support\nSent: Monday\n\nTuesday?', 'Yes.'],
    [
      'Yes.\n\nFrom: Support <s@mail.example>\nSent: Monday, 2 March 2026\nTo: Ada\nSubject: Offer\n\nTuesday?',
      'Yes.',
    ],
    ['Yes.\n> Tuesday?', 'Yes.'],
  ])('%j', (text, said) => {
    const split = splitQuoted(text);
    expect(split.said).toBe(said);
    expect(split.quoted).toMatch(/\?|Bye/);
  });

  test.each([
    'On Monday she wrote: I will come.',
    '> Tuesday?\nYes.\n> And where?\nAt the office.',
    'From: the heart\nI thank you.',
    '> Only a quote',
    'On Mon, Support wrote:\n> Tuesday?\nYes, between the lines.',
    '',
  ])('cuts nothing of %j', (text) => {
    expect(splitQuoted(text)).toEqual({ said: text, quoted: null });
  });

  test('loses no line', () => {
    const line = fc.constantFrom(
      'Yes',
      '> Tuesday?',
      'On Mon, Ada <a@b.example> wrote:',
      '',
      'From: x',
      'To: y',
      '----- Original Message -----',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const { said, quoted } = splitQuoted(lines.join('\n'));
        const words = (text: string) => text.split('\n').filter((one) => one.trim() !== '');
        expect([...words(said), ...words(quoted ?? '')]).toEqual(words(lines.join('\n')));
      }),
    );
  });
});
