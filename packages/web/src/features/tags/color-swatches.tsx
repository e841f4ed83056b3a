import { Check } from 'lucide-react';
import { classes } from '../../lib/classes.ts';
import { TAG_COLORS } from './tag-colors.ts';

/** A row of colours of which one is chosen. */
export const ColorSwatches = ({
  value,
  onChange,
}: {
  value: string;
  onChange: (color: string) => void;
}) => (
  <div role="radiogroup" aria-label="Colour" className="flex flex-wrap gap-1">
    {TAG_COLORS.map(({ value: color, label }) => (
      <button
        key={color}
        type="button"
        role="radio"
        aria-checked={color === value}
        aria-label={label}
        title={label}
        onClick={() => onChange(color)}
        className={classes(
          'inline-flex size-5 items-center justify-center rounded-full pointer-coarse:size-10',
          color === value && 'ring-2 ring-accent',
        )}
      >
        <span
          className="inline-flex size-3.5 items-center justify-center rounded-full pointer-coarse:size-6"
          style={{ backgroundColor: color }}
        >
          {color === value && <Check aria-hidden strokeWidth={3} className="size-2.5 text-white" />}
        </span>
      </button>
    ))}
  </div>
);
