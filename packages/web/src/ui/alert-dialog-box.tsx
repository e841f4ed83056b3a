import { AlertDialog as RadixAlertDialog } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { messageOf } from '../lib/api.ts';
import { Button } from './button.tsx';
import { DIALOG_BOX, DialogActions, OVERLAY } from './dialog.tsx';
import { FormError } from './field.tsx';

export type AlertDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** A question: "Delete Ada Byron?" */
  title: string;
  /** What exactly is lost. */
  description: ReactNode;
  /** The verb on the button: "Delete". */
  action: string;
  /** Runs on the second step; the dialog stays open with the sentence when it throws. */
  onConfirm: () => Promise<unknown>;
};

/** The window itself. Cancel has the focus. */
export const AlertDialogBox = ({
  open,
  onOpenChange,
  title,
  description,
  action,
  onConfirm,
}: AlertDialogProps) => {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const change = (next: boolean) => {
    setError(null);
    onOpenChange(next);
  };
  const confirm = async () => {
    setPending(true);
    setError(null);
    try {
      await onConfirm();
      onOpenChange(false);
    } catch (caught) {
      setError(messageOf(caught));
    } finally {
      setPending(false);
    }
  };
  return (
    <RadixAlertDialog.Root open={open} onOpenChange={change}>
      <RadixAlertDialog.Portal>
        <RadixAlertDialog.Overlay className={OVERLAY} />
        <RadixAlertDialog.Content className={DIALOG_BOX}>
          <div className="grid gap-4 p-5">
            <div className="grid gap-1.5">
              <RadixAlertDialog.Title className="text-lg font-semibold">
                {title}
              </RadixAlertDialog.Title>
              <RadixAlertDialog.Description className="text-ink-muted">
                {description}
              </RadixAlertDialog.Description>
            </div>
            <FormError message={error} />
            <DialogActions>
              <RadixAlertDialog.Cancel asChild>
                <Button variant="secondary">Cancel</Button>
              </RadixAlertDialog.Cancel>
              <Button variant="danger" loading={pending} onClick={() => void confirm()}>
                {action}
              </Button>
            </DialogActions>
          </div>
        </RadixAlertDialog.Content>
      </RadixAlertDialog.Portal>
    </RadixAlertDialog.Root>
  );
};
