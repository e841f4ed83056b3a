import { Outlet } from '@tanstack/react-router';
import { useMe } from '../features/auth/auth.api.ts';
import { NAV } from '../lib/nav.ts';
import { Sidebar } from './sidebar.tsx';
import { TabBar } from './tab-bar.tsx';

/** The frame of the app: sidebar (tab bar on a phone) and the page, which scrolls on its own. */
export const Shell = () => {
  const { member } = useMe();
  const entries = NAV.filter((entry) => member.permissions.includes(entry.permission));
  return (
    <div className="flex h-dvh max-md:flex-col-reverse">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-accent px-3 py-2 font-medium text-accent-ink focus:translate-y-0"
      >
        Skip to content
      </a>
      <Sidebar entries={entries} />
      <TabBar entries={entries} />
      <main
        id="content"
        tabIndex={-1}
        className="relative min-h-0 min-w-0 flex-1 overflow-y-auto outline-none"
      >
        <Outlet />
      </main>
    </div>
  );
};
