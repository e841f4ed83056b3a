import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chunkSizes, readAll } from './parsing.fixtures.ts';
import type { HistoryRow } from './rows.ts';
import { type SmsBackupOptions, smsBackupParser } from './sms-backup.ts';

const HEAD = `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<!--File Created By SMS Backup & Restore v10.20.001 on 04/07/2023 17:06:07-->
<?xml-stylesheet type="text/xsl" href="sms.xsl"?>
`;
const backup = (...elements: string[]) =>
  `${HEAD}<smses count="${elements.length}" backup_set="1f" type="full">\n  ${elements.join('\n  ')}\n</smses>`;

const sms = (changes: Record<string, string> = {}) => {
  const attributes = {
    protocol: '0',
    address: '+15550100',
    date: '1688490367000',
    type: '1',
    subject: 'null',
    body: 'Hello',
    toa: 'null',
    sc_toa: 'null',
    service_center: '+15550199',
    read: '1',
    status: '-1',
    locked: '0',
    date_sent: '1688490366000',
    sub_id: '1',
    readable_date: 'Jul 4, 2023 5:06:07 PM',
    contact_name: '(Unknown)',
    ...changes,
  };
  const list = Object.entries(attributes).map(([key, value]) => `${key}="${value}"`);
  return `<sms ${list.join(' ')} />`;
};

const mms = (attributes: string, parts: string, addresses: string) =>
  `<mms date="1688490367000" msg_box="1" address="+15550100" m_type="132" m_id="m1" sub="null" contact_name="(Unknown)" ${attributes}><parts>${parts}</parts><addrs>${addresses}</addrs></mms>`;
const text = (body: string) =>
  `<part seq="0" ct="text/plain" name="null" chset="106" cl="text000000.txt" text="${body}" />`;
const smil = `<part seq="-1" ct="application/smil" name="null" cl="smil.xml" text="&lt;smil&gt;..." />`;
const image = `<part seq="0" ct="image/jpeg" name="null" cl="photo.jpg" text="null" data="/9j/4AAQ" />`;
const addr = (address: string, type: number) =>
  `<addr address="${address}" type="${type}" charset="106" />`;

const read = (file: string, options?: SmsBackupOptions) => readAll(smsBackupParser(options), file);
const rowOf = (element: string, options?: SmsBackupOptions): HistoryRow => {
  const { rows, rejections } = read(backup(element), options);
  expect(rejections).toEqual([]);
  expect(rows).toHaveLength(1);
  return rows[0]!;
};

describe('sms elements', () => {
  test('received and sent', () => {
    const file = backup(sms({ contact_name: 'Anna Beck' }), sms({ type: '2', body: 'Hi!' }));
    expect(read(file)).toEqual({
      rows: [
        {
          line: 1,
          contact: { name: 'Anna Beck', phone: '+15550100' },
          direction: 'inbound',
          channel: 'sms',
          body: 'Hello',
          sent_at: '2023-07-04T17:06:07.000Z',
          attachments: [],
        },
        {
          line: 2,
          contact: { phone: '+15550100' },
          direction: 'outbound',
          channel: 'sms',
          body: 'Hi!',
          sent_at: '2023-07-04T17:06:07.000Z',
          attachments: [],
        },
      ],
      rejections: [],
      summary: { skipped: {} },
    });
  });

  test('drafts, unsent and empty messages are counted, not imported', () => {
    const types = ['3', '4', '5', '6'].map((type) => sms({ type }));
    const { rows, rejections, summary } = read(backup(...types, sms({ body: 'null' })));
    expect([rows, rejections]).toEqual([[], []]);
    expect(summary.skipped).toEqual({ draft: 1, unsent: 3, empty: 1 });
  });

  test('an unknown type is rejected', () => {
    expect(read(backup(sms({ type: '9' }))).rejections).toEqual([
      { line: 1, reason: 'The message has an unknown type "9".' },
    ]);
  });

  test.each([
    ['milliseconds', '1688490367123', '2023-07-04T17:06:07.123Z'],
    ['seconds', '1688490367', '2023-07-04T17:06:07.000Z'],
    ['text', 'Jul 4, 2023 5:06:07 PM', '2023-07-04T15:06:07.000Z'],
    ['text of another language', '4 juil. 2023 17:06:07', '2023-07-04T15:06:07.000Z'],
    ['an instant beyond the calendar: then date_sent', '9'.repeat(18), '2023-07-04T17:06:06.000Z'],
    ['nothing: then date_sent', 'null', '2023-07-04T17:06:06.000Z'],
  ])('date as %s', (_, date, expected) => {
    expect(rowOf(sms({ date }), { zone: 'Europe/Berlin' }).sent_at).toBe(expected);
  });

  test('only the readable date is left', () => {
    const element = sms({ date: '0', date_sent: '0' });
    expect(rowOf(element, { zone: 'America/New_York' }).sent_at).toBe('2023-07-04T21:06:07.000Z');
  });

  test('a date that cannot be read', () => {
    const element = sms({ date: 'soon', date_sent: '0', readable_date: 'null' });
    expect(read(backup(element)).rejections).toEqual([
      { line: 1, reason: 'The date cannot be read: "soon".' },
    ]);
  });

  test('short codes and alphanumeric senders keep their text', () => {
    expect(rowOf(sms({ address: '72345' })).contact).toEqual({
      external_id: '72345',
      channel: 'sms',
    });
    expect(rowOf(sms({ address: 'VM-PARCEL' })).contact).toEqual({
      external_id: 'VM-PARCEL',
      channel: 'sms',
    });
    expect(rowOf(sms({ address: '40123' }), { country: 'AC' }).contact).toEqual({ phone: '40123' });
    expect(rowOf(sms({ address: 'a@b.example' })).contact).toEqual({ email: 'a@b.example' });
    expect(rowOf(sms({ address: '(555) 010-0100' })).contact).toEqual({ phone: '(555) 010-0100' });
  });

  test('no address', () => {
    expect(read(backup(sms({ address: 'null' }))).rejections[0]!.reason).toBe(
      'The message has no address.',
    );
  });

  test('emoji as surrogate halves, control characters, halves alone', () => {
    expect(rowOf(sms({ body: 'Yes &#55357;&#56832;&#10;&amp; &lt;b&gt;' })).body).toBe(
      'Yes 😀\n& <b>',
    );
    expect(rowOf(sms({ body: 'a&#0;b&#55357;c&#56832;d\0' })).body).toBe('abcd');
    expect(rowOf(sms({ contact_name: 'Zo\ud83d\u00eb' })).contact.name).toBe('Zo\u00eb');
  });

  test('a body in single quotes that looks like markup', () => {
    const element = sms().replace('body="Hello"', `body='he said data="x" > y'`);
    expect(rowOf(element).body).toBe('he said data="x" > y');
  });

  test('a subject, but not the placeholders of the app', () => {
    expect(rowOf(sms({ subject: 'Lunch' })).subject).toBe('Lunch');
    expect(rowOf(sms({ subject: 'proto:CkIKImNv' }))).not.toHaveProperty('subject');
  });

  test('a text of 100,000 characters is kept, a longer one is rejected', () => {
    expect(rowOf(sms({ body: 'x'.repeat(100_000) })).body).toHaveLength(100_000);
    const reason = 'The text is longer than 100,000 characters.';
    for (const length of [100_001, 1_200_000]) {
      expect(read(backup(sms({ body: 'x'.repeat(length) })))).toMatchObject({
        rows: [],
        rejections: [{ line: 1, reason }],
      });
    }
  });
});

