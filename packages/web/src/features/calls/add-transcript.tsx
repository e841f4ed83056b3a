import type { CallDetails } from '@rapport/contract/calls.api';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { toast } from '../../ui/toast.tsx';
import { useCan } from '../auth/auth.api.ts';
import { useTranscribe } from './calls.api.ts';

/** Writes down what was said, or corrects what a machine heard. */
export const AddTranscript = ({ call }: { call: CallDetails }) => {
  const mayWrite = useCan('contact:write');
  const [text, setText] = useState<string | null>(null);
  const transcribe = useTranscribe(call.id);
  if (!mayWrite) return null;
  const save = () =>
    transcribe.mutate(text ?? '', { onSuccess: () => setText(null), onError: toast.error });
  return (
    <>
      <Button size="sm" onClick={() => setText(call.transcription ?? '')}>
        {call.has_transcription ? 'Correct' : 'Add transcript'}
      </Button>
      <Dialog
        open={text !== null}
        onOpenChange={(open) => !open && setText(null)}
        title={call.has_transcription ? 'Correct the transcript' : 'What was said?'}
        description="One line for each time somebody speaks, such as “Caller: …” and “Agent: …”."
      >
        <Field label="Transcript">
          {(control) => (
            <Textarea
              {...control}
              rows={14}
              value={text ?? ''}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
          )}
        </Field>
        <DialogActions>
          <Button variant="ghost" onClick={() => setText(null)}>
            Cancel
          </Button>
          <Button
            variant="primary"
            disabled={!text?.trim()}
            loading={transcribe.isPending}
            onClick={save}
          >
            Save
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
};
