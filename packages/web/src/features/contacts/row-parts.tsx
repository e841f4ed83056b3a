import type { Contact } from '@rapport/contract/contacts.api';
import { Badge, TagBadge } from '../../ui/badge.tsx';
import { sentenceCase, stageTone, STATUS_WORDS } from './contact-words.ts';

/** The first tags, and how many more there are. */
export const RowTags = ({ tags, most = 2 }: { tags: Contact['tags']; most?: number }) => (
  <span className="flex min-w-0 items-center gap-1">
    {tags.slice(0, most).map(({ id, name, color }) => (
      <span key={id} className="flex min-w-0" title={name}>
        <TagBadge name={name} color={color} />
      </span>
    ))}
    {tags.length > most && (
      <span
        className="text-xs text-ink-muted"
        title={tags
          .slice(most)
          .map(({ name }) => name)
          .join(', ')}
      >
        +{tags.length - most}
      </span>
    )}
  </span>
);

export const StageBadge = ({ stage }: { stage: string | null }) =>
  stage === null ? null : <Badge tone={stageTone(stage)}>{sentenceCase(stage)}</Badge>;

/** A status other than the usual one. */
export const StatusNote = ({ status }: { status: Contact['status'] }) =>
  status === 'active' ? null : (
    <Badge tone={STATUS_WORDS[status].tone}>{STATUS_WORDS[status].label}</Badge>
  );
