// UTF-7 (RFC 2152), which no decoder of the runtime reads and some old mail programs still write.

/** @param text as it came: ASCII */
export const decodeUtf7 = (text: string): string =>
  text.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, coded: string) => (coded === '' ? '+' : utf16(coded)));

const utf16 = (coded: string): string => {
  const bytes = Buffer.from(coded, 'base64');
  return bytes
    .subarray(0, bytes.length & ~1)
    .swap16()
    .toString('utf16le');
};
