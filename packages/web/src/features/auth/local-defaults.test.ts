import { describe, expect, test } from 'vitest';
import { localDefaults } from './local-defaults.ts';

describe('what a browser tells about a new organization', () => {
  test('region and zone', () => {
    expect(localDefaults('de-AT', 'Europe/Vienna')).toEqual({
      default_country: 'AT',
      timezone: 'Europe/Vienna',
    });
    expect(localDefaults('zh-Hant-TW', 'Asia/Taipei').default_country).toBe('TW');
  });
  test('a language without a country, a continent, or nonsense leaves the country alone', () => {
    expect(localDefaults('de', undefined)).toEqual({});
    expect(localDefaults('es-419', undefined)).toEqual({});
    expect(localDefaults('', 'UTC')).toEqual({ timezone: 'UTC' });
  });
});
