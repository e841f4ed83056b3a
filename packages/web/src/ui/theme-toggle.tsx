import { Monitor, Moon, Sun } from 'lucide-react';
import { THEMES, type Theme, useTheme } from '../lib/theme.ts';
import { MenuLabel, MenuRadioGroup } from './dropdown-menu.tsx';

const LOOK = {
  system: { label: 'System', icon: <Monitor aria-hidden /> },
  light: { label: 'Light', icon: <Sun aria-hidden /> },
  dark: { label: 'Dark', icon: <Moon aria-hidden /> },
} as const;

export const THEME_OPTIONS = THEMES.map((value: Theme) => ({ value, ...LOOK[value] }));

/** The theme choice as items of a menu. */
export const ThemeMenuItems = () => {
  const [theme, setTheme] = useTheme();
  return (
    <>
      <MenuLabel>Theme</MenuLabel>
      <MenuRadioGroup value={theme} onChange={setTheme} options={THEME_OPTIONS} />
    </>
  );
};
