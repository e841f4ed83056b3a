import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { messageOf } from '../../lib/api.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useUploadContacts } from './contact-imports.api.ts';

/** Files of contacts, by their names; everything else is a history. */
export const isContactFile = ({ name }: File): boolean => /\.(csv|tsv|vcf|vcard)$/i.test(name);

/** The files of contacts on their way; the page of the last one opens when all are there. */
export const useContactUpload = () => {
  const navigate = useNavigate();
  const upload = useUploadContacts();
  const [going, setGoing] = useState<{ file: File; progress: number } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const send = async (files: readonly File[]): Promise<void> => {
    const controller = new AbortController();
    abort.current = controller;
    setError(null);
    try {
      let last = '';
      for (const file of files) {
        setGoing({ file, progress: 0 });
        const onProgress = (progress: number) => setGoing({ file, progress });
        const { id } = await upload.mutateAsync({ file, onProgress, signal: controller.signal });
        last = id;
      }
      await navigate({ to: '/import/contacts/$id', params: { id: last } });
    } catch (thrown) {
      if (!controller.signal.aborted) setError(messageOf(thrown));
    } finally {
      setGoing(null);
    }
  };
  return { send, going, error, cancel: () => abort.current?.abort() };
};

/** What is on its way, or why it was refused. */
export const ContactUpload = ({
  going,
  error,
  cancel,
}: Omit<ReturnType<typeof useContactUpload>, 'send'>) => {
  if (going)
    return (
      <div className="flex items-center gap-3 rounded-xl border border-line bg-raised px-4 py-3">
        <div className="min-w-0 flex-1">
          <ProgressBar value={going.progress} label={`Uploading ${going.file.name}`} />
        </div>
        <IconButton label={`Cancel ${going.file.name}`} size="sm" onClick={cancel}>
          <X aria-hidden />
        </IconButton>
      </div>
    );
  return error ? (
    <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger-text">
      {error}
    </p>
  ) : null;
};
