// When a message may go out later: a few usual times, and reading a chosen one.

type ScheduleChoice = { label: string; at: Date };

const MORNING = 9;
const MINUTE = 60_000;

const atMorning = (now: Date, days: number): Date => {
  const day = new Date(now);
  day.setDate(day.getDate() + days);
  day.setHours(MORNING, 0, 0, 0);
  return day;
};

/** The usual times, in the viewer's zone, all in the future and each once. */
export const scheduleChoices = (now: Date): ScheduleChoice[] => {
  const inAnHour = new Date(Math.ceil((now.getTime() + 60 * MINUTE) / (5 * MINUTE)) * 5 * MINUTE);
  const untilMonday = (8 - now.getDay()) % 7 || 7;
  const choices = [
    { label: 'In an hour', at: inAnHour },
    { label: 'Tomorrow morning', at: atMorning(now, 1) },
    { label: 'Monday morning', at: atMorning(now, untilMonday) },
  ];
  return choices.filter(
    ({ at }, index) => choices.findIndex((one) => one.at.getTime() === at.getTime()) === index,
  );
};

const two = (value: number) => String(value).padStart(2, '0');

/** As `<input type="datetime-local">` takes it: local time without a zone. */
export const toLocalInput = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;

/** @returns the moment that was chosen, or the sentence that says what is wrong with it */
export const readSchedule = (value: string, now: Date): Date | string => {
  const at = new Date(value);
  if (value === '' || Number.isNaN(at.getTime())) return 'Choose a day and a time.';
  if (at.getTime() <= now.getTime()) return 'This time has passed. Choose a later one.';
  if (at.getTime() > now.getTime() + 365 * 24 * 60 * MINUTE)
    return 'This is more than a year ahead. Choose an earlier time.';
  return at;
};
