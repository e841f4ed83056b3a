import type { MessageAttachment } from '@rapport/contract/messaging.api';
import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { KeyboardEvent } from 'react';
import { OVERLAY } from '../../ui/dialog.tsx';

const BUTTON =
  'inline-flex size-10 items-center justify-center rounded-full bg-black/50 text-white hover:bg-black/70 disabled:opacity-30 [&_svg]:size-5';

type Props = {
  /** All pictures of the conversation that are loaded, the oldest first. */
  pictures: readonly MessageAttachment[];
  /** The one that is looked at. */
  current_id: string;
  onChange: (attachment_id: string) => void;
  onClose: () => void;
};

/** One picture over the page; arrows lead through all of the conversation. */
export const Lightbox = ({ pictures, current_id, onChange, onClose }: Props) => {
  const index = pictures.findIndex(({ id }) => id === current_id);
  const picture = pictures[index];
  if (!picture) return null;
  const name = picture.file_name ?? 'Picture';
  const go = (step: number) => {
    const next = pictures[index + step];
    if (next) onChange(next.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowLeft: -1,
      ArrowRight: 1,
      Home: -index,
      End: pictures.length - 1 - index,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className={`${OVERLAY} bg-black/85!`} />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-0 z-50 flex flex-col outline-none"
          onKeyDown={onKeyDown}
        >
          <header className="flex h-14 shrink-0 items-center gap-2 px-3 text-white">
            <Dialog.Title className="min-w-0 truncate font-medium">{name}</Dialog.Title>
            <span className="text-white/80 tabular-nums">
              {index + 1} of {pictures.length}
            </span>
            <a
              href={`${picture.url}?download=1`}
              download={picture.file_name ?? true}
              aria-label={`Save ${name}`}
              className={`${BUTTON} ml-auto`}
            >
              <Download aria-hidden />
            </a>
            <Dialog.Close aria-label="Close" className={BUTTON}>
              <X aria-hidden />
            </Dialog.Close>
          </header>
          <div className="relative grid min-h-0 flex-1 place-content-center p-4">
            {/* A press beside the picture closes, as everywhere; for the keyboard there is Esc. */}
            <button
              type="button"
              aria-hidden
              tabIndex={-1}
              className="absolute inset-0"
              onClick={onClose}
            />
            <img
              key={picture.id}
              src={picture.url ?? undefined}
              alt={name}
              className="relative max-h-[calc(100dvh-6rem)] max-w-full rounded-md object-contain"
            />
            {pictures.length > 1 && (
              <>
                <button
                  type="button"
                  aria-label="Earlier picture"
                  disabled={index === 0}
                  className={`${BUTTON} absolute top-1/2 left-3 -translate-y-1/2`}
                  onClick={() => go(-1)}
                >
                  <ChevronLeft aria-hidden />
                </button>
                <button
                  type="button"
                  aria-label="Later picture"
                  disabled={index === pictures.length - 1}
                  className={`${BUTTON} absolute top-1/2 right-3 -translate-y-1/2`}
                  onClick={() => go(1)}
                >
                  <ChevronRight aria-hidden />
                </button>
              </>
            )}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
