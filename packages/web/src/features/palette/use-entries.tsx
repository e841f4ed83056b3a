import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FileUp, Keyboard, LogOut, Sparkles } from 'lucide-react';
import type { ReactNode } from 'react';
import { NAV } from '../../lib/nav.ts';
import { openOverlay } from '../../lib/overlays.ts';
import { setTheme } from '../../lib/theme.ts';
import { THEME_OPTIONS } from '../../ui/theme-toggle.tsx';
import { toast } from '../../ui/toast.tsx';
import { useMe } from '../auth/auth.api.ts';
import { useSignOut } from '../auth/use-sign-out.ts';
import { useLoadSample } from '../transfer/imports.api.ts';
import { sectionsFor } from '../settings/sections.ts';
import type { Findable } from './match.ts';

export type PaletteEntry = Findable & { icon: ReactNode; run: () => unknown };

/** What the palette offers to this person. */
export const usePaletteEntries = () => {
  const me = useMe();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const loadSample = useLoadSample();
  const may = (permission: (typeof me.member.permissions)[number]) =>
    me.member.permissions.includes(permission);

  const pages: PaletteEntry[] = [
    ...NAV.filter(({ permission }) => may(permission)).map(({ to, label, icon: Icon }) => ({
      label,
      icon: <Icon aria-hidden />,
      run: () => navigate({ to }),
    })),
    ...sectionsFor(me.member.permissions).map(({ section, label, icon: Icon, words }) => ({
      label,
      words: `settings ${words}`,
      icon: <Icon aria-hidden />,
      run: () => navigate({ to: '/settings/$section', params: { section } }),
    })),
  ];

  const actions: PaletteEntry[] = [
    ...(may('import:run')
      ? [
          {
            label: 'Import a history',
            words: 'upload sms whatsapp file add',
            icon: <FileUp aria-hidden />,
            run: () => navigate({ to: '/import' }),
          },
        ]
      : []),
    ...(may('import:run') && !me.has_sample
      ? [
          {
            label: 'Load sample workspace',
            words: 'demo example',
            icon: <Sparkles aria-hidden />,
            run: () =>
              loadSample.mutate(undefined, {
                onSuccess: () => {
                  void queryClient.invalidateQueries();
                  toast.success('The sample people are on their way.');
                  void navigate({ to: '/contacts' });
                },
                onError: toast.error,
              }),
          },
        ]
      : []),
    ...THEME_OPTIONS.map(({ value, label, icon }) => ({
      label: `Theme: ${label.toLowerCase()}`,
      words: 'switch appearance colour mode',
      icon,
      run: () => setTheme(value),
    })),
    {
      label: 'Keyboard shortcuts',
      words: 'help keys',
      icon: <Keyboard aria-hidden />,
      run: () => openOverlay('shortcuts'),
    },
    { label: 'Sign out', words: 'log leave', icon: <LogOut aria-hidden />, run: signOut },
  ];

  return {
    pages,
    actions,
    openContact: (id: string) => navigate({ to: '/contacts/$id', params: { id } }),
    openMessage: (contactId: string, message: string) =>
      navigate({ to: '/messaging/$contactId', params: { contactId }, search: { message } }),
  };
};
