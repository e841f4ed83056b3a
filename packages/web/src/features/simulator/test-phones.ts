// The phones that somebody has tried things with in this browser.

const KEY = 'rapport.test-phones';
const MOST = 6;

/** A number that nobody has: 555-0100 to 555-0199 are kept for stories. @param random from 0 to 1 */
export const inventNumber = (random: number): string => {
  const areas = ['207', '312', '415', '503', '617', '718', '808', '919'];
  const step = Math.floor(random * areas.length * 100);
  const area = areas[Math.floor(step / 100)] ?? areas[0];
  return `+1${area}55501${String(step % 100).padStart(2, '0')}`;
};

/** The number at the front, each once, the oldest forgotten. */
export const withPhone = (phones: readonly string[], phone: string): string[] =>
  [phone, ...phones.filter((one) => one !== phone)].slice(0, MOST);

export const readPhones = (): string[] => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
};

export const rememberPhone = (phone: string): string[] => {
  const phones = withPhone(readPhones(), phone);
  try {
    localStorage.setItem(KEY, JSON.stringify(phones));
  } catch {
    // Storage is switched off: the list lasts until the page is left.
  }
  return phones;
};
