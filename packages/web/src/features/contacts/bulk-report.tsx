import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import type { BulkFailure } from './use-bulk.ts';

type Props = {
  title: string;
  failed: readonly BulkFailure[];
  onClose: () => void;
};

/** Whom something could not be done to, and why. */
export const BulkReport = ({ title, failed, onClose }: Props) => (
  <Dialog
    open
    onOpenChange={onClose}
    title={title}
    description="All others were changed. These were not:"
  >
    <ul className="max-h-80 overflow-y-auto">
      {failed.map(({ contact_id, name, reason }) => (
        <li key={contact_id} className="grid gap-0.5 border-b border-line py-2 last:border-0">
          <span className="font-medium">{name}</span>
          <span className="text-ink-muted">{reason}</span>
        </li>
      ))}
    </ul>
    <DialogActions>
      <Button variant="primary" onClick={onClose}>
        Close
      </Button>
    </DialogActions>
  </Dialog>
);
