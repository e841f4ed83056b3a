// The table of contents of the app: every address, who may open it, and the page, loaded when first opened.
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { requireMe, safeNext } from '../features/auth/guard.ts';
import { meQuery } from '../features/auth/auth.api.ts';
import { readAssignments } from '../features/assignments/assignments-filter.ts';
import { readSearch } from '../features/contacts/list-filter.ts';
import { readInbox } from '../features/messaging/inbox-filter.ts';
import { NotFoundPage, PendingPage, RouteError } from '../ui/route-states.tsx';
import { Root } from './root.tsx';
import { Shell } from './shell.tsx';
import { SignedIn } from './signed-in.tsx';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Root });

const nextSearch = (search: Record<string, unknown>): { next?: string | undefined } => ({
  next: safeNext(search['next']),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: nextSearch,
  component: lazyRouteComponent(() => import('../routes/sign-in.tsx'), 'SignInRoute'),
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: nextSearch,
  component: lazyRouteComponent(() => import('../routes/sign-up.tsx'), 'SignUpRoute'),
});

const invite = createRoute({
  getParentRoute: () => root,
  path: '/invite/$token',
  component: lazyRouteComponent(() => import('../routes/invite.tsx'), 'InviteRoute'),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: ({ context, location }) =>
    requireMe(context.queryClient, location.href).then(() => {}),
  component: SignedIn,
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: async ({ context }) => {
    const me = await context.queryClient.ensureQueryData(meQuery);
    const isNew = !me.has_contacts && me.member.permissions.includes('import:run');
    throw redirect({ to: isNew ? '/welcome' : '/contacts' });
  },
});

const welcome = createRoute({
  getParentRoute: () => signedIn,
  path: '/welcome',
  component: lazyRouteComponent(() => import('../routes/welcome.tsx'), 'WelcomeRoute'),
});

const shell = createRoute({ getParentRoute: () => signedIn, id: 'shell', component: Shell });

const contacts = createRoute({
  getParentRoute: () => shell,
  path: '/contacts',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('../routes/contacts.tsx'), 'ContactsRoute'),
});

const assignments = createRoute({
  getParentRoute: () => shell,
  path: '/contacts/assignments',
  validateSearch: readAssignments,
  component: lazyRouteComponent(() => import('../routes/assignments.tsx'), 'AssignmentsRoute'),
});

const contact = createRoute({
  getParentRoute: () => shell,
  path: '/contacts/$id',
  component: lazyRouteComponent(() => import('../routes/contact.tsx'), 'ContactRoute'),
});

const messaging = createRoute({
  getParentRoute: () => shell,
  path: '/messaging',
  validateSearch: readInbox,
  component: lazyRouteComponent(() => import('../routes/messaging.tsx'), 'MessagingRoute'),
});

/** Draws nothing of its own: the page reads whose conversation is open. */
const conversation = createRoute({ getParentRoute: () => messaging, path: '$contactId' });

const call = createRoute({
  getParentRoute: () => shell,
  path: '/calls/$id',
  component: lazyRouteComponent(() => import('../routes/call.tsx'), 'CallRoute'),
});

const imports = createRoute({
  getParentRoute: () => shell,
  path: '/import',
  component: lazyRouteComponent(() => import('../routes/import.tsx'), 'ImportRoute'),
});

const simulator = createRoute({
  getParentRoute: () => shell,
  path: '/simulator',
  component: lazyRouteComponent(() => import('../routes/simulator.tsx'), 'SimulatorRoute'),
});

const contactImport = createRoute({
  getParentRoute: () => shell,
  path: '/import/contacts/$id',
  component: lazyRouteComponent(() => import('../routes/contact-import.tsx'), 'ContactImportRoute'),
});

const settingsHome = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings/$section', params: { section: 'organization' } });
  },
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings/$section',
  component: lazyRouteComponent(() => import('../routes/settings.tsx'), 'SettingsRoute'),
});

const nowhere = createRoute({ getParentRoute: () => shell, path: '$', component: NotFoundPage });

/** @param queryClient where the guards look for the signed-in person */
export const createAppRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree: root.addChildren([
      signIn,
      signUp,
      invite,
      signedIn.addChildren([
        home,
        welcome,
        shell.addChildren([
          contacts,
          assignments,
          contact,
          call,
          messaging.addChildren([conversation]),
          imports,
          contactImport,
          simulator,
          settingsHome,
          settings,
          nowhere,
        ]),
      ]),
    ]),
    context: { queryClient },
    defaultPreload: 'intent',
    // The query client decides what is fresh, not the router.
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: PendingPage,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
