import { lazy, Suspense, useState } from 'react';
import type { AlertDialogProps } from './alert-dialog-box.tsx';

const AlertDialogBox = lazy(async () => ({
  default: (await import('./alert-dialog-box.tsx')).AlertDialogBox,
}));

/** The second step of what cannot be undone; loaded when somebody first asks for it. */
export const AlertDialog = (props: AlertDialogProps) => {
  const [wasOpen, setWasOpen] = useState(props.open);
  if (props.open && !wasOpen) setWasOpen(true);
  return <Suspense fallback={null}>{wasOpen && <AlertDialogBox {...props} />}</Suspense>;
};
