// Doors for others: mail hosts post raw mails here, and whoever got a mail of ours asks for no more of them.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { BaseCtx } from '../../platform/ctx.ts';
import { systemCtx } from '../../platform/jobs/jobs.ts';
import { looksLikeMail, MOST_MAIL_BYTES } from '../../platform/mail/parse.ts';
import { emailErrors } from './email.errors.ts';
import { receiveEmail } from './email-inbound.service.ts';
import { useEmailWebhook } from './email-settings.service.ts';
import { unsubscribe } from './email-unsubscribe.service.ts';

/** Mounts `POST /webhooks/email/<secret>` and `/unsubscribe/<token>`. */
export const mountEmailWebhooks = (app: FastifyInstance, base: BaseCtx): void => {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: MOST_MAIL_BYTES },
      (_request, body, done) => done(null, body),
    );
    scope.post('/webhooks/email', async (request) => take(base, request, ''));
    scope.post('/webhooks/email/:secret', async (request) =>
      take(base, request, (request.params as { secret: string }).secret),
    );
    // Programs post; people are asked first, because some mail readers open every link by themselves.
    scope.post('/unsubscribe/:token', async (request, reply) => {
      const known = await unsubscribe(base, (request.params as { token: string }).token);
      return reply
        .code(known ? 200 : 404)
        .type('text/html; charset=utf-8')
        .send(page(known ? 'You will get no more of these e-mails.' : 'This link is not valid.'));
    });
    scope.get('/unsubscribe/:token', async (_request, reply) =>
      reply
        .headers({ 'content-security-policy': "default-src 'none'; form-action 'self'" })
        .type('text/html; charset=utf-8')
        .send(page('<form method="post"><button>Send me no more of these e-mails</button></form>')),
    );
  });
};

const page = (body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>E-mails</title><p>${body}</p></html>`;

/** The secret stands in the address or in `Authorization: Bearer`; `?recipient=` says whom the host has it for. */
const take = async (base: BaseCtx, request: FastifyRequest, secret: string) => {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const organization_id = await useEmailWebhook(base, secret || (bearer ?? ''));
  if (!organization_id) throw emailErrors.WEBHOOK_SECRET_WRONG();
  const raw = request.body as Buffer | undefined;
  if (!raw || !looksLikeMail(raw)) throw emailErrors.NOT_A_MAIL();
  const { recipient, sender } = request.query as { recipient?: string; sender?: string };
  const ctx = systemCtx(base, organization_id, 'mail');
  const { id, outcome, message_id, created } = await receiveEmail(ctx, raw, {
    sender: typeof sender === 'string' ? sender : null,
    recipients: typeof recipient === 'string' ? [recipient] : [],
  });
  return { id, outcome, message_id, created };
};
