// The mails of fixtures/: small ones that are hard to read, as they come over the wire.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param put what stands in for a placeholder of the file, such as the id of the mail that it is about */
export const fixtureMail = (name: string, put: Record<string, string> = {}): Buffer => {
  const raw = readFileSync(join(import.meta.dirname, 'fixtures', `${name}.eml`));
  const places = Object.entries(put);
  if (places.length === 0) return raw;
  // Bytes stay bytes.
  const text = places.reduce(
    (all, [place, value]) => all.replaceAll(place, value),
    raw.toString('latin1'),
  );
  return Buffer.from(text, 'latin1');
};

/** A plain mail. */
export const plainMail = (headers: Record<string, string>, body = 'Hello\n'): Buffer =>
  Buffer.from(
    [...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n'),
  );
