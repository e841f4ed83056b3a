import type { PhoneNumber } from '@rapport/contract/phone-numbers.api';
import { Dices } from 'lucide-react';
import { formatPhone } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { inventNumber } from './test-phones.ts';

type Props = {
  phone: string;
  /** Those that were used before, the last one first. */
  phones: readonly string[];
  onPhone: (phone: string) => void;
  lines: readonly PhoneNumber[];
  line: PhoneNumber;
  onLine: (id: string) => void;
};

/** Whose phone it is, and which of our numbers it writes to. */
export const PhoneChoice = ({ phone, phones, onPhone, lines, line, onLine }: Props) => (
  <Card
    title="Who is it?"
    hint="Any number you like: a new one becomes a new contact, one you know is that person."
  >
    <div className="grid gap-4">
      <Field label="Number of the phone">
        {(control) => (
          <div className="flex gap-2">
            <Input
              {...control}
              inputMode="tel"
              autoComplete="off"
              maxLength={40}
              value={phone}
              onChange={({ target }) => onPhone(target.value.trimStart())}
            />
            <Button onClick={() => onPhone(inventNumber(Math.random()))}>
              <Dices aria-hidden /> Invent
            </Button>
          </div>
        )}
      </Field>
      {phones.length > 0 && (
        <div className="flex flex-wrap gap-1.5" role="group" aria-label="Phones used before">
          {phones.map((one) => (
            <Button
              key={one}
              size="sm"
              variant={one === phone ? 'primary' : 'secondary'}
              aria-pressed={one === phone}
              onClick={() => onPhone(one)}
            >
              {formatPhone(one)}
            </Button>
          ))}
        </div>
      )}
      {lines.length > 1 && (
        <Field label="Writes to">
          {(control) => (
            <Select
              {...control}
              value={line.id}
              onChange={onLine}
              options={lines.map(({ id, display, friendly_name }) => ({
                value: id,
                label: friendly_name ? `${friendly_name} (${display})` : display,
              }))}
            />
          )}
        </Field>
      )}
    </div>
  </Card>
);
