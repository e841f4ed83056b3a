import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { FIELD_LABELS } from './contact-changes.ts';
import { fieldWord } from './contact-words.ts';
import type { Conflict } from './use-contact-editor.ts';

/** Two people changed the same field: both values side by side, and a choice. */
export const ConflictDialog = ({
  conflict,
  onKeepMine,
  onTakeTheirs,
}: {
  conflict: Conflict | null;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}) => (
  <Dialog
    open={conflict !== null}
    onOpenChange={(open) => open || onTakeTheirs()}
    title="Somebody else changed this too"
    description="While you were typing, another person saved another value. Which one is right?"
  >
    {conflict?.fields.map((field) => (
      <dl key={field} className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border bg-line">
        <div className="grid content-start gap-0.5 bg-raised p-3">
          <dt className="text-xs text-ink-muted">Your {FIELD_LABELS[field].toLowerCase()}</dt>
          <dd className="font-medium [overflow-wrap:anywhere]">
            {fieldWord(field, conflict.mine[field] ?? null) || 'Empty'}
          </dd>
        </div>
        <div className="grid content-start gap-0.5 bg-raised p-3">
          <dt className="text-xs text-ink-muted">Their {FIELD_LABELS[field].toLowerCase()}</dt>
          <dd className="font-medium [overflow-wrap:anywhere]">
            {fieldWord(field, conflict.theirs[field]) || 'Empty'}
          </dd>
        </div>
      </dl>
    ))}
    <DialogActions>
      <Button onClick={onTakeTheirs}>Take theirs</Button>
      <Button variant="primary" onClick={onKeepMine}>
        Keep mine
      </Button>
    </DialogActions>
  </Dialog>
);
