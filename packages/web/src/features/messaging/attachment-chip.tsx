import type { MessageAttachment } from '@rapport/contract/messaging.api';
import { Contact, File, Film, Image, type LucideIcon, Mic } from 'lucide-react';
import { formatBytes } from '../../lib/format.ts';

const KINDS: [RegExp, string, LucideIcon][] = [
  [/^image\//, 'image', Image],
  [/^video\//, 'video', Film],
  [/^audio\//, 'audio', Mic],
  [/vcard/, 'contact card', Contact],
  [/./, 'file', File],
];

const noteOf = (attachment: MessageAttachment): string | null => {
  if (attachment.omitted) return 'not in the export';
  if (attachment.status === 'pending') return 'on its way';
  if (attachment.status === 'failed') return attachment.failure ?? 'could not be fetched';
  return attachment.file_size === null ? null : formatBytes(attachment.file_size);
};

const LOOK =
  'inline-flex min-h-7 max-w-full items-center gap-1.5 rounded-md border border-line bg-raised px-2 py-1 text-xs text-ink-muted';

/** What was sent along, as a line to save it by. Of an imported history often only the fact is known. */
export const AttachmentChip = ({ attachment }: { attachment: MessageAttachment }) => {
  const { content_type, file_name, url } = attachment;
  const [, word, Icon] = KINDS.find(([type]) => type.test(content_type)) ?? KINDS[4]!;
  const note = noteOf(attachment);
  const words = (
    <>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">
        {file_name ?? word}
        {note && `, ${note}`}
      </span>
    </>
  );
  if (url === null) return <span className={LOOK}>{words}</span>;
  return (
    <a
      href={`${url}?download=1`}
      download={file_name ?? true}
      className={`${LOOK} hover:border-line-strong hover:text-ink`}
    >
      {words}
    </a>
  );
};
