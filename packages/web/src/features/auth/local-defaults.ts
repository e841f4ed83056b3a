/**
 * What a browser tells about where its person is.
 * @param language BCP 47, such as "de-AT"; without a region, the country stays what the server chose
 * @param timezone IANA name, if the browser knows one
 */
export const localDefaults = (
  language: string,
  timezone: string | undefined,
): { default_country?: string; timezone?: string } => {
  const region = regionOf(language);
  return {
    ...(region && /^[A-Z]{2}$/.test(region) ? { default_country: region } : {}),
    ...(timezone ? { timezone } : {}),
  };
};

const regionOf = (language: string): string | undefined => {
  try {
    return new Intl.Locale(language).region;
  } catch {
    return undefined;
  }
};
