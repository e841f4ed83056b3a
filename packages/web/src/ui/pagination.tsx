import { ChevronLeft, ChevronRight } from 'lucide-react';
import { classes } from '../lib/classes.ts';
import { countOf, formatCount } from '../lib/format.ts';
import { IconButton } from './icon-button.tsx';
import { pagesToShow } from './pages.ts';

type Props = {
  /** From 0. */
  page: number;
  page_size: number;
  total_pages: number;
  total_count: number;
  /** One of the things listed: "contact". */
  noun: string;
  onChange: (page: number) => void;
};

/** Numbered pages with ellipsis, and which rows are shown. */
export const Pagination = ({
  page,
  page_size,
  total_pages,
  total_count,
  noun,
  onChange,
}: Props) => {
  const first = page * page_size + 1;
  const last = Math.min(total_count, first + page_size - 1);
  return (
    <nav
      aria-label="Pages"
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 tabular-nums"
    >
      <p className="text-ink-muted">
        {total_pages > 1
          ? `${formatCount(first)}–${formatCount(last)} of ${countOf(total_count, noun)}`
          : countOf(total_count, noun)}
      </p>
      {total_pages > 1 && (
        <div className="flex items-center gap-0.5">
          <IconButton
            label="Previous page"
            size="sm"
            disabled={page === 0}
            onClick={() => onChange(page - 1)}
          >
            <ChevronLeft aria-hidden />
          </IconButton>
          {pagesToShow(page, total_pages).map((one, index) =>
            one === null ? (
              <span key={`gap-${index}`} aria-hidden className="w-7 text-center text-ink-faint">
                …
              </span>
            ) : (
              <button
                key={one}
                type="button"
                aria-label={`Page ${one + 1}`}
                aria-current={one === page ? 'page' : undefined}
                onClick={() => onChange(one)}
                className={classes(
                  'h-7 min-w-7 rounded-md px-1.5 pointer-coarse:h-9 pointer-coarse:min-w-9',
                  one === page
                    ? 'bg-accent-soft font-semibold text-accent-text'
                    : 'text-ink-muted hover:bg-hover hover:text-ink',
                )}
              >
                {formatCount(one + 1)}
              </button>
            ),
          )}
          <IconButton
            label="Next page"
            size="sm"
            disabled={page >= total_pages - 1}
            onClick={() => onChange(page + 1)}
          >
            <ChevronRight aria-hidden />
          </IconButton>
        </div>
      )}
    </nav>
  );
};
