import type { CallDetails } from '@rapport/contract/calls.api';
import { durationWords } from '@rapport/domain/calls/duration';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileAudio } from 'lucide-react';
import { isStatus } from '../../lib/api.ts';
import { formatExact, formatPhone } from '../../lib/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Page } from '../../ui/page.tsx';
import { NotFoundPage } from '../../ui/route-states.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TodoCard } from '../todos/todo-card.tsx';
import { AddTranscript } from './add-transcript.tsx';
import { CallAnalyses } from './call-analyses.tsx';
import { CallIcon } from './call-icon.tsx';
import { CallPlayer } from './call-player.tsx';
import { CallTranscript } from './call-transcript.tsx';
import { callTitle } from './call-words.ts';
import { callQuery } from './calls.api.ts';
import { usePlayback } from './use-playback.ts';

/** Whose call it was, when, how long, on which of our lines. */
const CallFacts = ({ call }: { call: CallDetails }) => {
  const name = `${call.contact.first_name} ${call.contact.last_name}`.trim();
  const theirs = call.direction === 'inbound' ? call.from_address : call.to_address;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted">
      <CallIcon call={call} className="size-4 shrink-0" />
      <Link
        to="/contacts/$id"
        params={{ id: call.contact_id }}
        className="font-semibold text-ink hover:underline pointer-coarse:py-2"
      >
        {name || formatPhone(theirs) || 'Unknown caller'}
      </Link>
      <time dateTime={call.started_at}>{formatExact(call.started_at)}</time>
      {call.duration_seconds !== null && <span>{durationWords(call.duration_seconds)}</span>}
      {call.received_on && <span>{call.received_on}</span>}
      {call.status === 'in-progress' && <Badge tone="success">Going on</Badge>}
    </div>
  );
};

const RECORDING_WORDS: Partial<Record<CallDetails['recording_status'], string>> = {
  pending: 'The recording is being fetched.',
  failed: 'The carrier has the recording no more, so it cannot be played.',
};

const Content = ({ call }: { call: CallDetails }) => {
  const playback = usePlayback(call.recording_url, call.duration_seconds ?? 0);
  return (
    <div className="mx-auto grid w-full max-w-6xl grid-cols-1 gap-4">
      <CallFacts call={call} />
      {call.recording_url ? (
        <CallPlayer playback={playback} url={call.recording_url} />
      ) : (
        RECORDING_WORDS[call.recording_status] && (
          <p className="text-ink-muted">{RECORDING_WORDS[call.recording_status]}</p>
        )
      )}
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card title="Transcript" actions={<AddTranscript call={call} />}>
          {call.segments.length > 0 ? (
            <div
              role="group"
              aria-label="What was said"
              tabIndex={0}
              className="-mx-2.5 max-h-[60vh] overflow-y-auto overscroll-contain"
            >
              <CallTranscript
                call={call}
                position={call.recording_url ? playback.position : null}
                onSeek={playback.playFrom}
              />
            </div>
          ) : (
            <EmptyState icon={<FileAudio />} title="Nothing is written down" compact>
              Add what was said, and Rapport reads it.
            </EmptyState>
          )}
        </Card>
        <div className="grid grid-cols-1 gap-4">
          <CallAnalyses call={call} />
          <Card title="Todos">
            {call.todos.length === 0 ? (
              <EmptyState title="Nothing to do" compact>
                What is asked for or promised in a call is proposed here.
              </EmptyState>
            ) : (
              <div className="grid gap-2">
                {call.todos.map((todo) => (
                  <TodoCard key={todo.id} todo={todo} />
                ))}
              </div>
            )}
          </Card>
        </div>
      </div>
    </div>
  );
};

/** One call: the recording, what was said, what was read out of it, and what to do. */
export const CallPage = ({ id }: { id: string }) => {
  const { data: call, error, refetch } = useQuery(callQuery(id));
  if (isStatus(error, 404)) return <NotFoundPage />;
  return (
    <Page title={call ? callTitle(call) : 'Call'}>
      {error && !call && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !call && <SkeletonRows rows={6} />}
      {call && <Content call={call} />}
    </Page>
  );
};
