import { Link, useLocation } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useMe } from '../features/auth/auth.api.ts';
import { openOverlay } from '../lib/overlays.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Mark } from '../ui/mark.tsx';
import { hasInner, type NavEntry, SETTINGS } from '../lib/nav.ts';
import { UnreadBadge } from './unread-badge.tsx';
import { UserMenu } from './user-menu.tsx';

const ROW =
  'flex h-8 items-center gap-2.5 rounded-md px-2 font-medium text-ink-muted transition-colors hover:bg-hover hover:text-ink [&>svg]:size-4 [&>svg]:shrink-0';
const CURRENT = 'bg-pressed text-ink [&>svg]:text-accent-text';

const NavLink = ({ entry }: { entry: NavEntry }) => {
  const { to, label, icon: Icon } = entry;
  const exact = useLocation({ select: ({ pathname }) => hasInner(entry, pathname) });
  return (
    <Link to={to} className={ROW} activeOptions={{ exact }} activeProps={{ className: CURRENT }}>
      <Icon aria-hidden />
      {label}
      {to === '/messaging' && <UnreadBadge className="ml-auto" />}
    </Link>
  );
};

/** The left edge from 768 px up. */
export const Sidebar = ({ entries }: { entries: readonly NavEntry[] }) => {
  const { organization } = useMe();
  return (
    <aside className="flex w-56 shrink-0 flex-col gap-3 border-r border-line bg-surface p-2.5 max-md:hidden">
      <div className="flex h-8 items-center gap-2 px-1.5">
        <Mark className="size-5 shrink-0" />
        <span className="truncate font-semibold" title={organization.name}>
          {organization.name}
        </span>
      </div>
      <button
        type="button"
        onClick={() => openOverlay('palette')}
        className="flex h-8 items-center gap-2 rounded-md border border-line bg-raised px-2 text-left text-ink-muted shadow-card transition-colors hover:border-line-strong hover:text-ink"
      >
        <Search aria-hidden className="size-4" />
        <span className="flex-1">Go to…</span>
        <span aria-hidden className="flex gap-0.5">
          <Kbd>mod</Kbd>
          <Kbd>K</Kbd>
        </span>
      </button>
      <nav aria-label="Main" className="grid gap-0.5">
        {entries.map((entry) => (
          <NavLink key={entry.to} entry={entry} />
        ))}
      </nav>
      <div className="mt-auto grid gap-0.5">
        <NavLink entry={SETTINGS} />
        <UserMenu />
      </div>
    </aside>
  );
};
