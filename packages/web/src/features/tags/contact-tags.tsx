import type { Contact } from '@rapport/contract/contacts.api';
import { Plus, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { TagBadge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { toast } from '../../ui/toast.tsx';
import { ProfileGroup } from '../contacts/profile-group.tsx';
import { type Tag, useTagging } from './tags.api.ts';

const TagChoices = lazy(async () => ({
  default: (await import('./tag-choices.tsx')).TagChoices,
}));

/** The tags on a contact, each with a button that takes it off; more are found or made in a list. */
export const ContactTags = ({ contact, mayEdit }: { contact: Contact; mayEdit: boolean }) => {
  const [isOpen, setIsOpen] = useState(false);
  const tagging = useTagging(contact.id);
  const toggle = async (tag: Tag, on: boolean) => {
    if (await tagging(tag, on))
      toast.success(on ? `Tagged ${tag.name}` : `${tag.name} removed`, {
        undo: () => void tagging(tag, !on),
      });
  };
  const adder = (
    <Popover
      label="Tags of this contact"
      align="end"
      className="w-64 p-0!"
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <IconButton size="sm" label="Add a tag">
          <Plus aria-hidden />
        </IconButton>
      }
    >
      <Suspense fallback={<p className="p-3 text-ink-muted">Loading tags…</p>}>
        <TagChoices
          chosen={contact.tags.map(({ id }) => id)}
          onToggle={(tag, on) => void toggle(tag, on)}
        />
      </Suspense>
    </Popover>
  );
  return (
    <ProfileGroup title="Tags" isEmpty={contact.tags.length === 0} action={mayEdit && adder}>
      <ul className="flex flex-wrap gap-1">
        {contact.tags.map((tag) => (
          <li key={tag.id} className="max-w-full">
            <TagBadge name={tag.name} color={tag.color}>
              {mayEdit && (
                <button
                  type="button"
                  aria-label={`Remove the tag ${tag.name}`}
                  className="relative -mr-1 rounded-full text-ink-faint hover:text-ink pointer-coarse:after:absolute pointer-coarse:after:-inset-2.5"
                  onClick={() => void toggle(tag, false)}
                >
                  <X aria-hidden className="size-3.5" />
                </button>
              )}
            </TagBadge>
          </li>
        ))}
      </ul>
    </ProfileGroup>
  );
};
