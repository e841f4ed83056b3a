import type { MessageHit } from '@rapport/contract/message-search.api';

/** A text with what was searched for in it marked. */
export const Highlighted = ({
  text,
  ranges,
}: {
  text: string;
  ranges: MessageHit['snippet_highlights'];
}) => (
  <>
    {ranges.map(({ start, end }, index) => (
      <span key={start}>
        {text.slice(ranges[index - 1]?.end ?? 0, start)}
        <mark className="rounded-sm bg-warning-soft font-medium text-warning-text">
          {text.slice(start, end)}
        </mark>
      </span>
    ))}
    {text.slice(ranges.at(-1)?.end ?? 0)}
  </>
);
