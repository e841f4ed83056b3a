import type { CannedReply } from '@rapport/contract/canned-replies.api';
import { useQuery } from '@tanstack/react-query';
import { MessageSquareQuote, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { cannedRepliesQuery } from '../messaging/compose.api.ts';
import { CannedReplyDialog } from './canned-reply-dialog.tsx';
import { useRemoveCannedReply } from './messaging-settings.api.ts';

/** The texts that the team sends again and again. */
export const CannedRepliesSection = () => {
  const { data, error, refetch } = useQuery(cannedRepliesQuery);
  const remove = useRemoveCannedReply();
  const [edited, setEdited] = useState<{ reply: CannedReply | null } | null>(null);
  const [removed, setRemoved] = useState<CannedReply | null>(null);
  return (
    <Card
      title="Canned replies"
      hint="Type / and the shortcut while writing. Everybody in the organization has the same."
      actions={
        <Button variant="primary" onClick={() => setEdited({ reply: null })}>
          <Plus aria-hidden /> New reply
        </Button>
      }
    >
      {error ? (
        <ErrorState compact error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : data.length === 0 ? (
        <EmptyState icon={<MessageSquareQuote />} title="No canned replies yet" compact>
          Write the answers that you give most: opening hours, directions, a thank-you.
        </EmptyState>
      ) : (
        <ul className="-my-2">
          {data.map((reply) => (
            <li
              key={reply.id}
              className="flex items-center gap-2.5 border-b border-line py-2.5 last:border-0"
            >
              <div className="min-w-0 flex-1">
                <p className="flex items-baseline gap-2">
                  <span className="truncate font-medium">{reply.title}</span>
                  <code className="shrink-0 font-mono text-xs text-ink-muted">
                    /{reply.shortcut}
                  </code>
                </p>
                <p className="truncate text-ink-muted">{reply.body}</p>
              </div>
              <IconButton label={`Edit ${reply.title}`} onClick={() => setEdited({ reply })}>
                <Pencil aria-hidden />
              </IconButton>
              <IconButton
                tone="danger"
                label={`Delete ${reply.title}`}
                onClick={() => setRemoved(reply)}
              >
                <Trash2 aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {edited && <CannedReplyDialog reply={edited.reply} onClose={() => setEdited(null)} />}
      <AlertDialog
        open={removed !== null}
        onOpenChange={() => setRemoved(null)}
        title={`Delete “${removed?.title ?? 'this reply'}”?`}
        description="Nobody can use it any more. What was sent with it stays."
        action="Delete"
        onConfirm={async () => removed && remove.mutateAsync(removed.id)}
      />
    </Card>
  );
};
