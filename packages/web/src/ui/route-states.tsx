import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { useEffect } from 'react';
import { useTitle } from '../lib/use-title.ts';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { ErrorState } from './error-state.tsx';
import { Spinner } from './spinner.tsx';

/** A page that threw: one sentence and a second try, with the shell still around it. */
export const RouteError = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  useTitle('Something went wrong');
  useEffect(() => queries.reset(), [queries]);
  return (
    <div className="grid min-h-[60dvh] place-content-center">
      <ErrorState
        title="This page could not be shown"
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </div>
  );
};

/** Nothing to show yet, for longer than a moment. */
export const PendingPage = () => (
  <div className="grid min-h-[60dvh] place-content-center text-ink-faint">
    <Spinner label="Loading" />
  </div>
);

/** An address that leads nowhere. */
export const NotFoundPage = () => {
  useTitle('Not found');
  return (
    <div className="grid min-h-[60dvh] place-content-center">
      <EmptyState
        icon={<Compass />}
        title="There is no such page"
        action={
          <Button asChild>
            <Link to="/contacts">Go to contacts</Link>
          </Button>
        }
      >
        The address may be mistyped, or what was here has been deleted.
      </EmptyState>
    </div>
  );
};
