// Which rows of a list are selected: a press changes one, a press with Shift all up to the one before.
import { useState } from 'react';

/** What is selected, by id, over all pages; `anchor` is where a range begins. */
export type Selection<T> = { chosen: ReadonlyMap<string, T>; anchor: string | null };

/**
 * Selects or unselects a row; with `range` every row between it and the last one that was pressed,
 * all the way that the pressed row goes.
 * @param rows the rows that are shown, in their order
 */
export const toggle = <T extends { id: string }>(
  { chosen, anchor }: Selection<T>,
  rows: readonly T[],
  id: string,
  range: boolean,
): Selection<T> => {
  const to = rows.findIndex((row) => row.id === id);
  const from = range ? rows.findIndex((row) => row.id === anchor) : -1;
  const pressed =
    from < 0 ? rows.slice(to, to + 1) : rows.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { chosen: withRows(chosen, pressed, !chosen.has(id)), anchor: id };
};

/** Selects or unselects all rows that are shown, and leaves those of other pages as they are. */
export const toggleAll = <T extends { id: string }>(
  { chosen }: Selection<T>,
  rows: readonly T[],
  on: boolean,
): Selection<T> => ({ chosen: withRows(chosen, rows, on), anchor: null });

const withRows = <T extends { id: string }>(
  chosen: ReadonlyMap<string, T>,
  rows: readonly T[],
  on: boolean,
): ReadonlyMap<string, T> => {
  const next = new Map(chosen);
  for (const row of rows) {
    if (on) next.set(row.id, row);
    else next.delete(row.id);
  }
  return next;
};

const nothing = <T>(): Selection<T> => ({ chosen: new Map(), anchor: null });

/**
 * The selection of a list. `isAll`: everything the list shows is meant, also what is on other pages and
 * was never loaded; the first press on a row goes back to the rows that are shown.
 * @param rows the rows that are shown, in their order
 */
export const useSelection = <T extends { id: string }>(rows: readonly T[]) => {
  const [selection, setSelection] = useState<Selection<T>>(nothing);
  const [isAll, setIsAll] = useState(false);
  const change = (next: (before: Selection<T>) => Selection<T>) => {
    setIsAll(false);
    setSelection((before) => next(isAll ? toggleAll(before, rows, true) : before));
  };
  return {
    chosen: selection.chosen,
    isAll,
    isChosen: (id: string): boolean => isAll || selection.chosen.has(id),
    toggle: (id: string, range = false): void =>
      change((before) => toggle(before, rows, id, range)),
    toggleAll: (on: boolean): void => change((before) => toggleAll(before, rows, on)),
    chooseAll: (): void => setIsAll(true),
    clear: (): void => {
      setIsAll(false);
      setSelection(nothing);
    },
  };
};

/** Of the rows that are shown: all, none or some, as a box over them says it. */
export const shareOf = (
  rows: readonly { id: string }[],
  isChosen: (id: string) => boolean,
): boolean | 'indeterminate' => {
  const count = rows.filter(({ id }) => isChosen(id)).length;
  return count > 0 && (count === rows.length || 'indeterminate');
};
