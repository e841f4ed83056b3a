import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSigned, signForm } from './signature.ts';

type Parameters = Record<string, string | string[]>;
type Vector = { token: string; url: string; params: Parameters; signature: string };
const vectors: Vector[] = JSON.parse(
  readFileSync(new URL('./fixtures/twilio_signatures.json', import.meta.url), 'utf8'),
);
/** A list is a parameter that is sent several times. */
const bodyOf = (params: Parameters): string =>
  new URLSearchParams(
    Object.entries(params).flatMap(([name, values]) =>
      [values].flat().map((value): [string, string] => [name, value]),
    ),
  ).toString();

describe('the signature of a webhook', () => {
  test('is the one that Twilio publishes as an example', () => {
    const form = {
      CallSid: 'CA1234567890ABCDE',
      Caller: '+14158675309',
      Digits: '1234',
      From: '+14158675309',
      To: '+18005551212',
    };
    const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
    expect(signForm('12345', url, new URLSearchParams(form))).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=');
  });

  test(`is known in all ${vectors.length} recorded requests, and in none that was changed`, () => {
    for (const { token, url, params, signature } of vectors) {
      const request = { url, body: bodyOf(params), is_json: false };
      expect(isSigned([token], signature, request), url).toBe(true);
      expect(isSigned(['another', token], signature, request)).toBe(true);
      expect(isSigned(['another'], signature, request)).toBe(false);
      expect(isSigned([], signature, request)).toBe(false);
      const forged = bodyOf({ ...params, Body: 'something else' });
      expect(isSigned([token], signature, { ...request, body: forged })).toBe(false);
      const longer = `${bodyOf(params)}&Extra=1`;
      expect(isSigned([token], signature, { ...request, body: longer })).toBe(false);
    }
  });

  test('counts with and without the default port', () => {
    const form = new URLSearchParams({ From: '+12125550100' });
    const [bare, full] = ['https://crm.example.com/x?m=1', 'https://crm.example.com:443/x?m=1'];
    const request = { body: form.toString(), is_json: false };
    for (const signed of [bare, full])
      for (const url of [bare, full])
        expect(isSigned(['t'], signForm('t', signed, form), { ...request, url })).toBe(true);
  });

  test('counts a repeated parameter once, and an empty one', () => {
    const once = new URLSearchParams([['A', '1'], ['A', '2'], ['B', '']]); // prettier-ignore
    const twice = new URLSearchParams([['B', ''], ['A', '2'], ['A', '1'], ['A', '2']]); // prettier-ignore
    const url = 'https://crm.example.com/x';
    const signature = signForm('t', url, once);
    expect(isSigned(['t'], signature, { url, body: twice.toString(), is_json: false })).toBe(true);
    const without = new URLSearchParams([['A', '1'], ['A', '2']]).toString(); // prettier-ignore
    expect(isSigned(['t'], signature, { url, body: without, is_json: false })).toBe(false);
  });

  test('of a JSON body is that of the address and the hash in it', () => {
    const body = '{"type":"com.twilio.x"}';
    const hash = createHash('sha256').update(body).digest('hex');
    const url = `https://crm.example.com/x?bodySHA256=${hash}`;
    const signature = signForm('t', url, new URLSearchParams());
    expect(isSigned(['t'], signature, { url, body, is_json: true })).toBe(true);
    expect(isSigned(['t'], signature, { url, body: `${body} `, is_json: true })).toBe(false);
    const bare = 'https://crm.example.com/x';
    const other = signForm('t', bare, new URLSearchParams());
    expect(isSigned(['t'], other, { url: bare, body, is_json: true })).toBe(false);
  });

  test('is refused whatever is sent in its place', () => {
    fc.assert(
      fc.property(fc.string(), (signature) => {
        const request = { url: 'https://crm.example.com/x', body: 'A=1', is_json: false };
        expect(isSigned(['t'], signature, request)).toBe(false);
      }),
    );
  });
});
