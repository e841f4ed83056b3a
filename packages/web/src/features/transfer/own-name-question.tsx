import type { HistoryImport } from '@rapport/contract/transfer.api';
import { useState } from 'react';
import { messageOf } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/checkbox.tsx';
import { FormError } from '../../ui/field.tsx';
import { useAnswerImport } from './imports.api.ts';

/** The file does not tell whose phone it came from: the person does. */
export const OwnNameQuestion = ({ item }: { item: HistoryImport }) => {
  const [chosen, setChosen] = useState<string[]>([]);
  const answer = useAnswerImport(item.id);
  return (
    <form
      className="grid gap-3 rounded-lg bg-warning-soft p-4"
      onSubmit={(event) => {
        event.preventDefault();
        answer.mutate(chosen);
      }}
    >
      <fieldset className="grid gap-2.5">
        <legend className="mb-2 font-semibold">Which of these is you?</legend>
        {item.participants.map((name) => (
          <CheckboxField
            key={name}
            label={name}
            checked={chosen.includes(name)}
            onChange={(on) =>
              setChosen(on ? [...chosen, name] : chosen.filter((one) => one !== name))
            }
          />
        ))}
      </fieldset>
      <p className="text-ink-muted">
        Their messages count as yours; everybody else becomes a contact. Tick several if you wrote
        under several names.
      </p>
      <FormError message={answer.error && messageOf(answer.error)} />
      <Button
        type="submit"
        variant="primary"
        className="justify-self-start"
        disabled={chosen.length === 0}
        loading={answer.isPending}
      >
        Go on
      </Button>
    </form>
  );
};
