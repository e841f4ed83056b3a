import { RotateCw, TriangleAlert } from 'lucide-react';
import { messageOf } from '../lib/api.ts';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

/** Something could not be loaded: the sentence, and a button that tries again. */
export const ErrorState = ({
  error,
  onRetry,
  title = 'This could not be loaded',
  compact = false,
}: {
  error: unknown;
  onRetry?: () => void;
  title?: string;
  /** Inside a card, which has air of its own. */
  compact?: boolean;
}) => (
  <div role="alert">
    <EmptyState
      icon={<TriangleAlert />}
      title={title}
      compact={compact}
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
