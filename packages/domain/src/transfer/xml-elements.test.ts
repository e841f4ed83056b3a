import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { chunkSizes, chunksOf } from './parsing.fixtures.ts';
import { xmlReader } from './xml-elements.ts';

type Event = ['open', string, Record<string, string>, boolean] | ['close' | 'malformed', string];

const ANY: ReadonlySet<string> = Object.assign(new Set<string>(), { has: () => true });

function eventsOf(text: string, sizes = [text.length || 1], whole = ANY) {
  const events: Event[] = [];
  const reader = xmlReader(
    {
      open: (name, attributes, cut) => events.push(['open', name, attributes, cut]),
      close: (name) => events.push(['close', name]),
      malformed: (name) => events.push(['malformed', name]),
    },
    { whole, glimpse: new Set(['data']) },
  );
  for (const chunk of chunksOf(text, sizes)) reader.push(chunk);
  return { events, ...reader.end() };
}

describe('xmlReader', () => {
  test('elements, both quotes, spaces and a self-closing end', () => {
    expect(eventsOf(`<a x="1"><b y = 'say "hi"'\n z=""/></a >`).events).toEqual([
      ['open', 'a', { x: '1' }, false],
      ['open', 'b', { y: 'say "hi"', z: '' }, false],
      ['close', 'b'],
      ['close', 'a'],
    ]);
  });

  test('declarations, comments, stylesheets, CDATA and text are passed over', () => {
    const text =
      `<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e "<c/>">]><?xml-stylesheet href="x"?>` +
      `<!-- <b/> > --><a>&e; 1 > 0 <![CDATA[<b/>]]></a>`;
    // The entity's text is not markup of the document, and no entity is ever expanded.
    expect(eventsOf(text).events.filter(([, name]) => name === 'a' || name === 'b')).toEqual([
      ['open', 'a', {}, false],
      ['close', 'a'],
    ]);
  });

  test('entities', () => {
    const text = `<a x="&lt;&amp;&gt;&quot;&apos;&#10;&#x41;&#128512;&unknown; &amp;lt;"/>`;
    expect(eventsOf(text).events[0]).toEqual([
      'open',
      'a',
      { x: `<&>"'\nA😀&unknown; &lt;` },
      false,
    ]);
  });

  test('an emoji as two entities of a surrogate pair, decimal or hexadecimal', () => {
    const text = `<a x="&#55357;&#56832;" y="&#xD83D;&#xde00;"/>`;
    expect(eventsOf(text).events[0]).toEqual(['open', 'a', { x: '😀', y: '😀' }, false]);
  });

  test('of data only the first characters are kept, and of others nothing', () => {
    const text = `<p other="x" data="${'A'.repeat(5000)}" ct='data="x"'/>`;
    expect(eventsOf(text, [7], new Set(['ct'])).events[0]).toEqual([
      'open',
      'p',
      { data: 'AAAAAAAA', ct: 'data="x"' },
      false,
    ]);
  });

  test('an attribute beyond a million characters is cut', () => {
    const { events } = eventsOf(`<p x="${'y'.repeat(1_000_001)}"/>`, [65_536]);
    expect(events[0]![3]).toBe(true);
    expect((events[0]![2] as Record<string, string>)['x']).toHaveLength(1_000_000);
  });

  test('a broken tag costs that tag', () => {
    expect(eventsOf(`<a x="1" "oops"/><b y=1/><c z="3"/>< d/>`).events).toEqual([
      ['malformed', 'a'],
      ['malformed', 'b'],
      ['open', 'c', { z: '3' }, false],
      ['close', 'c'],
      ['malformed', ''],
    ]);
  });

  test('whether the text ends inside a tag', () => {
    expect(eventsOf('<a><b x="1"/>').insideTag).toBe(false);
    for (const text of [
      '<',
      '<a',
      '<a x',
      '<a x=',
      '<a x="1',
      '<a x="1"',
      '<a/',
      '</a',
      '<!-- x',
    ]) {
      expect([text, eventsOf(text).insideTag]).toEqual([text, true]);
    }
  });

  test('a strict parser reads the same from what it accepts', () => {
    const name = fc.stringMatching(/^[a-z_][a-z0-9_-]{0,5}$/);
    const value = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n\t]/.test(text));
    const element = fc.tuple(name, fc.dictionary(name, value, { maxKeys: 5 }), fc.boolean());
    const escaped = (text: string, quote: string) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll(quote, quote === '"' ? '&quot;' : '&apos;');
    fc.assert(
      fc.property(fc.array(element), chunkSizes, (elements, sizes) => {
        const text = elements
          .map(([tag, attributes, double]) => {
            const quote = double ? '"' : "'";
            const list = Object.entries(attributes).map(
              ([key, one]) => ` ${key}=${quote}${escaped(one, quote)}${quote}`,
            );
            return `<${tag}${list.join('')} />`;
          })
          .join('\n');
        const expected: [string, Record<string, string>][] = [];
        const strict = new SaxesParser();
        strict.on('opentag', (tag) => expected.push([tag.name, { ...tag.attributes }]));
        strict.write(`<root>${text}</root>`).close();
        const found = eventsOf(`<root>${text}</root>`, sizes).events.flatMap((event) =>
          event[0] === 'open' ? [[event[1], event[2]]] : [],
        );
        expect(found).toEqual(expected);
      }),
    );
  });

  test('any text in any chunks gives the same events', () => {
    const soup = fc
      .array(fc.constantFrom('<', '>', '/', '"', "'", '=', ' ', 'a', 'b', '&', '#', ';', '!', '-'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(soup, chunkSizes, (text, sizes) => {
        expect(eventsOf(text, sizes)).toEqual(eventsOf(text));
      }),
    );
  });
});
