// Lets other parts of the page write into the compose box: a suggestion, a message to send again, the `R` key.
import type { ComposeChannel } from './compose-draft.ts';

type ComposeFill = {
  body: string;
  subject?: string | null;
  /** Which feature wrote it; it goes with the message. */
  ai_origin?: 'suggestion' | null;
};

type Signal =
  | { kind: 'fill'; fill: ComposeFill }
  | { kind: 'focus'; channel: ComposeChannel | null };

const listeners = new Set<(signal: Signal) => void>();

/** Puts a text into the compose box of the conversation that is open, and the cursor behind it. */
export const fillCompose = (fill: ComposeFill): void => {
  for (const listener of listeners) listener({ kind: 'fill', fill });
};

/** Puts the cursor into the compose box, on the channel that is given, else on the one that is open. */
export const focusCompose = (channel: ComposeChannel | null = null): void => {
  for (const listener of listeners) listener({ kind: 'focus', channel });
};

/** @returns how to stop listening */
export const onComposeSignal = (listener: (signal: Signal) => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
