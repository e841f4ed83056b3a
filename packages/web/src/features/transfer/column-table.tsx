import type { ContactImport } from '@rapport/contract/contact-imports.api';
import { ArrowRight } from 'lucide-react';
import { classes } from '../../lib/classes.ts';
import { Badge } from '../../ui/badge.tsx';
import { Select } from '../../ui/select.tsx';
import { CHOICES, choose, entryOf, isSecond, type Mapping } from './column-targets.ts';

/** The columns of a file, each with what stands in it and what it becomes. */
export const ColumnTable = ({
  columns,
  mapping,
  onChange,
}: {
  columns: ContactImport['columns'];
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}) => (
  <ul aria-label="Columns of the file" className="divide-y divide-line">
    <li
      aria-hidden
      className="hidden grid-cols-[minmax(0,1fr)_1.5rem_16rem] gap-3 px-5 py-2 text-xs font-medium text-ink-muted md:grid"
    >
      <span>Column in the file</span>
      <span />
      <span>Becomes</span>
    </li>
    {columns.map(({ name, samples }, column) => {
      const entry = entryOf(mapping, column);
      return (
        <li
          key={column}
          className="grid grid-cols-[minmax(0,1fr)] items-center gap-x-3 gap-y-2 px-5 py-2.5 md:grid-cols-[minmax(0,1fr)_1.5rem_16rem]"
        >
          <div className="min-w-0">
            <p className="flex items-center gap-2">
              <span className={classes('truncate', entry ? 'font-medium' : 'text-ink-muted')}>
                {name}
              </span>
              {entry?.label && <Badge>{entry.label}</Badge>}
              {entry && entry.confidence === 'unsure' && <Badge tone="warning">Please check</Badge>}
              {isSecond(mapping, column) && <Badge tone="warning">Only where empty</Badge>}
            </p>
            <p className="truncate text-ink-muted">
              {samples.length > 0 ? samples.slice(0, 3).join(' · ') : 'Empty in the first rows'}
            </p>
          </div>
          <ArrowRight
            aria-hidden
            className={classes(
              'hidden size-4 md:block',
              entry ? 'text-ink-muted' : 'text-transparent',
            )}
          />
          <Select
            aria-label={`${name} becomes`}
            value={entry?.target ?? 'skip'}
            options={CHOICES}
            className={classes('w-full', !entry && '[&>select]:text-ink-muted')}
            onChange={(choice) => onChange(choose(mapping, column, choice))}
          />
        </li>
      );
    })}
  </ul>
);
