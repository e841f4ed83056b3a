import { RotateCw, TriangleAlert } from 'lucide-react';
import { messageOf } from '../lib/api.ts';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

/** Something could not be loaded: the sentence, and a button that tries again. */
export const ErrorState = ({
  error,
  onRetry,
  title = 'This could not be loaded',
}: {
  error: unknown;
  onRetry?: () => void;
  title?: string;
}) => (
  <div role="alert">
    <EmptyState
      icon={<TriangleAlert />}
      title={title}
      action={
        onRetry && (
          <Button onClick={onRetry}>
            <RotateCw aria-hidden /> Try again
          </Button>
        )
      }
    >
      {messageOf(error)}
    </EmptyState>
  </div>
);
