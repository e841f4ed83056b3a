/** Moves the focus to the next or previous `[data-row]` of a list; from elsewhere to the first one. */
export const moveFocus = (list: HTMLElement | null, step: 1 | -1): void => {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const current = rows.indexOf(document.activeElement as HTMLElement);
  const next = current < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, current + step));
  rows[next]?.focus();
  rows[next]?.closest('tr, li')?.scrollIntoView({ block: 'nearest' });
};

/** The id of the row that has the focus: what its `data-id` says. */
export const focusedRowId = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-id]')?.dataset['id'];
