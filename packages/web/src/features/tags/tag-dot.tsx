/** The colour of a tag. */
export const TagDot = ({ color }: { color: string }) => (
  <span
    aria-hidden
    className="inline-block size-2.5 shrink-0 rounded-full ring-1 ring-line-strong"
    style={{ backgroundColor: color }}
  />
);
