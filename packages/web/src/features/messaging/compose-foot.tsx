import { MessageSquareQuote, Paperclip, SendHorizontal } from 'lucide-react';
import { useRef } from 'react';
import { isMac } from '../../lib/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { type ComposeChannel, type ComposeDraft, isEmptyDraft } from './compose-draft.ts';
import { ScheduleMenu } from './schedule-menu.tsx';
import { SegmentCounter } from './segment-counter.tsx';

type Props = {
  channel: ComposeChannel;
  draft: ComposeDraft;
  onChange: (change: Partial<ComposeDraft>) => void;
  onFiles: (files: File[]) => void;
  onCanned: () => void;
  onSend: () => void;
  onSchedule: (at: Date) => void;
};

/** What goes along, how long it is, and sending it. */
export const ComposeFoot = (props: Props) => {
  const { channel, draft, onChange, onFiles, onCanned, onSend, onSchedule } = props;
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="flex items-center gap-1 px-2 pb-2">
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-hidden
        tabIndex={-1}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <IconButton label="Attach files" size="sm" onClick={() => picker.current?.click()}>
        <Paperclip aria-hidden />
      </IconButton>
      <IconButton label="Canned replies (/)" size="sm" onClick={onCanned}>
        <MessageSquareQuote aria-hidden />
      </IconButton>
      <span className="ml-auto flex min-w-0 items-center gap-2 pl-2">
        {channel === 'sms' ? (
          <SegmentCounter
            body={draft.body}
            smart={draft.smart_encoding}
            onSmart={(smart_encoding) => onChange({ smart_encoding })}
          />
        ) : (
          <span className="text-xs text-ink-muted max-md:hidden">Markdown</span>
        )}
        <ScheduleMenu onChoose={onSchedule} />
        <Button
          size="sm"
          variant="primary"
          title={`Send (${isMac() ? '⌘' : 'Ctrl'}+Enter)`}
          disabled={isEmptyDraft({ ...draft, subject: '' })}
          onClick={onSend}
        >
          <SendHorizontal aria-hidden /> Send
        </Button>
      </span>
    </div>
  );
};