describe('mms elements', () => {
  test('text and an attachment from one person', () => {
    const element = mms(
      'contact_name="Anna"',
      smil + text('Look') + image,
      addr('+15550100', 137) + addr('+15550111', 151),
    ).replace('contact_name="(Unknown)" ', '');
    expect(rowOf(element)).toEqual({
      line: 1,
      contact: { name: 'Anna', phone: '+15550100' },
      direction: 'inbound',
      channel: 'sms',
      body: 'Look',
      sent_at: '2023-07-04T17:06:07.000Z',
      external_id: 'm1',
      attachments: [{ name: 'photo.jpg', content_type: 'image/jpeg', omitted: false }],
    });
  });

  test('attachments only, without the data', () => {
    const row = rowOf(mms('', image.replace(/ data=".*?"/, ''), addr('+15550100', 137)));
    expect(row.body).toBe(null);
    expect(row.attachments).toEqual([
      { name: 'photo.jpg', content_type: 'image/jpeg', omitted: true },
    ]);
  });

  test('several text parts are lines of one body', () => {
    expect(rowOf(mms('', text('one') + text('two'), '')).body).toBe('one\ntwo');
  });

  test('an announced message that was never downloaded, and a report', () => {
    const waiting = mms('', '', '').replace('m_type="132"', 'm_type="130"');
    const report = mms('', '', '').replace('m_type="132"', 'm_type="134"');
    expect(read(backup(waiting, report)).summary.skipped).toEqual({ not_downloaded: 1, report: 1 });
  });

  const groupIn = mms(
    '',
    text('Who comes?'),
    addr('+15550101', 137) + addr('insert-address-token', 151) + addr('+15550102', 151),
  ).replace('address="+15550100"', 'address="+15550101~+15550102"');

  test('an inbound group message belongs to its sender', () => {
    const row = rowOf(groupIn.replace('(Unknown)', 'Ben, Cleo'));
    expect(row.contact).toEqual({ phone: '+15550101' });
    expect(row.external_id).toBe('m1');
    expect(row.group).toEqual({ name: 'Ben, Cleo', participants: ['+15550101', '+15550102'] });
  });

  test('our own number is no participant', () => {
    const element = groupIn.replace('insert-address-token', '+1 (555) 010-0111');
    const listed = element.replace('~', '~+15550100111~');
    expect(rowOf(listed, { own_numbers: ['+15550100111'] }).group!.participants).toEqual([
      '+15550101',
      '+15550102',
    ]);
  });

  test('a group that only the recipients tell', () => {
    const element = groupIn.replace('~+15550102', '');
    expect(rowOf(element).group!.participants).toEqual(['+15550101', '+15550102']);
  });

  test('an outbound group message goes to each participant', () => {
    const element = groupIn
      .replace('msg_box="1"', 'msg_box="2"')
      .replace('address="+15550101" type="137"', 'address="insert-address-token" type="137"');
    const { rows } = read(backup(element));
    expect(rows.map(({ contact, external_id }) => [contact.phone, external_id])).toEqual([
      ['+15550101', 'm1#+15550101'],
      ['+15550102', 'm1#+15550102'],
    ]);
    expect(rows.every(({ direction, line }) => direction === 'outbound' && line === 1)).toBe(true);
  });

  test('outbound to several, told by the recipients only', () => {
    const element = mms(
      '',
      text('Hi'),
      addr('+15550111', 137) + addr('+15550101', 151) + addr('+15550102', 130),
    ).replace('msg_box="1"', 'msg_box="2"');
    expect(read(backup(element)).rows.map(({ contact }) => contact.phone)).toEqual([
      '+15550101',
      '+15550102',
    ]);
  });

  test('a group message without a sender', () => {
    const element = groupIn.replace('type="137"', 'type="151"');
    expect(read(backup(element)).rejections[0]!.reason).toBe(
      'The sender of this group message is not in the file.',
    );
  });

  test('fifty megabytes of data in one attribute stream by', () => {
    const parser = smsBackupParser();
    const [before, after] = backup(mms('', image + text('Look'), ''), sms()).split('/9j/4AAQ');
    const rows = [parser.push(before!)];
    const data = 'QUJD'.repeat(16_384);
    for (let i = 0; i < 800; i += 1) rows.push(parser.push(data));
    rows.push(parser.push(after!), parser.end());
    expect(rows.flatMap((chunk) => chunk.rows)).toMatchObject([
      { line: 1, body: 'Look', attachments: [{ name: 'photo.jpg', omitted: false }] },
      { line: 2 },
    ]);
  });

  test('more text than one message may have, in many parts', () => {
    const parts = text('x'.repeat(300_000)).repeat(5);
    expect(read(backup(mms('', parts, ''), sms()))).toMatchObject({
      rows: [{ line: 2 }],
      rejections: [{ line: 1, reason: 'The text is longer than 100,000 characters.' }],
    });
  });
});

