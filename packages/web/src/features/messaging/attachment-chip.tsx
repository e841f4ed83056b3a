import type { Message } from '@rapport/contract/messaging.api';
import { Contact, File, Film, Image, type LucideIcon, Mic } from 'lucide-react';
import { formatBytes } from '../../lib/format.ts';

type Attachment = Message['attachments'][number];

const KINDS: [RegExp, string, LucideIcon][] = [
  [/^image\//, 'image', Image],
  [/^video\//, 'video', Film],
  [/^audio\//, 'audio', Mic],
  [/vcard/, 'contact card', Contact],
  [/./, 'file', File],
];

/** What was sent along. Of an imported history often only the fact is known. */
export const AttachmentChip = ({ attachment }: { attachment: Attachment }) => {
  const { content_type, file_name, file_size, omitted } = attachment;
  const [, word, Icon] = KINDS.find(([type]) => type.test(content_type)) ?? KINDS[4]!;
  const note = omitted ? 'not in the export' : file_size === null ? null : formatBytes(file_size);
  return (
    <span className="inline-flex min-h-7 max-w-full items-center gap-1.5 rounded-md border border-line bg-raised px-2 py-1 text-xs text-ink-muted">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">
        {file_name ?? word}
        {note && `, ${note}`}
      </span>
    </span>
  );
};
