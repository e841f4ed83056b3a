// Words inside written dates, in many languages: "PM", "nachm.", "下午"; "Jul", "juil.", "июл.".
//
// Taken from the runtime's own locale data (CLDR), which is also where phones take them from.

// Croatian is left out: its names of four months are those of other months in Czech and Polish.
const LOCALES =
  'en,af,am,ar,az,be,bg,bn,bs,ca,cs,da,de,el,es,et,eu,fa,fi,fil,fr,gl,gu,he,hi,hu,hy,id,is,it,ja,ka,kk,km,kn,ko,ky,lo,lt,lv,mk,ml,mn,mr,ms,my,nb,ne,nl,pa,pl,pt,ro,ru,si,sk,sl,sq,sr,sv,sw,ta,te,th,tr,uk,ur,uz,vi,zh,zh-Hant'.split(
    ',',
  );

/** Halves of the day that phones write beside CLDR's. */
const MORE_HALVES: Record<string, 'am' | 'pm'> = {
  am: 'am',
  pm: 'pm',
  a: 'am',
  p: 'pm',
  vorm: 'am',
  nachm: 'pm',
  凌晨: 'am',
  清晨: 'am',
  早上: 'am',
  中午: 'pm',
  晚上: 'pm',
  לפנהצ: 'am',
  אחהצ: 'pm',
};

let halves: Map<string, 'am' | 'pm'> | undefined;
let months: Map<string, number> | undefined;

/** 'am' or 'pm' when the text is such a marker in some language ("p. m.", "PM", "午後"). */
export function halfOfDay(text: string): 'am' | 'pm' | undefined {
  const key = normalised(text);
  return MORE_HALVES[key] ?? (halves ??= allHalves()).get(key);
}

/** 1-12 when the text is the name of a month, whole or shortened, in some language. */
export function monthOf(text: string): number | undefined {
  return (months ??= allMonths()).get(normalised(text));
}

/** Hour 0-23 of a 12-hour or 24-hour reading; null when the two contradict ("13 AM", "25"). */
export function hour24(hour: number, half: 'am' | 'pm' | undefined): number | null {
  if (half === undefined) return hour <= 23 ? hour : null;
  // Some phones write "13:45 PM": the 24-hour reading is then the only one.
  if (hour > 12 && hour <= 23) return half === 'pm' ? hour : null;
  if (hour > 12) return null;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

/** Lower case, without the dots, spaces and direction marks that vary between phones. */
function normalised(text: string): string {
  return text.toLowerCase().replace(/[\s.\u05f4"'\p{Cf}]/gu, '');
}

function allHalves(): Map<string, 'am' | 'pm'> {
  const found = new Map<string, 'am' | 'pm'>();
  for (const locale of LOCALES) {
    const format = new Intl.DateTimeFormat(locale, {
      hour: 'numeric',
      hourCycle: 'h12',
      timeZone: 'UTC',
    });
    for (const [half, hour] of [
      ['am', 9],
      ['pm', 15],
    ] as const) {
      const parts = format.formatToParts(Date.UTC(2024, 0, 1, hour));
      const word = parts.find(({ type }) => type === 'dayPeriod')?.value;
      if (word !== undefined) found.set(normalised(word), half);
    }
  }
  return found;
}

function allMonths(): Map<string, number> {
  const found = new Map<string, number>();
  for (const locale of LOCALES) {
    for (const style of ['long', 'short'] as const) {
      // With a day, as languages inflect the month then; and alone.
      for (const day of ['numeric', undefined] as const) {
        const format = new Intl.DateTimeFormat(locale, { month: style, day, timeZone: 'UTC' });
        for (let month = 0; month < 12; month += 1) {
          const parts = format.formatToParts(Date.UTC(2024, month, 1));
          const name = normalised(parts.find(({ type }) => type === 'month')?.value ?? '');
          if (/^\p{L}/u.test(name)) found.set(name, month + 1);
        }
      }
    }
  }
  return found;
}
