// Keyboard shortcuts: one listener per use, deaf while somebody types, listed for the `?` help.
import { useEffect, useEffectEvent } from 'react';

/** `mod` is Cmd on a Mac and Ctrl elsewhere. `typing`: also heard inside a text field. */
export type Shortcut = {
  key: string;
  mod?: boolean;
  typing?: boolean;
  run: (event: KeyboardEvent) => void;
};

export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Whether this key press is that shortcut. */
export const matches = (shortcut: Shortcut, pressed: Pressed, typing: boolean): boolean =>
  pressed.key.toLowerCase() === shortcut.key.toLowerCase() &&
  !pressed.altKey &&
  (pressed.ctrlKey || pressed.metaKey) === (shortcut.mod ?? false) &&
  (!typing || (shortcut.typing ?? false));

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && /^(checkbox|radio|button|file)$/.test(target.type));

/** Listens while the component is there. Silent under an open dialog, unless the shortcut says `typing`. */
export const useShortcuts = (shortcuts: Shortcut[]): void => {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const busy = isTyping(event.target) || document.querySelector('[role="dialog"]') !== null;
    const found = shortcuts.find((one) => matches(one, event, busy));
    if (!found) return;
    event.preventDefault();
    found.run(event);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
};

/** What the help shows, in groups. */
export const SHORTCUT_HELP: { title: string; rows: { keys: string[]; does: string }[] }[] = [
  {
    title: 'Anywhere',
    rows: [
      { keys: ['mod', 'K'], does: 'Go to a person or page, or do something' },
      { keys: ['?'], does: 'Show this help' },
      { keys: ['Esc'], does: 'Close what is open' },
    ],
  },
  {
    title: 'Lists',
    rows: [
      { keys: ['J'], does: 'Next row' },
      { keys: ['K'], does: 'Previous row' },
      { keys: ['Enter'], does: 'Open the row' },
      { keys: ['/'], does: 'Search' },
      { keys: ['X'], does: 'Select the row' },
      { keys: ['Shift', 'X'], does: 'Select all rows up to this one' },
      { keys: ['Esc'], does: 'Select nothing' },
    ],
  },
  {
    title: 'Messaging',
    rows: [
      { keys: ['R'], does: 'Write an answer' },
      { keys: ['mod', 'Enter'], does: 'Send' },
      { keys: ['/'], does: 'Canned replies, while writing' },
      { keys: ['E'], does: 'Done: nothing needs to be answered' },
      { keys: ['U'], does: 'Mark unread or read' },
      { keys: ['Esc'], does: 'Back to the list' },
    ],
  },
  {
    title: 'Contact',
    rows: [
      { keys: ['R'], does: 'Write a message' },
      { keys: ['N'], does: 'Write a note' },
      { keys: ['T'], does: 'Add a todo' },
      { keys: ['A'], does: 'Show the activity' },
      { keys: ['H'], does: 'Who changed what' },
      { keys: ['M'], does: 'Merge with another contact' },
      { keys: ['E'], does: 'Enrich from the messages' },
      { keys: ['Esc'], does: 'Back to the list' },
    ],
  },
];
