import type { Contact } from '@rapport/contract/contacts.api';
import { useQuery } from '@tanstack/react-query';
import { GitMerge, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { titleOf } from './contact-name.ts';
import { type Duplicate, duplicatesQuery } from './merges.api.ts';

const REASONS: Record<Duplicate['reasons'][number], string> = {
  email: 'same e-mail address',
  phone: 'same phone number',
  name_and_company: 'similar name, same company',
};

export const reasonWords = ({ reasons }: Duplicate): string =>
  reasons.map((reason) => REASONS[reason]).join(', ');

/** Below the profile, so that nothing moves when it comes: somebody may be this person too. */
export const DuplicatesHint = ({
  contact,
  onReview,
}: {
  contact: Contact;
  /** Leads to the merge with this one. */
  onReview: (other: Contact) => void;
}) => {
  const found = useQuery(duplicatesQuery(contact.id)).data ?? [];
  const [isHidden, setIsHidden] = useState(false);
  const [first] = found;
  if (!first || isHidden) return null;
  return (
    <section
      aria-label="Possible duplicate"
      className="flex animate-rise items-center gap-2.5 border-t border-line bg-warning-soft px-4 py-2.5"
    >
      <GitMerge aria-hidden className="size-4 shrink-0 text-warning-text" />
      <p className="min-w-0 flex-1">
        <span className="block truncate font-medium">
          Also {titleOf(first.contact)}?{found.length > 1 && ` · ${found.length - 1} more`}
        </span>
        <span className="block truncate text-xs text-ink-muted">{reasonWords(first)}</span>
      </p>
      <Button size="sm" onClick={() => onReview(first.contact)}>
        Review
      </Button>
      <IconButton size="sm" label="Not now" className="-mr-2" onClick={() => setIsHidden(true)}>
        <X aria-hidden />
      </IconButton>
    </section>
  );
};
