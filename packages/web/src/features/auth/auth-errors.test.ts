import { describe, expect, test } from 'vitest';
import { authError } from './auth-errors.ts';

describe('one sentence for a refused sign-in or sign-up', () => {
  test('our own form keeps code, sentence and details', () => {
    const error = authError(403, {
      error: { code: 'INVITATION_NEEDED', message: 'Ask for an invitation.', details: { a: 1 } },
    });
    expect(error).toMatchObject({
      status: 403,
      code: 'INVITATION_NEEDED',
      message: 'Ask for an invitation.',
      details: { a: 1 },
    });
  });

  test('codes of the library read in our words', () => {
    const error = authError(401, {
      code: 'INVALID_EMAIL_OR_PASSWORD',
      message: 'Invalid email or password',
    });
    expect(error.message).toBe('The e-mail address or the password is not right.');
    expect(error.code).toBe('INVALID_EMAIL_OR_PASSWORD');
  });

  test('also when the server passes them on in our form', () => {
    const passedOn = { code: 'INVALID_PASSWORD', message: 'Invalid password.', details: {} };
    expect(authError(400, { error: passedOn }).message).toBe('The current password is not right.');
  });

  test('an unknown code keeps its message, ended as a sentence', () => {
    expect(authError(400, { code: 'NEW_ONE', message: 'Something new' }).message).toBe(
      'Something new.',
    );
    expect(authError(400, { code: 'NEW_ONE', message: 'Really?' }).message).toBe('Really?');
  });

  test('too many attempts say to wait, whatever the library words', () => {
    expect(authError(429, { message: 'Too many requests. Please try again later.' }).message).toBe(
      'Too many attempts. Wait a minute and try again.',
    );
  });

  test.each([
    [0, null],
    [401, null],
    [500, null],
    [502, 'Bad gateway'],
    [500, {}],
    [400, { code: 7, message: ' ' }],
    [400, []],
  ])('an answer %s %j without words still gets a sentence', (status, body) => {
    const { message } = authError(status, body);
    expect(message).toMatch(/^[A-Z].*\.$/);
  });
});
