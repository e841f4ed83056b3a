import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorWords } from './error-words.ts';
import { readOptOut } from './opt-out.ts';

describe('what a text says about being written to', () => {
  test.each([
    'STOP',
    'stop',
    ' Stop \n',
    'StopAll',
    'unsubscribe',
    'CANCEL',
    'end',
    'Quit',
    'revoke',
    'optout',
  ])('%j as the whole text is an opt-out', (text) => {
    expect(readOptOut(text, false)).toBe('stop');
  });

  test('START and UNSTOP consent; YES only to one who is suppressed', () => {
    expect(['start', 'Unstop '].map((text) => readOptOut(text, false))).toEqual(['start', 'start']);
    expect(readOptOut('yes', true)).toBe('start');
    expect(readOptOut('Yes', false)).toBeNull();
    expect(readOptOut('yes please', true)).toBeNull();
  });

  test('HELP and INFO ask for help', () => {
    expect(['help', 'INFO'].map((text) => readOptOut(text, false))).toEqual(['help', 'help']);
  });

  test.each([
    'I will stop by tomorrow',
    'The bus stop is closed',
    'stop it, you are too kind',
    'Can you cancel my 3pm?',
    'in the end we went home',
    "don't quit your day job",
    'please help me',
    'STOP!!',
    'cancel the order',
    'tell them to stop the car',
    'At the end of the week',
  ])('%j merely holds such a word', (text) => {
    expect(readOptOut(text, false)).toBeNull();
  });

  test.each([
    'please stop texting me',
    'STOP SENDING ME THIS',
    'Stop messaging this number',
    "Don't text me again",
    'do not contact me anymore',
    'Take me off your list',
    'remove my number from your list please',
    'unsubscribe me',
    'I want to opt out',
    'no more texts please',
  ])('%j is for a person to judge', (text) => {
    expect(readOptOut(text, false)).toBe('asks_to_stop');
  });

  test('is never an opt-out when anything else is said', () => {
    const words = fc.constantFrom('stop', 'END', 'cancel', 'Quit');
    fc.assert(
      fc.property(words, fc.stringMatching(/^[a-z]{1,8}$/), (word, other) => {
        expect(readOptOut(`${other} ${word}`, true)).not.toBe('stop');
        expect(readOptOut(`${word} ${other}`, true)).not.toBe('stop');
      }),
    );
  });
});

describe('why a message failed', () => {
  test.each(['21211', '21408', '21610', '30003', '30005', '30006', '30007', '30034'])(
    '%s is said in words',
    (code) => expect(errorWords(code)).toMatch(/^[A-Z].*\.$/),
  );

  test('of a code that we do not know is still said', () => {
    expect(errorWords('39999')).toContain('39999');
    expect(errorWords(null)).toBeNull();
  });
});
