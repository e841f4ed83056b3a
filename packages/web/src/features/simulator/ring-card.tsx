import type { PhoneNumber } from '@rapport/contract/phone-numbers.api';
import { Link } from '@tanstack/react-router';
import { Phone } from 'lucide-react';
import { messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { useSimulateCall } from './simulator.api.ts';

/** Rings one of our numbers and says something. */
export const RingCard = ({
  phone,
  line,
  onRung,
}: {
  phone: string;
  line: PhoneNumber;
  onRung: () => void;
}) => {
  const ring = useSimulateCall();
  return (
    <Card title="Ring" hint={`Calls ${line.display} and leaves a message on the voicemail.`}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          const { transcript = '' } = submittedValues(event);
          ring.mutate({ from: phone, phone_number_id: line.id, transcript }, { onSuccess: onRung });
        }}
      >
        <Field label="What is said" hint="Empty hangs up before the tone.">
          {(control) => (
            <Textarea
              {...control}
              name="transcript"
              rows={3}
              maxLength={20_000}
              placeholder="Hi, this is Robin from Tidewater Tiles. Could you call me back about Friday?"
            />
          )}
        </Field>
        <FormError message={ring.error && messageOf(ring.error)} />
        <div className="flex items-center gap-3">
          <Button type="submit" loading={ring.isPending} disabled={phone === ''}>
            <Phone aria-hidden /> Ring
          </Button>
          {ring.data && (
            <output className="text-ink-muted">
              The call is over.{' '}
              <Link
                to="/messaging/$contactId"
                params={{ contactId: ring.data.contact_id }}
                className="font-medium text-accent-text hover:underline"
              >
                Open the conversation
              </Link>
            </output>
          )}
        </div>
      </form>
    </Card>
  );
};
