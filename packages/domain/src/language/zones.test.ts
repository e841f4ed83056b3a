import { describe, expect, test } from 'vitest';
import { extractContactInfo } from './extract.ts';
import { conversation } from './language.fixtures.ts';

function zoneOf(line: string, region?: string): string {
  const options = region ? { phone_region: region } : {};
  return extractContactInfo(conversation(line), options).timezone?.value ?? '';
}

describe('time zone', () => {
  test.each([
    ["I'm in Denver", 'America/Denver'],
    ["i'm in denver, mountain", 'America/Denver'],
    ["We're based in Chicago, so 9 is fine", 'America/Chicago'],
    ['I live in Lisbon', 'Europe/Lisbon'],
    ['I moved to Seattle last year', 'America/Los_Angeles'],
    ["I'm on Pacific time", 'America/Los_Angeles'],
    ['im on EST', 'America/New_York'],
    ['my time zone is central', 'America/Chicago'],
    ["I'm on the east coast", 'America/New_York'],
    ['greetings from Tokyo', 'Asia/Tokyo'],
    ['vivo en Bogotá', 'America/Bogota'],
    ["j'habite à Lyon", 'Europe/Paris'],
    ['ich wohne in Hamburg', 'Europe/Berlin'],
    ['moro em Manaus', 'America/Manaus'],
    ["I'm in Portland, OR", 'America/Los_Angeles'],
    ["I'm in NYC", 'America/New_York'],
    // Elsewhere, not now, or no place.
    ["I'm in Denver for a meeting", ''],
    ["I'll be in Denver next week", ''],
    ['my brother lives in Denver', ''],
    ["I'm in a meeting", ''],
    ["I'm in love", ''],
    ["I'm in central position", ''],
    ['Is it the mountain trail?', ''],
    ['flying to Paris', ''],
    ["S: I'm in Denver || U: ok", ''],
    ['hello', ''],
  ])('%s -> %s', (line, zone) => expect(zoneOf(line)).toBe(zone));

  test('a phone country of one zone', () => {
    expect(zoneOf('hello there', 'IN')).toBe('Asia/Kolkata');
    expect(zoneOf('hello there', 'US')).toBe('');
    expect(zoneOf("I'm in Denver", 'IN')).toBe('America/Denver');
  });
});
