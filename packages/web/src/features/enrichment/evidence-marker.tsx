import type { FieldEvidence } from '@rapport/contract/enrichment.api';
import { ArrowRight, Quote } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import { classes } from '../../lib/classes.ts';
import { formatExact } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { FLOATING } from '../../ui/menu-look.ts';
import { engineWord } from './evidence.ts';

/** Long enough to cross the gap between marker and window with the mouse. */
const LINGER = 180;

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** What the evidence says: the words, when they were written, who read them. */
const Proof = ({ evidence, onShow }: { evidence: FieldEvidence; onShow: (() => void) | null }) => (
  <div className="grid gap-2.5">
    {evidence.quote ? (
      <blockquote className="border-l-2 border-accent pl-2.5 text-base whitespace-pre-wrap [overflow-wrap:anywhere]">
        “{evidence.quote}”
      </blockquote>
    ) : (
      <p>Understood from the conversation as a whole.</p>
    )}
    <div className="flex items-center justify-between gap-2 text-xs text-ink-muted">
      <span>
        {evidence.message_at && (
          <>
            <time dateTime={evidence.message_at} title={formatExact(evidence.message_at)}>
              {day.format(new Date(evidence.message_at))}
            </time>
            {' · '}
          </>
        )}
        {engineWord(evidence)}
      </span>
      {onShow && (
        <Button
          size="sm"
          variant="ghost"
          className="-my-1 -mr-2 text-accent-text!"
          onClick={onShow}
        >
          Show in conversation <ArrowRight aria-hidden />
        </Button>
      )}
    </div>
  </div>
);

/**
 * A quiet mark beside a value that was read from the conversation. Hover or focus shows where; a press
 * keeps it open and moves the focus into it.
 */
export const EvidenceMarker = ({
  what,
  evidence,
  onShow,
}: {
  /** Which value it speaks for: "company". */
  what: string;
  evidence: FieldEvidence;
  onShow: (message_id: string, quote: string | null) => void;
}) => {
  const [open, setOpen] = useState(false);
  const marker = useRef<HTMLButtonElement>(null);
  const window = useRef<HTMLDivElement>(null);
  const isReturning = useRef(false);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(leaving.current), []);

  const stay = () => clearTimeout(leaving.current);
  const show = () => {
    stay();
    setOpen(true);
  };
  const leave = () => {
    stay();
    leaving.current = setTimeout(() => {
      if (!window.current?.contains(document.activeElement)) setOpen(false);
    }, LINGER);
  };
  const keep = () => {
    show();
    // A window that hovering opened is there already; else it takes a moment to come.
    requestAnimationFrame(() => window.current?.focus());
  };
  // Coming back is not asking again: it must not open what was just closed.
  const comeBack = () => {
    isReturning.current = true;
    marker.current?.focus();
    isReturning.current = false;
  };
  const { message_id, quote } = evidence;
  const lead = () => {
    setOpen(false);
    if (message_id) onShow(message_id, quote);
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Anchor asChild>
        <button
          ref={marker}
          type="button"
          aria-label={`Where the ${what} comes from`}
          aria-haspopup="dialog"
          aria-expanded={open}
          onPointerEnter={(event) => event.pointerType === 'mouse' && show()}
          onPointerLeave={(event) => event.pointerType === 'mouse' && leave()}
          onFocus={({ currentTarget }) =>
            !isReturning.current && currentTarget.matches(':focus-visible') && show()
          }
          onBlur={leave}
          onClick={keep}
          className="inline-flex size-6 shrink-0 items-center justify-center rounded text-ink-faint hover:bg-hover hover:text-accent-text aria-expanded:text-accent-text pointer-coarse:size-9"
        >
          <Quote aria-hidden className="size-3" />
        </button>
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          ref={window}
          tabIndex={-1}
          aria-label={`Where the ${what} comes from`}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onPointerEnter={stay}
          onPointerLeave={leave}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onEscapeKeyDown={comeBack}
          onInteractOutside={(event) =>
            marker.current?.contains(event.target as Node) && event.preventDefault()
          }
          className={classes(FLOATING, 'w-88 max-w-[calc(100vw-1rem)] p-3')}
        >
          <Proof evidence={evidence} onShow={message_id ? lead : null} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
};
