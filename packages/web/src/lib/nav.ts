// The pages that the sidebar, the tab bar and the palette lead to. A page is listed once it exists.
import type { Permission } from '@rapport/contract/permissions';
import {
  FileUp,
  type LucideIcon,
  MessagesSquare,
  Settings,
  Smartphone,
  UserCheck,
  Users,
} from 'lucide-react';

export type NavEntry = {
  to: '/messaging' | '/contacts' | '/contacts/assignments' | '/import' | '/simulator' | '/settings';
  label: string;
  icon: LucideIcon;
  /** Hidden from people without it. */
  permission: Permission;
  /** False: reached from another page where the tab bar has no room. */
  onPhone?: false;
};

export const NAV: readonly NavEntry[] = [
  { to: '/messaging', label: 'Messaging', icon: MessagesSquare, permission: 'message:read' },
  { to: '/contacts', label: 'Contacts', icon: Users, permission: 'contact:read' },
  {
    to: '/contacts/assignments',
    label: 'Assignments',
    icon: UserCheck,
    permission: 'contact:assign',
  },
  { to: '/import', label: 'Import', icon: FileUp, permission: 'import:run', onPhone: false },
  {
    to: '/simulator',
    label: 'Test phone',
    icon: Smartphone,
    permission: 'settings:manage',
    onPhone: false,
  },
];

export const SETTINGS: NavEntry = {
  to: '/settings',
  label: 'Settings',
  icon: Settings,
  permission: 'settings:read',
};

/** Whether a page of its own lies below this one at that address, so that only that one is current. */
export const hasInner = (entry: NavEntry, pathname: string): boolean =>
  NAV.some(({ to }) => to.startsWith(`${entry.to}/`) && pathname.startsWith(to));
