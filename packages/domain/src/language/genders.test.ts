import { describe, expect, test } from 'vitest';
import { extractContactInfo } from './extract.ts';
import { conversation } from './language.fixtures.ts';

function genderOf(line: string): string {
  const { gender } = extractContactInfo(conversation(line));
  return gender ? `${gender.value} ${gender.confidence}` : '';
}

describe('gender', () => {
  test.each([
    ['As a woman I feel safer with a female driver', 'female high'],
    ["I'm a guy, do you do men's brows?", 'male high'],
    ['im nonbinary so please no ladies', 'non-binary high'],
    ['I am a 40 year old man', 'male high'],
    ['soy una mujer de 30 años', 'female high'],
    ["I'm his mother", 'female low'],
    ["I'm the groom", 'male low'],
    ['This is Mrs. Patterson', 'female low'],
    ['Mr. John Smith here', 'male low'],
    ["I'm not a man of many words", ''],
    ['my husband will come', ''],
    ['I need a man with a van', ''],
    ["it's for my daughter", ''],
    ['Hi Sir, is it ready?', ''],
    ["I'm Anna", ''],
    ['', ''],
  ])('%s -> %s', (line, gender) => expect(genderOf(line)).toBe(gender));
});
