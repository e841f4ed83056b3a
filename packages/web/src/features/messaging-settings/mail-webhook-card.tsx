import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../../lib/api.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FormError } from '../../ui/field.tsx';
import { Time } from '../../ui/time.tsx';
import { CopyField } from '../settings/copy-field.tsx';
import {
  emailWebhookQuery,
  useCreateEmailWebhook,
  useRemoveEmailWebhook,
} from './mail-settings.api.ts';

/** The address to which a mail host hands incoming mails over. */
export const MailWebhookCard = () => {
  const { data } = useQuery(emailWebhookQuery);
  const create = useCreateEmailWebhook();
  const remove = useRemoveEmailWebhook();
  const [isClosing, setIsClosing] = useState(false);
  const exists = Boolean(data?.created_at);
  return (
    <Card
      title="Incoming mail by webhook"
      hint="Your mail host posts each raw mail (MIME) to an address here. Not needed when mail reaches this server by SMTP."
    >
      <div className="grid gap-4">
        {create.data ? (
          <CopyField
            label="Address"
            hint="Copy it now: it holds a secret and cannot be shown again."
            value={create.data.url}
          />
        ) : (
          exists && (
            <p className="text-ink-muted">
              Open since <Time value={data?.created_at ?? ''} />,{' '}
              {data?.last_used_at ? (
                <>
                  last used <Time value={data.last_used_at} />.
                </>
              ) : (
                'not used yet.'
              )}
            </p>
          )
        )}
        <FormError message={create.error && messageOf(create.error)} />
        <div className="flex flex-wrap gap-2">
          <Button loading={create.isPending} onClick={() => create.mutate(undefined)}>
            {exists ? 'Make a new address' : 'Make an address'}
          </Button>
          {exists && (
            <Button variant="danger-ghost" onClick={() => setIsClosing(true)}>
              Close it
            </Button>
          )}
        </div>
      </div>
      <AlertDialog
        open={isClosing}
        onOpenChange={setIsClosing}
        title="Close the address for incoming mail?"
        description="What your mail host posts there is refused from now on."
        action="Close"
        onConfirm={async () => {
          await remove.mutateAsync(undefined);
          create.reset();
        }}
      />
    </Card>
  );
};
