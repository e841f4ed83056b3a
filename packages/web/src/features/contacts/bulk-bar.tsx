import { X } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { countOf, formatCount } from '../../lib/format.ts';
import { useMedia } from '../../lib/use-media.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import type { BulkSelection } from './bulk-work.ts';
import type { Bulk } from './use-bulk.ts';

const BulkReport = lazy(async () => ({
  default: (await import('./bulk-report.tsx')).BulkReport,
}));

/** As many contacts as one request may name. */
const MOST_AT_ONCE = 5000;

type Props = {
  selection: BulkSelection;
  /** How many the list shows on all its pages: offered when the whole page is selected. */
  total: number;
  isPageChosen: boolean;
  bulk: Bulk;
  onChooseAll: () => void;
  onClear: () => void;
  /** The buttons. */
  children: ReactNode;
};

/** What can be done with the selected contacts; over the end of the list while any is selected. */
export const BulkBar = ({
  selection: { kind, count },
  total,
  isPageChosen,
  bulk,
  onChooseAll,
  onClear,
  children,
}: Props) => {
  const isTooMany = kind === 'rows' && count > MOST_AT_ONCE;
  // A phone has no box for the whole page.
  const isPhone = useMedia('(max-width: 767px)');
  const offersAll = kind === 'rows' && (isPageChosen || isPhone) && total > count;
  return (
    <>
      {(count > 0 || bulk.running) && (
        <section
          aria-label="Selected contacts"
          className="absolute inset-x-2 bottom-2 z-20 mx-auto flex min-h-12 w-fit max-w-full animate-rise flex-wrap items-center gap-x-1 gap-y-1 rounded-xl border border-line-strong bg-raised py-1.5 pr-1.5 pl-4 shadow-float"
        >
          {bulk.running ? (
            <div className="w-72 max-w-full pr-3">
              <ProgressBar value={bulk.running.share} label={bulk.running.label} />
            </div>
          ) : (
            <>
              <p role="status" className="pr-2 font-medium whitespace-nowrap tabular-nums">
                {kind === 'all' ? `All ${formatCount(count)}` : formatCount(count)} selected
                {isTooMany && (
                  <span className="text-danger-text"> · at most {formatCount(MOST_AT_ONCE)}</span>
                )}
              </p>
              {offersAll && (
                <Button variant="ghost" className="text-accent-text!" onClick={onChooseAll}>
                  Select all {formatCount(total)}
                </Button>
              )}
              {!isTooMany && children}
              <IconButton label="Clear the selection" onClick={onClear}>
                <X aria-hidden />
              </IconButton>
            </>
          )}
        </section>
      )}
      <Suspense fallback={null}>
        {bulk.failed.length > 0 && (
          <BulkReport
            title={`${countOf(bulk.failed.length, 'contact')} left out`}
            failed={bulk.failed}
            onClose={bulk.forgetFailed}
          />
        )}
      </Suspense>
    </>
  );
};
