import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus, Tags, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useCan } from '../auth/auth.api.ts';
import { tagsQuery } from '../contacts/contacts.api.ts';
import { RemoveTagDialog } from './remove-tag-dialog.tsx';
import { TagDialog } from './tag-dialog.tsx';
import { TagDot } from './tag-dot.tsx';
import type { Tag } from './tags.api.ts';

/** The tags of the organization: made, renamed, coloured, deleted. */
export const TagsSection = () => {
  const tags = useQuery(tagsQuery);
  // It reaches every contact at once and cannot be undone.
  const mayRemove = useCan('settings:manage');
  const [edited, setEdited] = useState<{ tag: Tag | null } | null>(null);
  const [removed, setRemoved] = useState<Tag | null>(null);
  return (
    <Card
      title="Tags"
      hint="Labels that sort contacts. Everybody in the organization has the same."
      actions={
        <Button variant="primary" onClick={() => setEdited({ tag: null })}>
          <Plus aria-hidden /> New tag
        </Button>
      }
    >
      {tags.isPending ? (
        <SkeletonRows rows={4} />
      ) : tags.isError ? (
        <ErrorState compact error={tags.error} onRetry={() => void tags.refetch()} />
      ) : tags.data.length === 0 ? (
        <EmptyState icon={<Tags />} title="No tags yet" compact>
          Make one here or on a contact, then filter the list of contacts by it.
        </EmptyState>
      ) : (
        <ul className="-my-2">
          {tags.data.map((tag) => (
            <li
              key={tag.id}
              className="flex min-h-11 items-center gap-2.5 border-b border-line last:border-0"
            >
              <TagDot color={tag.color} />
              <span className="min-w-0 flex-1 truncate font-medium">{tag.name}</span>
              <IconButton label={`Edit ${tag.name}`} onClick={() => setEdited({ tag })}>
                <Pencil aria-hidden />
              </IconButton>
              {mayRemove && (
                <IconButton
                  tone="danger"
                  label={`Delete ${tag.name}`}
                  onClick={() => setRemoved(tag)}
                >
                  <Trash2 aria-hidden />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {edited && (
        <TagDialog tag={edited.tag} known={tags.data ?? []} onClose={() => setEdited(null)} />
      )}
      {removed && <RemoveTagDialog tag={removed} onClose={() => setRemoved(null)} />}
    </Card>
  );
};
