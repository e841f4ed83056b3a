// Variables in texts of the team: `{{first_name}}` stands for the contact's first name.

/** What each variable stands for; empty or missing when it is not known. */
export type Variables = Record<string, string | null | undefined>;

/** `{{ name }}`, or `{{ name | words for when it is not known }}`. */
const VARIABLE = /\{\{\s*([\p{L}_][\p{L}\p{N}_.]{0,39})\s*(?:\|([^{}\n]{0,200}))?\}\}/gu;

/**
 * Puts values in the place of variables. One that is unknown, or known to be empty, stays as it is
 * written, so that a person sees it before it is sent; unless it says itself what to write instead.
 * A value is never read for variables again.
 * @returns the text, and the names that could not be filled, each once
 */
export const fillVariables = (
  text: string,
  values: Variables,
): { text: string; unfilled: string[] } => {
  const unfilled = new Set<string>();
  const filled = text.replace(VARIABLE, (written, name: string, otherwise?: string) => {
    const key = name.toLowerCase();
    const value = Object.hasOwn(values, key) ? (values[key]?.trim() ?? '') : '';
    if (value !== '') return value;
    if (otherwise !== undefined) return otherwise.trim();
    unfilled.add(name);
    return written;
  });
  return { text: filled, unfilled: [...unfilled] };
};
