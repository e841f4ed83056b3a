// Characters that word processors and phones put in, which turn an SMS into UCS-2 and double its price,
// and the plain ones that say the same.

const PLAIN: Record<string, string> = {
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '″': '"',
  '‶': '"',
  ʺ: '"',
  '＂': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '‵': "'",
  ʹ: "'",
  ʼ: "'",
  '´': "'",
  '`': "'",
  '‹': "'",
  '›': "'",
  '–': '-',
  '—': '-',
  '―': '-',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '−': '-',
  '⁃': '-',
  '…': '...',
  '‥': '..',
  '•': '*',
  '·': '*',
  '∙': '*',
  '⁄': '/',
  '÷': '/',
  '×': 'x',
  '¦': '|',
  '‼': '!!',
  '¼': '1/4',
  '½': '1/2',
  '¾': '3/4',
  '\u00a0': ' ',
  '\u1680': ' ',
  '\u202f': ' ',
  '\u205f': ' ',
  '\u3000': ' ',
  '\u2028': '\n',
  '\u2029': '\n',
  '\t': ' ',
  '\u00ad': '',
  '\u200b': '',
  '\u2060': '',
  '\ufeff': '',
};

/**
 * The text with such characters replaced, and nothing else: letters and emoji stay. Joiners (U+200D) stay
 * too, as they hold emoji together.
 */
export const smartEncode = (text: string): string =>
  text.replace(/[^\n\r\x20-\x7e]|`/g, (character) => {
    if (/[\u2000-\u200a]/.test(character)) return ' ';
    return PLAIN[character] ?? character;
  });
