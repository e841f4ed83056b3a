// Wall-clock times of a zone -> UTC.

export type LocalTime = {
  year: number;
  /** 1-12 */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
};

/** Local time -> milliseconds since the epoch, or null for a date that no calendar has. */
export type ZoneClock = (local: LocalTime) => number | null;

const DAY = 86_400_000;

/** Days with known offsets; a fresh start beyond it keeps the memory bounded. */
const MAX_DAYS = 20_000;

/**
 * A clock of one zone. A time that occurs twice (clocks go back) is the first of the two; a time
 * that never occurs (clocks go forward) is moved forward, as in RFC 5545 and Temporal.
 * @param zone IANA name, e.g. "Europe/Berlin"
 * @throws RangeError when the zone is unknown
 */
export function zoneClock(zone: string): ZoneClock {
  const offsetAt = zone === 'UTC' ? () => 0 : offsets(zone);
  return (local) => {
    const wall = wallClock(local);
    if (wall === null) return null;
    const before = offsetAt(wall - DAY);
    const after = offsetAt(wall + DAY);
    if (before === after) return wall - before;
    // A transition is near: the offset before it holds if the result still lies before it.
    const first = wall - before;
    if (offsetAt(first) === before) return first;
    const second = wall - after;
    return offsetAt(second) === after ? second : first;
  };
}

/** Milliseconds as if the local time were UTC. */
function wallClock({ year, month, day, hour, minute, second }: LocalTime): number | null {
  if (hour > 23 || minute > 59 || second > 60 || year < 1970 || year > 9999) return null;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59)));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() : null;
}

/** Offset from UTC in milliseconds at an instant; days without a transition are asked once. */
function offsets(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const days = new Map<number, number | 'varies'>();

  function ask(instant: number): number {
    const whole = Math.floor(instant / 1000) * 1000;
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(whole)) part[type] = Number(value);
    const { year, month, day, hour, minute, second } = part as LocalTime;
    return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
  }

  return (instant) => {
    const day = Math.floor(instant / DAY);
    let known = days.get(day);
    if (known === undefined) {
      if (days.size >= MAX_DAYS) days.clear();
      const start = ask(day * DAY);
      known = start === ask((day + 1) * DAY - 1000) ? start : 'varies';
      days.set(day, known);
    }
    return known === 'varies' ? ask(instant) : known;
  };
}
