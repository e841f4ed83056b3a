import { Suspense, lazy, useState } from 'react';
import { onOpenOverlay, openOverlay, type Overlay } from '../lib/overlays.ts';
import { useShortcuts } from '../lib/shortcuts.ts';
import { useEffect } from 'react';

const Palette = lazy(async () => ({
  default: (await import('../features/palette/palette.tsx')).Palette,
}));
const ShortcutHelp = lazy(async () => ({
  default: (await import('../features/palette/shortcut-help.tsx')).ShortcutHelp,
}));

/** What opens over any page from the keyboard; loaded when first opened. */
export const Overlays = () => {
  const [open, setOpen] = useState<Overlay | null>(null);
  useEffect(() => onOpenOverlay(setOpen), []);
  useShortcuts([
    { key: 'k', mod: true, typing: true, run: () => openOverlay('palette') },
    { key: '?', run: () => openOverlay('shortcuts') },
  ]);
  const close = () => setOpen(null);
  return (
    <Suspense fallback={null}>
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'shortcuts' && <ShortcutHelp onClose={close} />}
    </Suspense>
  );
};
