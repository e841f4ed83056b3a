import { Lock, LockOpen } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { classes } from '../../lib/classes.ts';
import { Button } from '../../ui/button.tsx';
import { FormError } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { INTERNAL_HINT } from './note-filter.ts';
import type { ManualArea, NoteText } from './notes.api.ts';
import type { NoteDraft } from './use-note-draft.ts';

const AREAS: { value: ManualArea; label: string }[] = [
  { value: 'general', label: 'General' },
  { value: 'call_annotation', label: 'Call' },
  { value: 'sms_annotation', label: 'SMS' },
  { value: 'alert', label: 'Alert' },
];

/** The text of a note and its kind. Ctrl+Enter saves, Esc leaves while nothing was typed. */
export const NoteForm = ({
  label,
  draft,
  action,
  onSave,
  onClose,
}: {
  /** Names the text field. */
  label: string;
  draft: NoteDraft;
  /** The word on the button. */
  action: string;
  onSave: (text: NoteText) => void;
  onClose: () => void;
}) => {
  const [text, setText] = useState(draft.text);
  const body = text.body.trim();
  const isInternal = text.visibility === 'internal';
  const save = () => body !== '' && onSave({ ...text, body });
  const onKeyDown = (event: KeyboardEvent) => {
    const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isSave && event.key !== 'Escape') return;
    event.preventDefault();
    if (isSave) save();
    else if (body === draft.text.body.trim()) onClose();
  };
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Textarea
        autoFocus
        aria-label={label}
        placeholder="What should be remembered?"
        maxLength={20_000}
        className="max-h-80 min-h-20!"
        value={text.body}
        onChange={(event) => setText({ ...text, body: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <FormError message={draft.error} />
      <div className="flex flex-wrap items-center gap-1">
        <Select
          aria-label="Kind of the note"
          className="w-26"
          value={text.area}
          onChange={(area) => setText({ ...text, area })}
          options={AREAS}
        />
        <button
          type="button"
          aria-pressed={isInternal}
          title={INTERNAL_HINT}
          onClick={() => setText({ ...text, visibility: isInternal ? 'user_visible' : 'internal' })}
          className={classes(
            'inline-flex h-8 items-center gap-1.5 rounded-md px-2 font-medium transition-colors pointer-coarse:h-10 [&_svg]:size-3.5',
            isInternal ? 'bg-accent-soft text-accent-text' : 'text-ink-muted hover:bg-hover',
          )}
        >
          {isInternal ? <Lock aria-hidden /> : <LockOpen aria-hidden />}
          <span className={classes(!isInternal && 'max-2xl:sr-only')}>Internal</span>
        </button>
        <Button variant="ghost" className="ml-auto px-2!" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" disabled={body === ''}>
          {action}
        </Button>
      </div>
    </form>
  );
};
