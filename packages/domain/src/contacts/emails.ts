// E-mail addresses of contacts.

// One address as people write it: no quoted local parts, a domain with a dot.
const ADDRESS = /^[^\s@<>(),;:"[\]\\]{1,64}@[^\s@<>(),;:"[\]\\]+\.[^\s@<>(),;:"[\]\\.]{2,}$/;

/** The address in lower case, or null when it is none. */
export const parseEmail = (raw: string): string | null => {
  const address = raw.trim().toLowerCase();
  return address.length <= 254 && ADDRESS.test(address) && !address.includes('..') ? address : null;
};
