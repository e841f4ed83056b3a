// A mail as people look at it: what is known of it, its own layout made harmless, and the mail as it came.
import { replySubject } from '@rapport/domain/messaging/email-subjects';
import type { email as emailSchema } from '@rapport/contract/email.api';
import type { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import type { Http } from '../../platform/http/mount.ts';
import { sendFile } from '../../platform/http/send-file.ts';
import { markdownToHtml } from '../../platform/mail/compose.ts';
import { hasRemotePictures, sanitizeMailHtml } from '../../platform/mail/sanitize.ts';
import { emailErrors } from './email.errors.ts';
import * as queries from './email.queries.ts';
import { countReceipts, listReceipts, type ReceiptFilter } from './email-receipts.queries.ts';

/** As long as somebody may leave the mail open. */
const PICTURE_SECONDS = 3600;

const findEmail = async (ctx: Ctx, message_id: string) => {
  const mail = await queries.findVisibleEmail(ctx, message_id);
  if (!mail) throw emailErrors.EMAIL_NOT_FOUND();
  return mail;
};

/** @throws EMAIL_NOT_FOUND */
export const getEmail = async (
  ctx: Ctx,
  message_id: string,
): Promise<z.input<typeof emailSchema>> => {
  const { html, raw_key, bounce, subject, ...mail } = await findEmail(ctx, message_id);
  // What we write has one as well, made of its markdown.
  const isOurs = mail.direction === 'outbound' && raw_key === null;
  return {
    ...mail,
    bounce: bounce as 'hard' | null,
    has_html: html !== null || isOurs,
    has_remote_pictures: html !== null && hasRemotePictures(html),
    has_raw: raw_key !== null,
    reply_subject: replySubject(subject ?? ''),
  };
};

/**
 * The mail as its sender laid it out, as a page for a frame. Nothing in it runs, nothing is sent, and nothing
 * is fetched from elsewhere but pictures, and those only when asked for.
 * @throws EMAIL_NOT_FOUND
 */
export const getEmailHtml = async (
  ctx: Ctx,
  message_id: string,
  images: boolean,
  { reply }: Http,
): Promise<string> => {
  const mail = await findEmail(ctx, message_id);
  const pictures = new Map(
    (await queries.listInlineFiles(ctx, message_id)).map((file) => [file.content_id!, file]),
  );
  const { html, blocked_images } = sanitizeMailHtml(mail.html ?? markdownToHtml(mail.body ?? ''), {
    images,
    addressOf: (content_id) => {
      const file = pictures.get(content_id);
      return file ? ctx.ports.file_links.urlOf(file, ctx.now(), PICTURE_SECONDS) : null;
    },
  });
  const files = new URL(ctx.ports.public_url).origin;
  reply.headers({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      "default-src 'none'",
      `img-src 'self' ${files} data:${images ? ' https: http:' : ''}`,
      "style-src 'unsafe-inline'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
      'sandbox allow-popups allow-popups-to-escape-sandbox',
    ].join('; '),
    'x-frame-options': 'SAMEORIGIN',
    'origin-agent-cluster': '?0',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, no-store',
    'x-blocked-images': String(blocked_images),
  });
  return page(html);
};

const page = (body: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<style>body{margin:12px;font:14px/1.5 system-ui,sans-serif;color:#18181b;background:#fff;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}blockquote{margin:0 0 0 8px;padding-left:8px;border-left:2px solid #d4d4d8}</style></head>
<body>${body}</body></html>`;

/** @throws EMAIL_NOT_FOUND also for one that did not come in */
export const getEmailRaw = async (ctx: Ctx, message_id: string, http: Http) => {
  const { raw_key } = await findEmail(ctx, message_id);
  if (!raw_key) throw emailErrors.EMAIL_NOT_FOUND();
  const file = { storage_key: raw_key, content_type: 'message/rfc822', file_name: 'message.eml' };
  return sendFile(ctx, http, file, true);
};

/** What came in, and what became of it. */
export const listEmailReceipts = async (ctx: Ctx, filter: ReceiptFilter) => {
  const [receipts, total_count] = await Promise.all([
    listReceipts(ctx, filter),
    countReceipts(ctx, filter),
  ]);
  const { page, page_size } = filter;
  return {
    receipts: receipts.map((row) => ({ ...row, outcome: row.outcome as 'message' })),
    total_count,
    page,
    page_size,
    total_pages: Math.ceil(total_count / page_size),
  };
};
