import { CircleDot, Tag, Trash2, UserPlus } from 'lucide-react';
import { CONTACT_STATUSES } from '@rapport/contract/contacts.words';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { countOf } from '../../lib/format.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { type Choice, Picker } from '../../ui/picker.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { toast } from '../../ui/toast.tsx';
import { PickerList } from '../../ui/picker-list.tsx';
import { membersQuery } from '../settings/settings.api.ts';
import { assignWork, type BulkSelection, deleteWork, statusWork, tagWork } from './bulk-work.ts';
import { BulkButton } from './bulk-button.tsx';
import { STATUS_WORDS } from './contact-words.ts';
import { tagsQuery } from './contacts.api.ts';
import type { Bulk, BulkWork } from './use-bulk.ts';

type Props = {
  selection: BulkSelection;
  bulk: Bulk;
  /** After it was done. */
  onDone: () => void;
};

/**
 * Starts the work; what reaches contacts that nobody saw and cannot be taken back is asked about first.
 * @returns what starts it, and the question
 */
const useStart = ({ selection, bulk, onDone }: Props) => {
  const [asked, setAsked] = useState<BulkWork | null>(null);
  const run = async (work: BulkWork) => {
    if (await bulk.run(work)) onDone();
  };
  const start = (work: BulkWork | null) => {
    if (!work) {
      toast.info('Nothing changes: all of them are so already.');
      return;
    }
    if (selection.kind === 'all') setAsked(work);
    else void run(work);
  };
  const question = asked && (
    <AlertDialog
      open
      onOpenChange={(open) => open || setAsked(null)}
      title={`${asked.doing}?`}
      description="This reaches all contacts that the list shows, on every page. It has no undo."
      action="Do it"
      onConfirm={() => {
        setAsked(null);
        return run(asked);
      }}
    />
  );
  return { start, question };
};

/** A button with a list, and above it whether what is chosen is added or removed. */
const AddOrRemove = ({
  label,
  trigger,
  choices,
  onPick,
}: {
  label: string;
  trigger: ReactNode;
  choices: readonly Choice[];
  onPick: (id: string, on: boolean) => void;
}) => {
  const [open, setOpen] = useState(false);
  const [way, setWay] = useState<'add' | 'remove'>('add');
  return (
    <Popover
      label={`Choose ${label}`}
      trigger={trigger}
      open={open}
      onOpenChange={setOpen}
      className="w-60 p-0!"
    >
      <Segmented
        label="Add or remove"
        value={way}
        onChange={setWay}
        options={[
          { value: 'add', label: 'Add' },
          { value: 'remove', label: 'Remove' },
        ]}
        className="border-b border-line p-1.5"
      />
      <PickerList
        label={label}
        value={null}
        choices={choices}
        mayBeEmpty={false}
        onPick={(id) => {
          setOpen(false);
          if (id) onPick(id, way === 'add');
        }}
      />
    </Popover>
  );
};

const named = (choices: readonly Choice[], id: string) => ({
  id,
  name: choices.find(({ value }) => value === id)?.label ?? '',
});

/** Puts a member in charge of the selected contacts, or takes one off them. */
export const BulkAssign = (props: Props) => {
  const { start, question } = useStart(props);
  const members = useQuery(membersQuery).data ?? [];
  const choices = members.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <AddOrRemove
        label="member"
        choices={choices}
        onPick={(id, on) => start(assignWork(props.selection, named(choices, id), on))}
        trigger={<BulkButton icon={<UserPlus aria-hidden />} label="Assign" />}
      />
      {question}
    </>
  );
};

/** Puts a tag on the selected contacts, or takes one off them. */
export const BulkTag = (props: Props) => {
  const { start, question } = useStart(props);
  const tags = useQuery(tagsQuery).data ?? [];
  const choices = tags.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <AddOrRemove
        label="tag"
        choices={choices}
        onPick={(id, on) => start(tagWork(props.selection, named(choices, id), on))}
        trigger={<BulkButton icon={<Tag aria-hidden />} label="Tag" />}
      />
      {question}
    </>
  );
};

const STATUSES = CONTACT_STATUSES.map((value) => ({ value, label: STATUS_WORDS[value].label }));

/** Sets the status of the selected contacts. */
export const BulkStatus = (props: Props) => {
  const { start, question } = useStart(props);
  const [open, setOpen] = useState(false);
  const choose = (value: string | null) => {
    const status = CONTACT_STATUSES.find((one) => one === value);
    if (status) start(statusWork(props.selection, status));
  };
  return (
    <>
      <Picker
        label="status"
        value={null}
        choices={STATUSES}
        onChange={choose}
        open={open}
        onOpenChange={setOpen}
        trigger={<BulkButton icon={<CircleDot aria-hidden />} label="Status" />}
      />
      {question}
    </>
  );
};

/** Deletes the selected contacts in two steps. */
export const BulkDelete = ({ selection, bulk, onDone }: Props) => {
  const [isAsking, setIsAsking] = useState(false);
  const who = countOf(selection.count, 'contact');
  const remove = async () => {
    setIsAsking(false);
    const work = deleteWork(selection);
    if (work && (await bulk.run(work))) onDone();
  };
  return (
    <>
      <BulkButton
        variant="danger-ghost"
        icon={<Trash2 aria-hidden />}
        label="Delete"
        onClick={() => setIsAsking(true)}
      />
      <AlertDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={`Delete ${who}?`}
        description="All messages, notes and evidence of these contacts are deleted with them. This cannot be undone."
        action={`Delete ${who}`}
        onConfirm={remove}
      />
    </>
  );
};