describe('damaged and foreign files', () => {
  test('a file that ends in the middle keeps what is before', () => {
    const whole = backup(sms(), sms(), mms('', text('a'), ''));
    for (const at of [whole.indexOf('<part'), whole.indexOf('<mms') + 30]) {
      const { rows, rejections } = read(whole.slice(0, at));
      expect(rows).toHaveLength(2);
      expect(rejections).toEqual([
        {
          line: 3,
          reason: 'The file ends in the middle of a message; everything before it was read.',
        },
      ]);
    }
  });

  test('a file without its last line', () => {
    expect(read(backup(sms()).replace('</smses>', ''))).toMatchObject({
      rows: [{ line: 1 }],
      rejections: [{ reason: 'The file ends early; everything up to its end was read.' }],
    });
  });

  test('a malformed message costs that message', () => {
    const broken = sms().replace('"Hello"', '"Hel"lo"');
    expect(read(backup(sms(), broken, sms()))).toMatchObject({
      rows: [{ line: 1 }, { line: 3 }],
      rejections: [{ line: 2, reason: 'The message is not well-formed XML.' }],
    });
  });

  test('a call log', () => {
    const calls = `<calls count="2"><call number="1" duration="3" /><call number="2" /></calls>`;
    expect(read(HEAD + calls).rejections).toEqual([
      { line: 0, reason: 'This is a call log, not messages: its calls are left out.' },
    ]);
  });

  test('some other file', () => {
    const reason = 'This is no SMS Backup & Restore file: it has no <smses> element.';
    for (const file of ['', 'hello', '<html><body class="x"/></html>']) {
      expect(read(file).rejections).toEqual([{ line: 0, reason }]);
    }
  });

  test('an unknown zone', () => {
    expect(() => smsBackupParser({ zone: 'Nowhere' })).toThrow(RangeError);
  });
});

test('any chunks give the same result', () => {
  const element = fc.oneof(
    fc.string({ unit: 'binary' }).map((body) => sms({ body: body.replace(/["<&]/g, ' ') })),
    fc.constantFrom(
      sms({ body: '&#55357;&#56832;' }),
      sms({ type: '3' }),
      sms({ date: 'Jul 4, 2023 5:06:07 PM' }),
      mms('', smil + text('a') + image, addr('+15550100', 137)),
      '<sms oops>',
    ),
  );
  fc.assert(
    fc.property(fc.array(element, { maxLength: 6 }), chunkSizes, fc.nat(), (list, sizes, end) => {
      const file = backup(...list);
      const part = end % 2 === 0 ? file : file.slice(0, end % file.length);
      expect(readAll(smsBackupParser(), part, sizes)).toEqual(read(part));
    }),
  );
});
