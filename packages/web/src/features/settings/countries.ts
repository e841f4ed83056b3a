// The countries, from what the browser knows: no list of our own to grow old.

/** Codes that browsers name although no country has them today (or that are not countries). */
const NOT_COUNTRIES = new Set(
  'AN BU CS DD EU EZ FX NT QO SU TP UK UN VD XA XB XK YD YU ZR ZZ NH RH DY HV CT FQ JT MI NQ PC PU PZ WK PY_'.split(
    ' ',
  ),
);

const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/**
 * ISO 3166-1 alpha-2 codes with names, by name.
 * @param locale of the names; the viewer's unless given
 */
export const listCountries = (locale?: string): { code: string; name: string }[] => {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  return ALPHABET.flatMap((first) => ALPHABET.map((second) => first + second))
    .filter((code) => !NOT_COUNTRIES.has(code))
    .flatMap((code) => {
      const name = names.of(code);
      return name ? [{ code, name }] : [];
    })
    .sort((one, other) => one.name.localeCompare(other.name, locale));
};
