// Lets any page open the palette or the help, which the shell mounts.

export type Overlay = 'palette' | 'shortcuts';

const listeners = new Set<(overlay: Overlay) => void>();

export const openOverlay = (overlay: Overlay): void => {
  for (const listener of listeners) listener(overlay);
};

/** @returns how to stop listening */
export const onOpenOverlay = (listener: (overlay: Overlay) => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
