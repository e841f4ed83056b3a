// The cells of a row, by the mapping of the columns, -> a contact in texts.
import { restoreCell, splitList } from './cells.ts';
import { emptyAddress, emptyRaw, type RawContact } from './raw-contact.ts';
import {
  ADDRESS_TARGETS,
  type AddressTarget,
  type ColumnMapping,
  FIELD_TARGETS,
  type FieldTarget,
} from './targets.ts';

const isField = (target: string): target is FieldTarget =>
  (FIELD_TARGETS as readonly string[]).includes(target);
const isAddress = (target: string): target is AddressTarget =>
  (ADDRESS_TARGETS as readonly string[]).includes(target);

/** Several values in one cell, as Google ("a ::: b") and many others write them. */
const several = (cell: string): string[] =>
  cell
    .split(/:::|[;|\n]/)
    .map((one) => one.trim())
    .filter(Boolean);

/** Google marks its own groups with a star; the one of everybody says nothing. */
const tagsOf = (cell: string): string[] =>
  splitList(cell)
    .filter((tag) => !/^\* ?(mycontacts|starred)$/i.test(tag))
    .map((tag) => tag.replace(/^\* ?/, ''));

/**
 * What stands in the row. A first cell that is empty leaves the field to the next column that means the
 * same ("Mobile Phone", "Primary Phone").
 */
export const mapRow = (cells: readonly string[], mapping: readonly ColumnMapping[]): RawContact => {
  const raw = emptyRaw();
  const addresses = new Map<string, ReturnType<typeof emptyAddress>>();
  const labels = labelsOf(cells, mapping);
  for (const entry of mapping) {
    const { column, target, group, label } = entry;
    const text = textOf(cells[column]);
    if (text === '') continue;
    if (isField(target)) raw.fields[target] ??= text;
    else if (target === 'phone' || target === 'email') {
      const to = target === 'phone' ? raw.phones : raw.emails;
      const said = labels.get(`${target} ${group ?? `c${column}`}`) ?? label ?? null;
      const values = target === 'phone' ? several(text) : several(text.replaceAll(',', ';'));
      to.push(...values.map((value) => ({ value, label: said })));
    } else if (isAddress(target) || target === 'address_label') {
      const key = String(group ?? 0);
      const address = addresses.get(key) ?? { ...emptyAddress(), label: label ?? null };
      addresses.set(key, address);
      if (target === 'address_label') address.label = text;
      // "Street 2" goes on where "Street 1" ends.
      else address[target] = address[target] === null ? text : `${address[target]}\n${text}`;
    } else if (target === 'tags') raw.tags.push(...tagsOf(text));
    else if (target === 'note') raw.notes.push(text);
  }
  raw.addresses = [...addresses.values()].filter((address) =>
    ADDRESS_TARGETS.some((part) => address[part] !== null),
  );
  return raw;
};

/** A cell without the quote that keeps spreadsheets from running it. */
export const textOf = (cell: string | undefined): string => restoreCell(cell ?? '').trim();

/** The labels that have a column of their own, by what they label. */
const labelsOf = (
  cells: readonly string[],
  mapping: readonly ColumnMapping[],
): Map<string, string> => {
  const labels = new Map<string, string>();
  for (const { column, target, group } of mapping) {
    if (target !== 'phone_label' && target !== 'email_label') continue;
    const kind = target === 'phone_label' ? 'phone' : 'email';
    const text = textOf(cells[column]).replace(/^\* /, '');
    const key = group === undefined ? nearest(mapping, column, kind) : String(group);
    if (text !== '' && key !== null) labels.set(`${kind} ${key}`, text);
  }
  return labels;
};

/** A label without a group belongs to the column of its kind before it, else after it. */
const nearest = (
  mapping: readonly ColumnMapping[],
  column: number,
  kind: 'phone' | 'email',
): string | null => {
  const own = mapping.filter(({ target }) => target === kind);
  const found =
    own.find((one) => one.column === column - 1) ?? own.find((one) => one.column === column + 1);
  return found ? String(found.group ?? `c${found.column}`) : null;
};
