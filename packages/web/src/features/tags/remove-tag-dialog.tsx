import { useQuery } from '@tanstack/react-query';
import { countOf } from '../../lib/format.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { type Tag, taggedCountQuery, useRemoveTag } from './tags.api.ts';

/** How many contacts lose the tag; until that is known, that they do. */
const lossSentence = (count: number | undefined): string => {
  if (count === undefined) return 'It is taken off all contacts that have it.';
  return count === 0 ? 'No contact has it.' : `It is taken off ${countOf(count, 'contact')}.`;
};

/** Asks before a tag is deleted, and says how many contacts have it. */
export const RemoveTagDialog = ({ tag, onClose }: { tag: Tag; onClose: () => void }) => {
  const count = useQuery(taggedCountQuery(tag.id)).data;
  const remove = useRemoveTag();
  return (
    <AlertDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={`Delete the tag ${tag.name}?`}
      description={`${lossSentence(count)} This cannot be undone.`}
      action="Delete"
      onConfirm={() =>
        remove.mutateAsync(tag.id).then(() => toast.success(`The tag ${tag.name} was deleted`))
      }
    />
  );
};
