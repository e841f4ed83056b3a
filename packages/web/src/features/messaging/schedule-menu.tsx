import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { submittedValues } from '../../lib/form.ts';
import { formatDay, formatClock } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';
import { Popover } from '../../ui/popover.tsx';
import { readSchedule, scheduleChoices, toLocalInput } from './schedule-times.ts';

/** Sends later: a usual time or one of one's own. */
export const ScheduleMenu = ({ onChoose }: { onChoose: (at: Date) => void }) => {
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const now = useNow();
  const choose = (at: Date) => {
    setOpen(false);
    onChoose(at);
  };
  return (
    <Popover
      label="Send later"
      align="end"
      open={open}
      onOpenChange={(next) => {
        setError(null);
        setOpen(next);
      }}
      trigger={
        <IconButton label="Send later" size="sm">
          <CalendarClock aria-hidden />
        </IconButton>
      }
    >
      <div className="grid gap-1">
        {scheduleChoices(now).map(({ label, at }) => (
          <Button
            key={label}
            variant="ghost"
            className="justify-between!"
            onClick={() => choose(at)}
          >
            <span className="text-ink">{label}</span>
            <span className="font-normal">
              {formatDay(at.toISOString(), now) === 'Today'
                ? formatClock(at.toISOString())
                : at.toLocaleString(undefined, {
                    weekday: 'short',
                    hour: 'numeric',
                    minute: '2-digit',
                  })}
            </span>
          </Button>
        ))}
        <form
          className="mt-1 grid gap-2 border-t border-line pt-3"
          noValidate
          onSubmit={(event) => {
            const at = readSchedule(submittedValues(event)['at'] ?? '', new Date());
            if (typeof at === 'string') setError(at);
            else choose(at);
          }}
        >
          <Field label="Or at" error={error}>
            {(control) => (
              <Input {...control} type="datetime-local" name="at" min={toLocalInput(now)} />
            )}
          </Field>
          <Button type="submit" variant="primary">
            Schedule
          </Button>
        </form>
      </div>
    </Popover>
  );
};
