// The HTML of a mail made harmless: no script, no form, nothing that is fetched from elsewhere unless asked for.
import sanitizeHtml from 'sanitize-html';
import { isTooDeep } from './html-text.ts';

export type SanitizeOptions = {
  /** Whether pictures are fetched from the sender's servers, which tells the sender that the mail is read. */
  images: boolean;
  /** The address of an inline picture by its Content-ID; null when there is none. */
  addressOf: (content_id: string) => string | null;
};

export type Sanitized = {
  html: string;
  /** How many pictures of elsewhere were left out. */
  blocked_images: number;
};

const TAGS =
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'.split(
    ' ',
  );
const COMMON =
  'align bgcolor border cellpadding cellspacing color colspan dir face height lang rowspan size start style title valign width'.split(
    ' ',
  );

// Only looks: nothing that fetches (url), moves out of its place (position), or runs (expression).
const LENGTH =
  /^(auto|-?[\d.]+(px|em|rem|pt|%|ch|ex|cm|mm|in)?)(\s+(auto|-?[\d.]+(px|em|rem|pt|%|ch|ex|cm|mm|in)?)){0,3}$/i;
const COLOR = /^(#[\da-f]{3,8}|rgba?\([\d\s.,%/]+\)|hsla?\([\d\s.,%/deg]+\)|[a-z]+)$/i;
const WORDS = /^[\w\s,'"-]+$/;
const BORDER = /^[\w\s.#%(),-]+$/;
const STYLES = Object.fromEntries([
  ...[
    'width',
    'height',
    'max-width',
    'max-height',
    'min-width',
    'font-size',
    'line-height',
    'letter-spacing',
    'text-indent',
    'border-radius',
    'border-spacing',
    'vertical-align',
    'padding',
    'margin',
  ].map((name) => [name, [LENGTH, /^[a-z-]+$/i]]),
  ...['top', 'right', 'bottom', 'left'].flatMap((side) => [
    [`padding-${side}`, [LENGTH]],
    [`margin-${side}`, [LENGTH]],
    [`border-${side}`, [BORDER]],
  ]),
  ...['color', 'background-color', 'border-color', 'background'].map((name) => [name, [COLOR]]),
  ...[
    'font-family',
    'font-weight',
    'font-style',
    'text-align',
    'text-decoration',
    'text-transform',
    'white-space',
    'display',
    'float',
    'clear',
    'list-style-type',
    'border-collapse',
    'direction',
    'word-break',
    'overflow-wrap',
    'table-layout',
  ].map((name) => [name, [WORDS]]),
  ...['border', 'border-width', 'border-style'].map((name) => [name, [BORDER]]),
]) as Record<string, RegExp[]>;

/** Makes the HTML of a stranger safe to show, in a frame of its own; nothing is left of what is nested without end. */
export const sanitizeMailHtml = (
  html: string,
  { images, addressOf }: SanitizeOptions,
): Sanitized => {
  if (isTooDeep(html)) return { html: '', blocked_images: 0 };
  let blocked_images = 0;
  const image = (_: string, { src = '', ...attribs }: sanitizeHtml.Attributes) => {
    const source = src.trim();
    const inline = /^cid:(.*)$/is.exec(source)?.[1];
    const address = inline === undefined ? null : addressOf(decoded(inline).trim());
    const isRemote = /^(https?:)?\/\//i.test(source);
    if (isRemote && !images) blocked_images++;
    const shown =
      address ?? (isRemote && images ? source.replace(/^\/\//, 'https://') : dataImage(source));
    return { tagName: 'img', attribs: shown ? { ...attribs, src: shown } : attribs };
  };
  const clean = sanitizeHtml(html, {
    allowedTags: TAGS,
    allowedAttributes: {
      '*': COMMON,
      a: ['href', 'name', 'target', 'rel'],
      img: ['src', 'alt'],
      time: ['datetime'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel', 'sms'],
    // The pictures of our own are relative; everything else was taken out above.
    allowedSchemesByTag: { img: ['http', 'https', 'data'] },
    allowedStyles: { '*': STYLES },
    allowProtocolRelative: false,
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'title',
      'xmp',
      'iframe',
      'noembed',
      'noframes',
      'plaintext',
      'template',
    ],
    transformTags: {
      a: (_, { href = '', ...attribs }) => ({
        tagName: 'a',
        attribs: {
          ...attribs,
          href: href.trim(),
          target: '_blank',
          rel: 'noopener noreferrer nofollow',
        },
      }),
      img: image,
    },
  });
  return { html: clean, blocked_images };
};

/** A picture inside the HTML itself; SVG may hold script, and is no picture here. */
const dataImage = (source: string): string | null =>
  /^data:image\/(png|jpe?g|gif|webp|bmp);base64,[a-z\d+/=\s]+$/i.test(source) ? source : null;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Whether the HTML shows pictures of other servers. */
export const hasRemotePictures = (html: string): boolean =>
  /<img\b[^<>]*?\bsrc\s{0,9}=\s{0,9}["']?\s{0,9}(https?:)?\/\//i.test(html);

/** The Content-IDs that the HTML names: only what it shows is part of it. */
export const inlineIds = (html: string): Set<string> =>
  new Set([...html.matchAll(/\bcid:([^"'\s>)]+)/gi)].flatMap(([, id]) => [id!, decoded(id!)]));
