import { ApiError } from '@rapport/contract/problem';
import { describe, expect, test } from 'vitest';
import { fieldErrors, isPassing, messageOf } from './api.ts';

const error = (status: number, details: Record<string, unknown> = {}) =>
  new ApiError(status, { error: { code: 'X', message: 'It is wrong.', details } });

describe('what a page shows of an error', () => {
  test('the sentence of the API; a sentence of ours for a fault of the page', () => {
    expect(messageOf(error(400))).toBe('It is wrong.');
    expect(messageOf(new TypeError('x is undefined'))).not.toMatch(/undefined/);
  });
  test('the fields by name; nothing for another form', () => {
    const fields = [
      { field: 'timezone', message: 'must be a time zone' },
      { field: 'body.name', message: 'is missing' },
      { no: 'field' },
    ];
    expect(fieldErrors(error(400, { fields }))).toEqual({
      timezone: 'must be a time zone',
      name: 'is missing',
    });
    expect(fieldErrors(error(400, { fields: 'none' }))).toEqual({});
    expect(fieldErrors(null)).toEqual({});
  });
  test('only what may pass is tried again', () => {
    expect([0, 500, 503].every((status) => isPassing(error(status)))).toBe(true);
    expect([400, 401, 404, 409, 429].some((status) => isPassing(error(status)))).toBe(false);
    expect(isPassing(new Error('bug'))).toBe(false);
  });
});
