import type { MessageAttachment } from '@rapport/contract/messaging.api';
import { AttachmentChip } from './attachment-chip.tsx';

/** The longest side of a picture in the feed, in pixels. */
const SIDE = 160;

/** The size at which a picture is shown, known before it is loaded, so that nothing jumps. */
const sizeOf = ({ width, height }: MessageAttachment) => {
  if (!width || !height) return { width: SIDE, height: SIDE };
  const scale = Math.min(1, SIDE / Math.max(width, height));
  return {
    width: Math.max(40, Math.round(width * scale)),
    height: Math.max(40, Math.round(height * scale)),
  };
};

const Picture = ({
  attachment,
  onOpen,
}: {
  attachment: MessageAttachment;
  onOpen: (attachment_id: string) => void;
}) => {
  const name = attachment.file_name ?? 'picture';
  return (
    <button
      type="button"
      aria-label={`Open ${name}`}
      className="cursor-zoom-in overflow-hidden rounded-lg border border-line"
      onClick={() => onOpen(attachment.id)}
    >
      <img
        src={attachment.thumbnail_url ?? undefined}
        alt={name}
        loading="lazy"
        decoding="async"
        {...sizeOf(attachment)}
        className="bg-pressed object-cover"
      />
    </button>
  );
};

type Props = {
  attachments: readonly MessageAttachment[];
  onOpenPicture: (attachment_id: string) => void;
};

/** What was sent along: pictures to look at, sound to listen to, files to save. */
export const MessageAttachments = ({ attachments, onOpenPicture }: Props) => (
  <div className="flex flex-wrap gap-1.5">
    {attachments.map((attachment) => {
      const { id, thumbnail_url, url, content_type, file_name } = attachment;
      if (thumbnail_url && url)
        return <Picture key={id} attachment={attachment} onOpen={onOpenPicture} />;
      if (url && content_type.startsWith('audio/'))
        return (
          // oxlint-disable-next-line media-has-caption -- what somebody recorded has no captions
          <audio
            key={id}
            controls
            preload="none"
            src={url}
            aria-label={file_name ?? 'Voice message'}
            className="h-10 max-w-full"
          />
        );
      return <AttachmentChip key={id} attachment={attachment} />;
    })}
  </div>
);
