import { useNavigate } from '@tanstack/react-router';
import { ChevronsUpDown, Keyboard, LogOut, UserRound } from 'lucide-react';
import { useMe } from '../features/auth/auth.api.ts';
import { useSignOut } from '../features/auth/use-sign-out.ts';
import { openOverlay } from '../lib/overlays.ts';
import { Avatar } from '../ui/avatar.tsx';
import { DropdownMenu, MenuItem, MenuSeparator } from '../ui/dropdown-menu.tsx';
import { ThemeMenuItems } from '../ui/theme-toggle.tsx';

/** The person who is signed in, and what concerns only them. */
export const UserMenu = () => {
  const { user } = useMe();
  const navigate = useNavigate();
  const signOut = useSignOut();
  return (
    <DropdownMenu
      side="top"
      trigger={
        <button
          type="button"
          className="flex h-9 w-full items-center gap-2 rounded-md px-1.5 text-left hover:bg-hover data-[state=open]:bg-hover"
        >
          <Avatar name={user.name} seed={user.id} size="xs" />
          <span className="flex-1 truncate font-medium">{user.name}</span>
          <ChevronsUpDown aria-hidden className="size-4 text-ink-faint" />
        </button>
      }
    >
      <MenuItem
        onSelect={() => void navigate({ to: '/settings/$section', params: { section: 'profile' } })}
      >
        <UserRound aria-hidden /> Profile
      </MenuItem>
      <MenuItem onSelect={() => openOverlay('shortcuts')}>
        <Keyboard aria-hidden /> Keyboard shortcuts
      </MenuItem>
      <MenuSeparator />
      <ThemeMenuItems />
      <MenuSeparator />
      <MenuItem onSelect={() => void signOut()}>
        <LogOut aria-hidden /> Sign out
      </MenuItem>
    </DropdownMenu>
  );
};
