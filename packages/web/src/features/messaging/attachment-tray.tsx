import { File, X } from 'lucide-react';
import { messageOf } from '../../lib/api.ts';
import { classes } from '../../lib/classes.ts';
import { formatBytes } from '../../lib/format.ts';
import { Spinner } from '../../ui/spinner.tsx';
import type { ComposeAttachment } from './compose-draft.ts';

const Remove = ({ name, onClick }: { name: string; onClick: () => void }) => (
  <button
    type="button"
    aria-label={`Remove ${name}`}
    title={`Remove ${name}`}
    onClick={onClick}
    className="inline-flex size-5 shrink-0 items-center justify-center rounded-full border border-line bg-raised text-ink-muted shadow-card hover:text-ink pointer-coarse:size-8"
  >
    <X aria-hidden className="size-3" />
  </button>
);

const Entry = ({
  attachment,
  onRemove,
}: {
  attachment: ComposeAttachment;
  onRemove: (key: string) => void;
}) => {
  const { key, file_name, file_size, preview_url, state } = attachment;
  const remove = <Remove name={file_name} onClick={() => onRemove(key)} />;
  if (preview_url && state.kind !== 'failed')
    return (
      <li className="relative">
        <img
          src={preview_url}
          alt={file_name}
          className={classes(
            'size-16 rounded-md border border-line object-cover',
            state.kind === 'uploading' && 'opacity-50',
          )}
        />
        {state.kind === 'uploading' && (
          <span className="absolute inset-0 grid place-content-center">
            <Spinner label={`Uploading ${file_name}`} />
          </span>
        )}
        <span className="absolute -top-1.5 -right-1.5">{remove}</span>
      </li>
    );
  return (
    <li
      className={classes(
        'flex h-8 max-w-full items-center gap-1.5 rounded-md border px-2 text-xs',
        state.kind === 'failed'
          ? 'border-danger bg-danger-soft text-danger-text'
          : 'border-line bg-surface text-ink-muted',
      )}
    >
      {state.kind === 'uploading' ? (
        <Spinner label={`Uploading ${file_name}`} />
      ) : (
        <File aria-hidden className="size-3.5 shrink-0" />
      )}
      <span className="truncate">
        {file_name}
        {state.kind === 'failed' ? `: ${messageOf(state.error)}` : `, ${formatBytes(file_size)}`}
      </span>
      {remove}
    </li>
  );
};

/** What goes along with the message: thumbnails of pictures, chips of other files. */
export const AttachmentTray = ({
  attachments,
  onRemove,
}: {
  attachments: readonly ComposeAttachment[];
  onRemove: (key: string) => void;
}) =>
  attachments.length > 0 && (
    <ul aria-label="Attachments" className="flex flex-wrap items-end gap-2 px-3 pt-1 pb-2">
      {attachments.map((attachment) => (
        <Entry key={attachment.key} attachment={attachment} onRemove={onRemove} />
      ))}
    </ul>
  );
