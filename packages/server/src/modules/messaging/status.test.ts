// Callbacks come in any order, repeatedly, at once, and before we know the message: the result is the same.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newSid } from '../../platform/telephony/simulated-account.ts';
import { startStandIn } from '../../platform/telephony/twilio-stand-in.fixtures.ts';
import { buildContact } from '../../platform/testing/builders.ts';
import { heardDuring } from '../../platform/testing/heard.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { deliverMessage } from './delivery.service.ts';
import { lookUpMessage } from './lookup.service.ts';
import { buildOnTwilio } from './twilio.fixtures.ts';

const standIn = await startStandIn();
const server = await testServer({ settings: { TWILIO_API_BASE_URL: standIn.url } });
const { ctx, owner, line, post } = await buildOnTwilio(server);
const { client } = owner;
const contact = await buildContact(ctx);
await client.updatePhoneNumber({
  params: { phone_number_id: line.id },
  body: { segments_per_second: 1000 },
});

type Said = { status: string; code?: string };
const LIVES: Said[][] = [
  [
    ...['accepted', 'queued', 'sending', 'sent'].map((status) => ({ status })),
    { status: 'delivered' },
  ],
  [{ status: 'queued' }, { status: 'sent' }, { status: 'undelivered', code: '30005' }],
  [{ status: 'queued' }, { status: 'failed', code: '30007' }],
];
const END = [
  { status: 'delivered', error_code: null },
  { status: 'failed', error_code: '30005' },
  { status: 'failed', error_code: '30007' },
];

const tell = async (sid: string, { status, code }: Said, marker: string | null) => {
  const path = `/webhooks/twilio/status${marker ? `?m=${marker}` : ''}`;
  const to = contact.phones[0]!.phone_number;
  const fields = { MessageSid: sid, MessageStatus: status, From: line.phone_number, To: to };
  const response = await post(path, { ...fields, ...(code ? { ErrorCode: code } : {}) });
  expect(response.status).toBe(200);
};

/** A message that Twilio has taken, and of which we know nothing but that it was handed over. */
const sendLost = async (): Promise<{ id: string; sid: string }> => {
  const before = standIn.messages.length;
  const body = `Message ${before}`;
  const message = { contact_id: contact.id, channel: 'sms', phone_number_id: line.id, body };
  standIn.plan('lost');
  const { id } = await client.sendMessage({ body: { ...message, delay_seconds: 10 } });
  const at = new Date(Date.now() + 11_000);
  await deliverMessage({ ...ctx, now: () => at }, id);
  return { id, sid: standIn.messages.at(-1)!.sid };
};

const read = async (id: string) => {
  const { messages } = await client.listMessages({ query: { contact_id: contact.id } });
  return messages.find((message) => message.id === id)!;
};

const orphans = async () =>
  ctx.db.selectFrom('delivery_report').select(['external_id', 'status']).execute();

describe('what the carrier says of a message', () => {
  test('ends the same in any order and number, before and after we know its id', async () => {
    const story = fc.nat({ max: LIVES.length - 1 }).chain((life) =>
      fc.record({
        life: fc.constant(life),
        told: fc.shuffledSubarray([...LIVES[life]!, ...LIVES[life]!], {
          minLength: LIVES[life]!.length,
        }),
        known_after: fc.nat({ max: LIVES[life]!.length }),
        at_once: fc.boolean(),
        has_marker: fc.boolean(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(story, async ({ life, told, known_after, at_once, has_marker }) => {
        const { id, sid } = await sendLost();
        const all = [...told, ...LIVES[life]!.filter((one) => !told.includes(one))];
        const steps = all.map((said) => async () => tell(sid, said, has_marker ? id : null));
        steps.splice(known_after, 0, async () => lookUpMessage(ctx, id));
        if (at_once) await Promise.all(steps.map((step) => step()));
        else for (const step of steps) await step();
        expect(await read(id)).toMatchObject({
          ...END[life],
          external_id: sid,
          is_outcome_unknown: false,
        });
        expect(await orphans()).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('of a message that nobody knows is kept, once, and changes nothing', async () => {
    const sid = newSid('SM');
    const heard = await heardDuring(ctx, async () => {
      await tell(sid, { status: 'delivered' }, null);
      await tell(sid, { status: 'delivered' }, null);
      await tell(sid, { status: 'sent' }, null);
    });
    expect(heard).toEqual([]);
    expect((await orphans()).filter(({ external_id }) => external_id === sid)).toHaveLength(2);
  });

  test('under the marker of another message does not change that one', async () => {
    const { id, sid } = await sendLost();
    await tell(sid, { status: 'sent' }, id);
    await tell(newSid('SM'), { status: 'failed', code: '30008' }, id);
    expect(await read(id)).toMatchObject({ status: 'sent', external_id: sid });
  });

  test('is told to browsers when something changes, and only then', async () => {
    const { id, sid } = await sendLost();
    await tell(sid, { status: 'sent' }, id);
    const heard = await heardDuring(ctx, async () => {
      await tell(sid, { status: 'queued' }, id);
      await tell(sid, { status: 'delivered' }, id);
      await tell(sid, { status: 'delivered' }, id);
    });
    expect(heard).toEqual([
      { type: 'messaging.message.status', payload: { contact_id: contact.id, message_id: id } },
    ]);
  });

  test('that it opted out at the carrier suppresses the number', async () => {
    const { id, sid } = await sendLost();
    await tell(sid, { status: 'failed', code: '21610' }, id);
    const params = { contact_id: contact.id };
    const { suppressions } = await client.listContactSuppressions({ params });
    expect(suppressions).toMatchObject([{ channel: 'sms', reason: 'provider' }]);
    await client.removeSuppression({ params: { suppression_id: suppressions[0]!.id } });
  });
});
