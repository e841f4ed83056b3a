// The pages that the sidebar, the tab bar and the palette lead to. A page is listed once it exists.
import type { Permission } from '@rapport/contract/permissions';
import { FileUp, type LucideIcon, Settings, Users } from 'lucide-react';

export type NavEntry = {
  to: '/contacts' | '/import' | '/settings';
  label: string;
  icon: LucideIcon;
  /** Hidden from people without it. */
  permission: Permission;
};

export const NAV: readonly NavEntry[] = [
  { to: '/contacts', label: 'Contacts', icon: Users, permission: 'contact:read' },
  { to: '/import', label: 'Import', icon: FileUp, permission: 'import:run' },
];

export const SETTINGS: NavEntry = {
  to: '/settings',
  label: 'Settings',
  icon: Settings,
  permission: 'settings:read',
};
