import { type ComponentProps, useId } from 'react';
import { Input } from './input.tsx';

/** A time zone by its IANA name, with all names to choose from. */
export const ZoneInput = (props: ComponentProps<typeof Input>) => {
  const list = useId();
  return (
    <>
      <Input list={list} autoComplete="off" spellCheck={false} {...props} />
      <datalist id={list}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </datalist>
    </>
  );
};
