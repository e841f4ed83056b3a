// Days as a colleague reads them.

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** "2026-09-02" as "Sep 2". What is no day stays as it is. */
export function dayLabel(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return month && date ? `${MONTHS[month - 1]} ${date}` : day;
}

/** "2026-09-02" as "Wed, Sep 2". */
export function weekdayLabel(day: string): string {
  const moment = Date.parse(day);
  return Number.isNaN(moment) ? day : `${WEEKDAYS[new Date(moment).getUTCDay()]}, ${dayLabel(day)}`;
}
