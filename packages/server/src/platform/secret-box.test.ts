import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSecretBox } from './secret-box.ts';

const box = createSecretBox('a secret of the server, 32 characters or more');

describe('the secret box', () => {
  test('opens what it sealed, and shows none of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 4 }), fc.string(), (text, place) => {
        const sealed = box.seal(text, place);
        expect(sealed).not.toContain(text);
        expect(box.open(sealed, place)).toBe(text);
      }),
    );
  });

  test('seals the same text differently each time', () => {
    expect(box.seal('token', 'here')).not.toBe(box.seal('token', 'here'));
  });

  test('does not open for another place, another key, or after a change', () => {
    const sealed = box.seal('token', 'organization a');
    expect(() => box.open(sealed, 'organization b')).toThrow('authenticate');
    expect(() =>
      createSecretBox('another secret, of 32 characters').open(sealed, 'organization a'),
    ).toThrow('authenticate');
    const [version, text = ''] = sealed.split('.');
    const bytes = Buffer.from(text, 'base64url');
    bytes[bytes.length - 1]! ^= 1;
    expect(() => box.open(`${version}.${bytes.toString('base64url')}`, 'organization a')).toThrow(
      'authenticate',
    );
    expect(() => box.open('v1.abc', 'organization a')).toThrow('nothing that a secret box');
  });
});
