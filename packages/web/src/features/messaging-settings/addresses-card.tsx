import type { EmailAddress } from '@rapport/contract/email-addresses.api';
import { useQuery } from '@tanstack/react-query';
import { AtSign, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { AddressDialog } from './address-dialog.tsx';
import { addressBookQuery, useRemoveAddress } from './mail-settings.api.ts';

/** The addresses that mail is sent from and comes in at. */
export const AddressesCard = () => {
  const book = useQuery(addressBookQuery);
  const remove = useRemoveAddress();
  const [edited, setEdited] = useState<{ address: EmailAddress | null } | null>(null);
  const [removed, setRemoved] = useState<EmailAddress | null>(null);
  return (
    <Card
      title="E-mail addresses"
      hint="Mail is sent from the first unless another one is chosen; answers come in there."
      actions={
        <Button variant="primary" onClick={() => setEdited({ address: null })}>
          <Plus aria-hidden /> New address
        </Button>
      }
    >
      {book.isPending ? (
        <SkeletonRows rows={2} />
      ) : book.isError ? (
        <ErrorState compact error={book.error} onRetry={() => void book.refetch()} />
      ) : book.data.email_addresses.length === 0 ? (
        <EmptyState icon={<AtSign />} title="No address yet" compact>
          Add one, such as office@{book.data.domain}, to write e-mail.
        </EmptyState>
      ) : (
        <ul className="-my-2">
          {book.data.email_addresses.map((address) => (
            <li
              key={address.id}
              className="flex items-center gap-2.5 border-b border-line py-2.5 last:border-0"
            >
              <div className="min-w-0 flex-1">
                <p className="truncate font-medium">{address.address}</p>
                {address.sender_name && (
                  <p className="truncate text-ink-muted">{address.sender_name}</p>
                )}
              </div>
              <IconButton label={`Edit ${address.address}`} onClick={() => setEdited({ address })}>
                <Pencil aria-hidden />
              </IconButton>
              <IconButton
                tone="danger"
                label={`Give up ${address.address}`}
                onClick={() => setRemoved(address)}
              >
                <Trash2 aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {edited && (
        <AddressDialog
          address={edited.address}
          domain={book.data?.domain ?? ''}
          onClose={() => setEdited(null)}
        />
      )}
      <AlertDialog
        open={removed !== null}
        onOpenChange={() => setRemoved(null)}
        title={`Give up ${removed?.address ?? 'this address'}?`}
        description="Nothing comes in there any more. Its messages stay."
        action="Give up"
        onConfirm={async () => removed && remove.mutateAsync(removed.id)}
      />
    </Card>
  );
};
