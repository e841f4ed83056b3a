import { Link } from '@tanstack/react-router';
import { UserRoundX } from 'lucide-react';
import { isStatus } from '../../lib/api.ts';
import { useTitle } from '../../lib/use-title.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { lastList } from './last-list.ts';

/** The left column before the contact is there. */
export const ProfileSkeleton = () => (
  <div role="status" className="grid gap-4 p-4">
    <span className="sr-only">Loading the contact</span>
    <div className="grid justify-items-center gap-3 pt-1">
      <Skeleton className="size-14 rounded-full" />
      <Skeleton className="h-5 w-36" />
    </div>
    <Skeleton className="h-8" />
    <Skeleton className="h-20 rounded-lg" />
    {Array.from({ length: 8 }, (_, row) => (
      <div key={row} className="flex h-4 items-center gap-4">
        <Skeleton className="h-3 w-16" />
        <Skeleton className="h-3 w-28" />
      </div>
    ))}
  </div>
);

/** Whether there is no such contact: it was removed, is not visible, or the address is no id. */
export const isGone = (error: unknown): boolean => isStatus(error, 404) || isStatus(error, 400);

/** In place of the page when the contact cannot be shown. */
export const ContactTrouble = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  useTitle('Contact');
  return (
    <div className="grid min-h-[60dvh] place-content-center">
      {isGone(error) ? (
        <EmptyState
          icon={<UserRoundX />}
          title="This contact does not exist or was removed"
          action={
            <Button asChild>
              <Link to="/contacts" search={lastList()}>
                Back to contacts
              </Link>
            </Button>
          }
        />
      ) : (
        <ErrorState title="This contact could not be loaded" error={error} onRetry={onRetry} />
      )}
    </div>
  );
};
