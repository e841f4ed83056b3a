// The colours that a tag can have by a press; any other can be set through the API.

export const TAG_COLORS = [
  { value: '#6366f1', label: 'Indigo' },
  { value: '#0ea5e9', label: 'Sky' },
  { value: '#14b8a6', label: 'Teal' },
  { value: '#22c55e', label: 'Green' },
  { value: '#eab308', label: 'Yellow' },
  { value: '#f97316', label: 'Orange' },
  { value: '#ef4444', label: 'Red' },
  { value: '#ec4899', label: 'Pink' },
  { value: '#8b5cf6', label: 'Violet' },
  { value: '#64748b', label: 'Slate' },
] as const;

/** The colour that the fewest tags have, so that new ones are told apart. */
export const nextColor = (tags: readonly { color: string }[]): string => {
  const uses = (color: string) => tags.filter((tag) => tag.color === color).length;
  return TAG_COLORS.map(({ value }) => value).reduce((best, one) =>
    uses(one) < uses(best) ? one : best,
  );
};
