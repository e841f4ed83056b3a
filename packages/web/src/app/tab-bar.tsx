import { Link, useLocation } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { openOverlay } from '../lib/overlays.ts';
import { UnreadBadge } from './unread-badge.tsx';
import { hasInner, type NavEntry, SETTINGS } from '../lib/nav.ts';

const TAB =
  'relative flex flex-1 flex-col items-center justify-center gap-0.5 text-xs font-medium text-ink-muted focus-visible:-outline-offset-2 [&>svg]:size-5';

const Tab = ({ entry }: { entry: NavEntry }) => {
  const { to, label, icon: Icon } = entry;
  const exact = useLocation({ select: ({ pathname }) => hasInner(entry, pathname) });
  return (
    <Link
      to={to}
      className={TAB}
      activeOptions={{ exact }}
      activeProps={{ className: 'text-accent-text' }}
    >
      <Icon aria-hidden />
      {label}
      {to === '/messaging' && <UnreadBadge className="absolute top-1 left-1/2 ml-1" />}
    </Link>
  );
};

/** The lower edge on a phone. */
export const TabBar = ({ entries }: { entries: readonly NavEntry[] }) => (
  <nav
    aria-label="Main"
    className="flex shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
  >
    <div className="flex h-14 flex-1">
      {[...entries.filter(({ onPhone = true }) => onPhone), SETTINGS].map((entry) => (
        <Tab key={entry.to} entry={entry} />
      ))}
      <button type="button" className={TAB} onClick={() => openOverlay('palette')}>
        <Search aria-hidden />
        Go to
      </button>
    </div>
  </nav>
);
