import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classes } from '../../lib/classes.ts';
import { CONTROL } from '../../ui/input.tsx';
import { listCountries } from './countries.ts';

/** All countries by name. The browser's own list: 250 rows want its type-ahead. */
export const CountrySelect = (props: ComponentProps<'select'>) => (
  <div className="relative">
    <select
      className={classes(CONTROL, 'h-8 appearance-none pr-8 pl-2.5 pointer-coarse:h-10')}
      {...props}
    >
      {listCountries().map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
    <ChevronDown
      aria-hidden
      className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-faint"
    />
  </div>
);
