import type { SyntheticEvent } from 'react';

/**
 * The text values of a submitted form by field name; keeps the browser from leaving the page.
 * Fields stay uncontrolled, so that a refused form keeps what was typed.
 */
export const submittedValues = (event: SyntheticEvent<HTMLFormElement>): Record<string, string> => {
  event.preventDefault();
  const values: Record<string, string> = {};
  for (const [name, value] of new FormData(event.currentTarget))
    if (typeof value === 'string') values[name] = value;
  return values;
};
