// Places in a list that is in order of time: where the next page begins.
import { invalidInput } from '../errors.ts';

export type TimeCursor = { created_at: string; id: string };

const WRITTEN =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export const writeCursor = ({ created_at, id }: { created_at: Date; id: string }): string =>
  `${created_at.toISOString()}_${id}`;

/**
 * What `writeCursor` wrote, and nothing else that a clock could read.
 * @param field the parameter that it came in
 * @param given the field of the reply that holds it
 * @throws INVALID_INPUT
 */
export const readCursor = (text: string, field: string, given: string): TimeCursor => {
  const [, created_at = '', id = ''] = WRITTEN.exec(text) ?? [];
  if (Number.isNaN(Date.parse(created_at)))
    throw invalidInput([{ field, message: `must be the ${given} of the page before` }]);
  return { created_at, id };
};
