/** Joins class names; falsy parts are left out, so that `on && 'x'` reads well. */
export const classes = (...parts: (string | false | null | undefined)[]): string =>
  parts.filter(Boolean).join(' ');
