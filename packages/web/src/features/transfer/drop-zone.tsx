import { Upload } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { classes } from '../../lib/classes.ts';
import { Button } from '../../ui/button.tsx';

/** A place to drop files on, or to choose them. */
export const DropZone = ({ onFiles }: { onFiles: (files: File[]) => void }) => {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const leave = (event: DragEvent) => {
    // Moving over a child fires "leave" too.
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
  };
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={leave}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length > 0) onFiles(files);
      }}
      className={classes(
        'flex flex-col items-center gap-3 rounded-xl border border-dashed px-6 py-10 text-center transition-colors',
        over ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface',
      )}
    >
      <span
        aria-hidden
        className="inline-flex size-10 items-center justify-center rounded-xl border border-line bg-raised text-ink-muted shadow-card"
      >
        <Upload className="size-5" />
      </span>
      <div className="grid gap-1">
        <p className="text-base font-semibold">
          {over ? 'Let go to import' : 'Drop contacts or conversations here'}
        </p>
        <p className="text-pretty text-ink-muted">
          Contacts as CSV or vCard (.vcf). Conversations from SMS Backup &amp; Restore (.xml),
          WhatsApp (.txt) or JSON Lines.
        </p>
      </div>
      <Button variant="primary" onClick={() => input.current?.click()}>
        Choose files
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".csv,.tsv,.vcf,.vcard,.xml,.txt,.jsonl,.ndjson,.json"
        aria-label="Files to import"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same file can be chosen again.
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </div>
  );
};
