import type { Suggestion } from '@rapport/contract/suggestions.api';
import { useQuery } from '@tanstack/react-query';
import { RotateCw, Sparkles, X } from 'lucide-react';
import { messageOf } from '../../lib/api.ts';
import { formatPercent } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { fillCompose } from './compose-signal.ts';
import { suggestionsQuery, useRemakeSuggestions } from './suggestions.api.ts';

const SOURCES: Record<Suggestion['source'], string> = {
  canned_reply: 'canned reply',
  earlier_answer: 'answered like this before',
  memory: 'from what is known',
  template: 'general',
  model: 'written for this message',
};

type Props = { message_id: string; onClose: () => void };

/** Three answers to the message above it, to use, change or leave. */
export const InlineSuggestionsPanel = ({ message_id, onClose }: Props) => {
  const { data, error, refetch } = useQuery(suggestionsQuery(message_id));
  const remake = useRemakeSuggestions(message_id);
  const use = (body: string) => {
    fillCompose({ body, ai_origin: 'suggestion' });
    onClose();
  };
  return (
    <section
      aria-label="Suggested replies"
      className="mt-2 max-w-xl animate-enter rounded-xl border border-line bg-surface"
    >
      <header className="flex items-center gap-2 py-1 pr-1 pl-3 text-xs text-ink-muted">
        <Sparkles aria-hidden className="size-3.5 text-accent-text" />
        <h3 className="font-medium text-ink">Suggested replies</h3>
        {data?.engine && (
          <span className="truncate">
            {data.engine === 'local' ? 'local engine' : (data.model ?? 'language model')}
          </span>
        )}
        <span className="ml-auto flex">
          <IconButton
            label="Suggest others"
            size="sm"
            disabled={!data || remake.isPending}
            onClick={() => remake.mutate()}
          >
            <RotateCw aria-hidden className={remake.isPending ? 'animate-spin' : undefined} />
          </IconButton>
          <IconButton label="Close the suggestions" size="sm" onClick={onClose}>
            <X aria-hidden />
          </IconButton>
        </span>
      </header>
      {error && !data ? (
        <ErrorState compact title="No suggestions" error={error} onRetry={() => void refetch()} />
      ) : (
        <ul className="grid gap-px border-t border-line">
          {data
            ? data.suggestions.map(({ body, confidence, source }) => (
                <li
                  key={body}
                  className="flex items-start gap-3 border-b border-line px-3 py-2 last:border-0"
                >
                  <div className="min-w-0 flex-1">
                    <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{body}</p>
                    <p className="text-xs text-ink-muted">
                      {SOURCES[source]} · fits {formatPercent(confidence)}
                    </p>
                  </div>
                  <Button size="sm" onClick={() => use(body)}>
                    Use this reply
                  </Button>
                </li>
              ))
            : [0, 1, 2].map((row) => (
                <li key={row} className="grid gap-2 px-3 py-3">
                  <Skeleton className="h-3 w-4/5" />
                  <Skeleton className="h-2.5 w-1/3" />
                </li>
              ))}
        </ul>
      )}
      {remake.isError && (
        <p role="alert" className="border-t border-line px-3 py-2 text-danger-text">
          {messageOf(remake.error)}
        </p>
      )}
    </section>
  );
};
