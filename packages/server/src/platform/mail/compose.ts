// Puts a mail together: header, text and HTML from markdown, files.
import { marked } from 'marked';
import MailComposer from 'nodemailer/lib/mail-composer';
import sanitizeHtml from 'sanitize-html';

export type MailToCompose = {
  from: { name: string | null; address: string };
  to: string;
  /** Where answers go when not to `from`. */
  reply_to: string | null;
  subject: string;
  /** Markdown. */
  body: string;
  /** Without brackets, as the following ones. */
  header_id: string;
  in_reply_to: string | null;
  references: string[];
  date: Date;
  /** Where one click ends such mails (RFC 8058); null for what was written to one person. */
  unsubscribe_url: string | null;
  files: { file_name: string; content_type: string; content: Buffer }[];
};

export const composeMail = async (mail: MailToCompose): Promise<Buffer> => {
  const { unsubscribe_url } = mail;
  const composer = new MailComposer({
    from: { name: mail.from.name ?? '', address: mail.from.address },
    to: mail.to,
    ...(mail.reply_to ? { replyTo: mail.reply_to } : {}),
    subject: mail.subject,
    text: mail.body,
    html: markdownToHtml(mail.body),
    messageId: `<${mail.header_id}>`,
    ...(mail.in_reply_to ? { inReplyTo: `<${mail.in_reply_to}>` } : {}),
    references: mail.references.map((id) => `<${id}>`),
    date: mail.date,
    headers: unsubscribe_url
      ? {
          'List-Unsubscribe': `<${unsubscribe_url}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }
      : {},
    attachments: mail.files.map(({ file_name, content_type, content }) => ({
      filename: file_name,
      contentType: content_type,
      content,
    })),
    // What people write is text: nothing in it makes us read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
};

/** Markdown as mail programs show it: a line break is one, and HTML in it is text of a person, made harmless. */
export const markdownToHtml = (markdown: string): string =>
  sanitizeHtml(marked.parse(markdown, { gfm: true, breaks: true, async: false }), {
    allowedTags: [...sanitizeHtml.defaults.allowedTags, 'del'],
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  });
