// Starts the app: one query client, one router, one root.
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { safeNext } from '../features/auth/guard.ts';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { createQueryClient } from './query-client.ts';
import { createAppRouter } from './router.tsx';
import './theme.css';

// A session that ended elsewhere: on to sign-in, which leads back here; then forget what was loaded with it.
const queryClient = createQueryClient(() => {
  const { href, pathname } = router.state.location;
  if (pathname === '/sign-in') return;
  void router
    .navigate({ to: '/sign-in', search: { next: safeNext(href) }, replace: true })
    .then(() => queryClient.clear());
});
const router = createAppRouter(queryClient);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <TooltipProvider>
        <RouterProvider router={router} />
      </TooltipProvider>
    </QueryClientProvider>
  </StrictMode>,
);
