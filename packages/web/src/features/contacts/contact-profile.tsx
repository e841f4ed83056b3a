import type { Contact } from '@rapport/contract/contacts.api';
import type { EnrichedField, FieldEvidence } from '@rapport/contract/enrichment.api';
import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { classes } from '../../lib/classes.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Time } from '../../ui/time.tsx';
import { useCan } from '../auth/auth.api.ts';
import { ContactEnrichSection } from '../enrichment/contact-enrich-section.tsx';
import { evidenceQuery } from '../enrichment/enrichment.api.ts';
import { currentEvidence } from '../enrichment/evidence.ts';
import { EvidenceMarker } from '../enrichment/evidence-marker.tsx';
import { messagesQuery } from '../messaging/messaging.api.ts';
import { ContactFields } from './contact-fields.tsx';
import { avatarName, workOf } from './contact-name.ts';
import { ContactQuickActions } from './contact-quick-actions.tsx';
import type { EditedField } from './contact-changes.ts';
import { ContactWays } from './contact-ways.tsx';
import { NameEditor } from './name-editor.tsx';
import { useChangedElsewhere } from './use-changed-elsewhere.ts';
import { useContactEditor } from './use-contact-editor.ts';

const ConflictDialog = lazy(async () => ({
  default: (await import('./conflict-dialog.tsx')).ConflictDialog,
}));

const MergedGroup = lazy(async () => ({
  default: (await import('./merged-group.tsx')).MergedGroup,
}));

const FRESH_FOR = 4000;
const NONE: ReadonlySet<EnrichedField> = new Set();

/** The fields that were filled a moment ago. */
const useFresh = () => {
  const [fresh, setFresh] = useState(NONE);
  useEffect(() => {
    if (fresh.size === 0) return;
    const timer = setTimeout(() => setFresh(NONE), FRESH_FOR);
    return () => clearTimeout(timer);
  }, [fresh]);
  return [fresh, (filled: EnrichedField[]) => setFresh(new Set(filled))] as const;
};

const MARK_WORDS: Partial<Record<EnrichedField, string>> = {
  first_name: 'name',
  job_title: 'title',
  preferred_language: 'language',
  timezone: 'time zone',
  pipeline_stage: 'stage',
  ai_summary: 'summary',
  email: 'e-mail address',
};

const Summary = ({ text, isFresh, mark }: { text: string; isFresh: boolean; mark: ReactNode }) => (
  <section
    aria-label="Summary"
    className={classes(
      'rounded-lg border border-line bg-surface p-3 transition-colors duration-700',
      isFresh && 'bg-accent-soft',
    )}
  >
    <h2 className="-mt-1 flex items-center justify-between text-xs font-medium text-ink-muted">
      Summary {mark}
    </h2>
    <p className="[overflow-wrap:anywhere]">{text}</p>
  </section>
);

type Props = {
  contact: Contact;
  /** Leads to a message in the conversation, with its words marked. */
  onShow: (message_id: string, quote: string | null) => void;
  /** Begins an e-mail. */
  onEmail: () => void;
  /** Begins a note. */
  onNote: () => void;
  /** Opens who changed what. */
  onHistory: () => void;
};

/** Who a person is: what was typed, what was read from the conversation, and where. */
export const ContactProfile = ({ contact, onShow, onEmail, onNote, onHistory }: Props) => {
  const mayEdit = useCan('contact:write');
  const editor = useContactEditor(contact.id);
  const [filled, setFilled] = useFresh();
  const changed = useChangedElsewhere(contact, editor.own);
  const fresh: ReadonlySet<EnrichedField | EditedField> = new Set([...filled, ...changed]);
  const total = useQuery(messagesQuery(contact.id)).data?.total_count;
  const found = currentEvidence(contact, useQuery(evidenceQuery(contact.id)).data?.evidence ?? []);
  const save = (...change: Parameters<typeof editor.save>) => void editor.save(...change);

  const draw = (field: EnrichedField, evidence: FieldEvidence | undefined) =>
    evidence && (
      <EvidenceMarker what={MARK_WORDS[field] ?? field} evidence={evidence} onShow={onShow} />
    );
  const markOf = (field: EnrichedField) => draw(field, found[field]);
  const markOfEmail = (email: string) =>
    found.email?.value.toLowerCase() === email.toLowerCase() ? markOf('email') : null;
  const nameField = found.first_name ? 'first_name' : 'last_name';
  const isNameFresh = fresh.has('first_name') || fresh.has('last_name');

  return (
    <div className="grid gap-3.5 p-4">
      <header className="grid justify-items-center gap-2 pt-1 text-center">
        <Avatar name={avatarName(contact)} seed={contact.id} size="lg" />
        <div className="grid w-full justify-items-center gap-0.5">
          <div
            className={classes(
              'flex w-full items-center justify-center rounded-md transition-colors duration-700',
              isNameFresh && 'bg-accent-soft',
            )}
          >
            {found[nameField] && <span aria-hidden className="size-6 shrink-0" />}
            <NameEditor contact={contact} mayEdit={mayEdit} onSave={save} />
            {markOf(nameField)}
          </div>
          {workOf(contact) && <p className="text-ink-muted">{workOf(contact)}</p>}
        </div>
      </header>
      <ContactQuickActions contact={contact} onEmail={onEmail} onNote={onNote} />
      <ContactEnrichSection
        contactId={contact.id}
        hasMessages={total === undefined || total > 0}
        onEnriched={setFilled}
      />
      {contact.ai_summary && (
        <Summary
          text={contact.ai_summary}
          isFresh={fresh.has('ai_summary')}
          mark={markOf('ai_summary')}
        />
      )}
      <ContactFields
        contact={contact}
        mayEdit={mayEdit}
        fresh={fresh}
        onSave={save}
        markOf={markOf}
      />
      <ContactWays contact={contact} mayEdit={mayEdit} fresh={fresh} markOfEmail={markOfEmail} />
      <Suspense fallback={null}>
        <MergedGroup contact_id={contact.id} />
      </Suspense>
      <p className="flex items-center justify-between gap-2 border-t border-line pt-3 text-xs text-ink-muted">
        <span>
          Added <Time value={contact.created_at} />
        </span>
        <Button size="sm" variant="ghost" className="-mr-2 text-xs" onClick={onHistory}>
          <History aria-hidden /> History
        </Button>
      </p>
      <Suspense fallback={null}>
        {editor.conflict && (
          <ConflictDialog
            conflict={editor.conflict}
            onKeepMine={() => void editor.keepMine()}
            onTakeTheirs={editor.takeTheirs}
          />
        )}
      </Suspense>
    </div>
  );
};
