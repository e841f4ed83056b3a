// The carrier's webhooks for texts: what comes in, and what became of what we sent.
import type { OptOut } from '@rapport/domain/messaging/opt-out';
import type { Ctx } from '../../platform/ctx.ts';
import type { CarrierRequest, CarrierRoute } from '../../platform/telephony/webhooks.ts';
import type { IncomingMedia } from './inbound-media.service.ts';
import { receiveText } from './inbound.service.ts';
import { applyReport } from './status.service.ts';

const MOST_MEDIA = 10;

export const messagingWebhooks: CarrierRoute[] = [
  {
    path: '/webhooks/twilio/sms',
    // Never from `From`: the sender may be a number of another organization on this server.
    own_number: (form) => form.get('To'),
    handle: receiveSms,
  },
  {
    path: '/webhooks/twilio/status',
    own_number: (form) => form.get('From'),
    handle: receiveStatus,
  },
];

async function receiveSms(ctx: Ctx, { form, line }: CarrierRequest): Promise<void> {
  const from = form.get('From') ?? '';
  const external_id = form.get('MessageSid') ?? form.get('SmsSid') ?? '';
  if (from === '' || external_id === '') return;
  await receiveText(ctx, {
    line,
    external_id,
    channel: from.startsWith('whatsapp:') ? 'whatsapp' : 'sms',
    from,
    to: form.get('To') ?? line.phone_number,
    body: form.get('Body') ?? '',
    media: mediaOf(form),
    carrier_opt_out: CARRIER_OPT_OUTS[form.get('OptOutType') ?? ''] ?? null,
    at: ctx.now(),
    is_history: false,
  });
}

const CARRIER_OPT_OUTS: Record<string, OptOut> = { STOP: 'stop', START: 'start', HELP: 'help' };

const mediaOf = (form: URLSearchParams): IncomingMedia[] => {
  const count = Math.min(Number(form.get('NumMedia') ?? 0) || 0, MOST_MEDIA);
  return Array.from({ length: count }, (_, i) => ({
    url: form.get(`MediaUrl${i}`) ?? '',
    content_type: form.get(`MediaContentType${i}`),
  })).filter(({ url }) => url !== '');
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function receiveStatus(ctx: Ctx, { form, query, line }: CarrierRequest): Promise<void> {
  const external_id = form.get('MessageSid') ?? form.get('SmsSid') ?? '';
  const status = form.get('MessageStatus') ?? form.get('SmsStatus') ?? '';
  if (external_id === '' || status === '') return;
  const marker = query.get('m') ?? '';
  await applyReport(ctx, {
    provider: line.provider,
    external_id,
    message_id: UUID.test(marker) ? marker : null,
    status,
    error_code: form.get('ErrorCode') || null,
    error_message: form.get('ErrorMessage') || null,
  });
}
