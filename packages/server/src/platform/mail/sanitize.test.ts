import { describe, expect, test } from 'vitest';
import { htmlToText } from './html-text.ts';
import { fixtureMail } from './mails.fixtures.ts';
import { parseMail } from './parse.ts';
import {
  hasRemotePictures,
  inlineIds,
  type SanitizeOptions,
  sanitizeMailHtml,
} from './sanitize.ts';

const nowhere = { images: false, addressOf: () => null };
const clean = (html: string, options: SanitizeOptions = nowhere) =>
  sanitizeMailHtml(html, options).html;

describe('the HTML of a mail', async () => {
  const nasty = (await parseMail(fixtureMail('nasty-html'))).html!;

  test('runs nothing, sends nothing and fetches nothing', () => {
    const html = clean(nasty);
    expect(html).not.toMatch(
      /<(script|style|svg|math|iframe|form|input|button|object|base|meta|link|noscript)/i,
    );
    expect(html).not.toMatch(/\son\w+=|javascript:|data:text|evil\.example|url\(|@import/i);
    expect(html).toContain('color:blue');
    expect(html).toContain(
      '<a href="https://good.example/page" target="_blank" rel="noopener noreferrer nofollow">',
    );
  });

  test('shows pictures of elsewhere only when asked for, and says how many there are', () => {
    const html =
      '<img src="https://shop.example/a.png"><img src="//shop.example/b.png"><img src="http://shop.example/c.png">';
    expect(sanitizeMailHtml(html, nowhere)).toEqual({
      html: '<img /><img /><img />',
      blocked_images: 3,
    });
    const shown = sanitizeMailHtml(html, { ...nowhere, images: true });
    expect(shown.blocked_images).toBe(0);
    expect(shown.html.match(/src="https?:\/\/shop\.example/g)).toHaveLength(3);
  });

  test('shows pictures that came with it, under our own addresses', () => {
    const addressOf = (id: string) =>
      id === 'one@pics' || id === 'two@pics' ? `/files/${id[0]}` : null;
    const html = clean('<img src="cid:one@pics"><img src="CID:two%40pics"><img src="cid:gone">', {
      images: false,
      addressOf,
    });
    expect(html).toBe('<img src="/files/o" /><img src="/files/t" /><img />');
  });

  test.each([
    '<img src="data:image/svg+xml;base64,PHN2Zz4=">',
    '<img src="javascript:alert(1)">',
    '<img src="file:///etc/passwd">',
    '<img src="blob:x">',
  ])('has no picture in %s', (html) =>
    expect(clean(html, { ...nowhere, images: true })).toBe('<img />'),
  );

  test('keeps its look and loses what moves or fetches', () => {
    expect(
      clean('<p style="color:#333;position:fixed;top:0;padding:4px 8px;behavior:url(x)">x</p>'),
    ).toBe('<p style="color:#333;padding:4px 8px">x</p>');
    expect(clean('<td width="50%" bgcolor="#fff" id="x" class="y">x</td>')).toBe(
      '<td width="50%" bgcolor="#fff">x</td>',
    );
  });

  test('nested without end is not shown', () => {
    expect(clean(`${'<div>'.repeat(200_000)}x`)).toBe('');
    expect(clean(`${'<div>'.repeat(100)}x${'</div>'.repeat(100)}`)).toContain('x');
    expect(clean('<br><p>x</p>'.repeat(1000))).toContain('x');
  });
});

test.each([
  ['<img src="https://x.example/a.png">', true],
  ['<IMG width=1 SRC=//x.example/a.png>', true],
  ['<img alt="https://x.example" src="cid:one">', false],
  ['<a href="https://x.example">x</a>', false],
])('%s shows pictures of other servers: %s', (html, has) => {
  expect(hasRemotePictures(html)).toBe(has);
});

test('looking for pictures costs little', () => {
  for (const html of ['<img '.repeat(100_000), `<img src=${' '.repeat(100_000)}`])
    expect(hasRemotePictures(html)).toBe(false);
});

test('the Content-IDs that the HTML shows are found, encoded or not', async () => {
  const { html } = await parseMail(fixtureMail('inline-images'));
  const ids = inlineIds(html!);
  expect(['one@pics', 'two@pics', 'three@pics', 'unused@pics'].filter((id) => ids.has(id))).toEqual(
    ['one@pics', 'two@pics', 'three@pics'],
  );
});

describe('the text of HTML', () => {
  test.each([
    ['<p>One</p><p>Two<br>Three</p>', 'One\n\nTwo\nThree'],
    ['<div>One</div><div>Two</div>', 'One\nTwo'],
    ['<ul><li>One</li><li>Two</li></ul>', '- One\n- Two'],
    ['<table><tr><td>One</td><td>Two</td></tr><tr><td>Three</td></tr></table>', 'One Two\nThree'],
    ['Yes<blockquote>Tuesday?<br>Bye</blockquote>', 'Yes\n> Tuesday?\n> Bye'],
    ['<style>p{}</style><script>x</script>One &amp; two&nbsp;three', 'One & two three'],
    ['  One\n  two ', 'One two'],
    ['', ''],
  ])('%s', (html, text) => expect(htmlToText(html)).toBe(text));

  test('is there also when tags are nested without end', () => {
    expect(htmlToText(`One${'<blockquote>'.repeat(80_000)}two`)).toBe('One two');
  });
});
