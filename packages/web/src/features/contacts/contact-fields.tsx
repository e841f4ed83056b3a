import type { Contact } from '@rapport/contract/contacts.api';
import type { EnrichedField } from '@rapport/contract/enrichment.api';
import type { ReactNode } from 'react';
import { classes } from '../../lib/classes.ts';
import { useNow } from '../../lib/use-now.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Choice } from '../../ui/picker.tsx';
import { type ContactChanges, type EditedField, FIELD_LABELS } from './contact-changes.ts';
import {
  fieldWord,
  genderChoices,
  languageChoices,
  localTime,
  stageChoices,
  stageTone,
  STATUS_WORDS,
  statusChoices,
  zoneChoices,
} from './contact-words.ts';
import { InlineChoice, InlineText } from './inline-edit.tsx';

/** A label, a value, and what stands behind the value. `isFresh`: filled a moment ago. */
const FieldRow = ({
  label,
  isFresh = false,
  mark,
  children,
}: {
  label: string;
  isFresh?: boolean;
  mark?: ReactNode;
  children: ReactNode;
}) => (
  <div
    className={classes(
      '-mx-1.5 flex min-h-8 items-center gap-1 rounded-md px-1.5 transition-colors duration-700',
      isFresh && 'bg-accent-soft',
    )}
  >
    <span className="w-22 shrink-0 self-start py-1.5 pointer-coarse:py-2.5 text-xs leading-5 text-ink-muted">
      {label}
    </span>
    {children}
    {mark}
  </div>
);

const CHOICES: Partial<Record<EditedField, () => Choice[]>> = {
  status: () => statusChoices,
  pipeline_stage: () => stageChoices,
  preferred_language: languageChoices,
  timezone: zoneChoices,
  gender: () => genderChoices,
};

const ROWS = [
  'status',
  'pipeline_stage',
  'company',
  'job_title',
  'preferred_language',
  'timezone',
  'gender',
  'date_of_birth',
  'source',
  'external_id',
] as const satisfies readonly EditedField[];

const NEVER_ENRICHED: ReadonlySet<string> = new Set([
  'status',
  'date_of_birth',
  'source',
  'external_id',
]);

const Shown = ({ contact, field }: { contact: Contact; field: (typeof ROWS)[number] }) => {
  const now = useNow();
  const value = contact[field];
  const word = fieldWord(field, value);
  if (value === null || word === '') return null;
  if (field === 'status') return <Badge tone={STATUS_WORDS[contact.status].tone}>{word}</Badge>;
  if (field === 'pipeline_stage') return <Badge tone={stageTone(value)}>{word}</Badge>;
  if (field !== 'timezone') return <>{word}</>;
  const time = localTime(value, now);
  return (
    <>
      {word}
      {time && <span className="block text-xs text-ink-muted">{time} there now</span>}
    </>
  );
};

type Props = {
  contact: Contact;
  mayEdit: boolean;
  /** Filled or changed a moment ago, and not here. */
  fresh: ReadonlySet<EnrichedField | EditedField>;
  /** `seen`: the contact as it was when the editing began. */
  onSave: (changes: ContactChanges, seen: Contact) => void;
  /** The evidence mark of a field, if it has one. */
  markOf: (field: EnrichedField) => ReactNode;
};

/** What is known of a person, each value edited in its place. */
export const ContactFields = ({ contact, mayEdit, fresh, onSave, markOf }: Props) => {
  const editor = (field: (typeof ROWS)[number]) => {
    const label = FIELD_LABELS[field];
    const shown = fieldWord(field, contact[field]) && <Shown contact={contact} field={field} />;
    const save = (value: string | null) => onSave({ [field]: value }, contact);
    if (!mayEdit) return <span className="min-w-0 flex-1 px-1.5">{shown || '–'}</span>;
    const choices = CHOICES[field];
    return choices ? (
      <InlineChoice
        label={label}
        value={contact[field]}
        shown={shown}
        choices={choices}
        mayBeEmpty={field !== 'status'}
        onSave={save}
      />
    ) : (
      <InlineText
        label={label}
        value={contact[field]}
        shown={shown}
        type={field === 'date_of_birth' ? 'date' : 'text'}
        onSave={save}
      />
    );
  };
  const enriched = (field: (typeof ROWS)[number]): field is Extract<typeof field, EnrichedField> =>
    !NEVER_ENRICHED.has(field);
  return (
    <section aria-label="Details" className="grid gap-0.5">
      {ROWS.map((field) => (
        <FieldRow
          key={field}
          label={FIELD_LABELS[field]}
          isFresh={fresh.has(field)}
          mark={enriched(field) && markOf(field)}
        >
          {editor(field)}
        </FieldRow>
      ))}
    </section>
  );
};
