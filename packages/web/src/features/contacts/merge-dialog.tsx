import type { Contact } from '@rapport/contract/contacts.api';
import { useState } from 'react';
import { messageOf } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { FormError } from '../../ui/field.tsx';
import { toast } from '../../ui/toast.tsx';
import { titleOf } from './contact-name.ts';
import { MergeFields } from './merge-fields.tsx';
import { MergeSearch } from './merge-search.tsx';
import { type MergeField, useMerge, useUndoMerge } from './merges.api.ts';

type Props = {
  contact: Contact;
  /** Who goes into the contact; null asks first. */
  other: Contact | null;
  onClose: () => void;
};

/** What would be, field by field, before two contacts become one. */
const MergePreview = ({
  contact,
  other,
  onClose,
  onBack,
}: {
  contact: Contact;
  other: Contact;
  onClose: () => void;
  onBack: () => void;
}) => {
  const [take, setTake] = useState<MergeField[]>([]);
  const merge = useMerge(contact.id);
  const undoMerge = useUndoMerge();
  const choose = (field: MergeField, takesOther: boolean) =>
    setTake((before) => [...before.filter((one) => one !== field), ...(takesOther ? [field] : [])]);
  const confirm = () =>
    merge.mutate(
      { other_id: other.id, take },
      {
        onSuccess: ({ merge: { id, other_name } }) => {
          onClose();
          // By then this window is closed.
          const undo = () =>
            void undoMerge
              .mutateAsync(id)
              .then(() => toast.success(`${other_name} is a contact again`), toast.error);
          toast.success(`${other_name} went into ${titleOf(contact)}`, { undo });
        },
      },
    );
  return (
    <>
      <MergeFields contact={contact} other={other} take={take} onChoose={choose} />
      <p className="text-ink-muted">
        Numbers, addresses, tags, messages, notes and todos of both are kept. For 30 days you can
        part them again.
      </p>
      <FormError message={merge.error ? messageOf(merge.error) : null} />
      <DialogActions>
        <Button variant="ghost" className="mr-auto" onClick={onBack}>
          Somebody else
        </Button>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" loading={merge.isPending} onClick={confirm}>
          Merge
        </Button>
      </DialogActions>
    </>
  );
};

/** Makes two contacts one: who, which value wins, then the merge with its undo. */
export const MergeDialog = ({ contact, other: suggested, onClose }: Props) => {
  const [other, setOther] = useState(suggested);
  const title = titleOf(contact);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={other ? 'Merge two contacts' : `Who is ${title} too?`}
      description={
        other
          ? `${titleOf(other)} goes into ${title}. Where both know something, choose which stays.`
          : 'All that belongs to the contact you choose goes into this one.'
      }
    >
      {other ? (
        <MergePreview
          key={other.id}
          contact={contact}
          other={other}
          onClose={onClose}
          onBack={() => setOther(null)}
        />
      ) : (
        <MergeSearch contact={contact} onChoose={setOther} />
      )}
    </Dialog>
  );
};
