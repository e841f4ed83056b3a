import { RotateCw, X } from 'lucide-react';
import { formatBytes } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useUploads } from './imports.api.ts';

/** The files on their way to the server. */
export const UploadList = () => {
  const { files, retry, remove } = useUploads();
  if (files.length === 0) return null;
  return (
    <ul aria-label="Files on their way" className="grid gap-2">
      {files.map(({ key, file, state, progress, error, may_retry }) => (
        <li
          key={key}
          className="flex items-center gap-3 rounded-xl border border-line bg-raised px-4 py-3"
        >
          <div className="grid min-w-0 flex-1 gap-1">
            {state === 'uploading' ? (
              <ProgressBar value={progress} label={`Uploading ${file.name}`} />
            ) : (
              <p className="flex gap-2">
                <span className="truncate font-medium">{file.name}</span>
                <span className="shrink-0 text-ink-muted">{formatBytes(file.size)}</span>
                {state === 'waiting' && <span className="ml-auto text-ink-muted">Waiting</span>}
              </p>
            )}
            {error && (
              <p role="alert" className="text-danger-text">
                {error}
              </p>
            )}
          </div>
          {may_retry && state === 'failed' && (
            <Button size="sm" onClick={() => retry(key)}>
              <RotateCw aria-hidden /> Try again
            </Button>
          )}
          <IconButton
            label={state === 'failed' ? `Remove ${file.name}` : `Cancel ${file.name}`}
            size="sm"
            onClick={() => remove(key)}
          >
            <X aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
};
