import { describe, expect, test } from 'vitest';
import { extractContactInfo } from './extract.ts';
import { conversation } from './language.fixtures.ts';

function languageOf(line: string, region?: string): string {
  const options = region ? { phone_region: region } : {};
  return extractContactInfo(conversation(line), options).preferred_language?.value ?? '';
}

describe('language', () => {
  test.each([
    ['hi do you have anything open thursday afternoon?', 'en'],
    ['need 2 boxes pls || U: tomorrow if you can', 'en'],
    ['Hola, quisiera una cita para mañana por favor', 'es'],
    ['todavía tienen la bici que pusieron ayer?', 'es'],
    ["Bonjour, est-ce que vous faites les extensions ? C'est combien ?", 'fr'],
    ['Guten Tag, haben Sie noch einen Termin frei?', 'de'],
    ['oi tem horário pra amanhã? quanto fica?', 'pt'],
    ['mujhe kal ki appointment chahiye, kitna lagega', 'hi'],
    ['order kab aayega bhai, abhi tak nahi mila', 'hi'],
    ['buongiorno, vorrei prenotare un tavolo per questa sera', 'it'],
    ['hoi, kan ik morgen mijn fiets ophalen bij jullie?', 'nl'],
    ['Здравствуйте, мне нужна запись на завтра', 'ru'],
    ['こんにちは、予約をお願いします', 'ja'],
    ['你好，我想预约明天', 'zh'],
    ['안녕하세요 예약하고 싶어요', 'ko'],
    ['ok', ''],
    ['👍👍', ''],
    ['12345', ''],
    ['ana@berg.example', ''],
    ['', ''],
  ])('%s -> %s', (line, language) => expect(languageOf(line)).toBe(language));

  test('only the contact counts', () => {
    expect(languageOf('S: Hola, buenas tardes, ¿en qué puedo ayudarle? || U: ok')).toBe('');
  });

  test('the last messages win', () => {
    const line = [
      'hello do you have a table',
      ...Array.from({ length: 9 }, () => 'quisiera una mesa para hoy por favor'),
    ];
    expect(languageOf(line.join(' || U: '))).toBe('es');
  });
});
