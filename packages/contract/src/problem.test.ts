import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readProblem } from './problem.ts';
import { problem } from './shared.ts';

test('the check by hand says what the documented schema says', () => {
  const half = fc.record(
    { code: fc.jsonValue(), message: fc.jsonValue(), details: fc.jsonValue() },
    { requiredKeys: [] },
  );
  const whole = fc.record({
    code: fc.string(),
    message: fc.string(),
    details: fc.dictionary(fc.string(), fc.jsonValue()),
  });
  const body = fc.oneof(
    fc.jsonValue(),
    fc.record({ error: fc.oneof(fc.jsonValue(), half, whole) }),
  );
  fc.assert(
    fc.property(body, (value) => {
      expect(readProblem(value)).toEqual(problem.safeParse(value).data ?? null);
    }),
  );
});
