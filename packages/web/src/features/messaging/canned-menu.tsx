import type { CannedReply } from '@rapport/contract/canned-replies.api';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { classes } from '../../lib/classes.ts';
import { FLOATING } from '../../ui/menu-look.ts';
import { toast } from '../../ui/toast.tsx';
import { matchingReplies, slashAt } from './canned-match.ts';
import { cannedRepliesQuery, fillCannedReply } from './compose.api.ts';

/** Canned replies in a text area: opened by a slash, moved through by arrows, put in by Enter or Tab. */
export const useCannedMenu = (
  area: RefObject<HTMLTextAreaElement | null>,
  contact_id: string,
  text: string,
  onText: (text: string) => void,
) => {
  const id = useId();
  const [slash, setSlash] = useState<{ start: number; query: string } | null>(null);
  const [index, setIndex] = useState(0);
  const { data: replies } = useQuery({ ...cannedRepliesQuery, enabled: slash !== null });
  const found = slash && replies ? matchingReplies(replies, slash.query) : [];

  const look = () => {
    const box = area.current;
    setSlash(box ? slashAt(box.value, box.selectionEnd) : null);
    setIndex(0);
  };
  const close = () => setSlash(null);
  const open = () => {
    const box = area.current;
    const before = text.slice(0, box?.selectionEnd ?? text.length);
    const after = text.slice(before.length);
    const start = before === '' || /\s$/.test(before) ? before : `${before} `;
    onText(`${start}/${after}`);
    box?.focus();
    requestAnimationFrame(() => {
      box?.setSelectionRange(start.length + 1, start.length + 1);
      look();
    });
  };
  const choose = async (reply: CannedReply) => {
    if (!slash) return;
    const end = slash.start + slash.query.length + 1;
    close();
    try {
      const filled = await fillCannedReply(reply.id, contact_id);
      const next = text.slice(0, slash.start) + filled.text + text.slice(end);
      onText(next);
      area.current?.focus();
      if (filled.unfilled.length > 0)
        toast.info(`Fill in by hand: ${filled.unfilled.map((name) => `{{${name}}}`).join(', ')}`);
    } catch (error) {
      toast.error(error);
    }
  };
  /** @returns whether the key was for the menu */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (slash === null || event.nativeEvent.isComposing) return false;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
      return true;
    }
    if (found.length === 0 || event.ctrlKey || event.metaKey) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setIndex((before) => (before + step + found.length) % found.length);
      return true;
    }
    if (event.key !== 'Enter' && event.key !== 'Tab') return false;
    event.preventDefault();
    void choose(found[index] ?? found[0]!);
    return true;
  };
  const isOpen = slash !== null;
  return {
    id,
    isOpen,
    isLoading: isOpen && replies === undefined,
    hasAny: (replies?.length ?? 0) > 0,
    found,
    index,
    open,
    choose,
    onKeyDown,
    /** For the text area. */
    controls: {
      onInput: look,
      onClick: look,
      onBlur: close,
      'aria-controls': isOpen ? id : undefined,
      'aria-activedescendant': isOpen && found[index] ? `${id}-${index}` : undefined,
    },
  };
};

/** The list above the text area. */
export const CannedMenu = ({ menu }: { menu: ReturnType<typeof useCannedMenu> }) => {
  if (!menu.isOpen || menu.isLoading) return null;
  // A slash that nothing answers to is a slash.
  if (menu.found.length === 0 && menu.hasAny) return null;
  return (
    <div
      className={classes(
        FLOATING,
        'absolute bottom-full left-2 mb-1 w-80 max-w-[calc(100%-1rem)] p-1',
      )}
    >
      {menu.found.length === 0 ? (
        <p className="px-2 py-1.5 text-ink-muted">
          No canned replies yet.{' '}
          <Link
            to="/settings/$section"
            params={{ section: 'canned-replies' }}
            className="font-medium text-accent-text hover:underline"
            onMouseDown={(event) => event.preventDefault()}
          >
            Write one
          </Link>
        </p>
      ) : (
        <div id={menu.id} role="listbox" aria-label="Canned replies">
          {menu.found.map((reply, index) => (
            <div
              key={reply.id}
              id={`${menu.id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === menu.index}
              className="grid cursor-pointer rounded-md px-2 py-1.5 hover:bg-hover aria-selected:bg-hover"
              // Before the text area loses the cursor.
              onMouseDown={(event) => {
                event.preventDefault();
                void menu.choose(reply);
              }}
            >
              <span className="flex items-baseline gap-2">
                <span className="truncate font-medium">{reply.title}</span>
                <span className="ml-auto shrink-0 font-mono text-xs text-ink-muted">
                  /{reply.shortcut}
                </span>
              </span>
              <span className="truncate text-xs text-ink-muted">{reply.body}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
};
