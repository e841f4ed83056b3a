import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from './icon-button.tsx';
import { toast } from './toast.tsx';

const DONE_FOR = 1500;

/** Copies a value; a tick says that it worked. `what` names it: "phone number". */
export const CopyButton = ({
  value,
  what,
  className,
}: {
  value: string;
  what: string;
  className?: string;
}) => {
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), DONE_FOR);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setDone(true),
      () => toast.error('The browser does not let this page copy. Select the text instead.'),
    );
  return (
    <IconButton
      size="sm"
      label={done ? 'Copied' : `Copy ${what}`}
      className={className}
      onClick={() => void copy()}
    >
      {done ? <Check aria-hidden className="text-success-text" /> : <Copy aria-hidden />}
    </IconButton>
  );
};
