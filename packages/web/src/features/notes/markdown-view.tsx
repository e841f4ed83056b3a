import { type Block, parseMarkdown, type Span } from './markdown.ts';

const Spans = ({ spans }: { spans: Span[] }) => (
  <>
    {spans.map(({ text, style }, index) => {
      if (style === 'bold')
        return (
          <strong key={index} className="font-semibold">
            {text}
          </strong>
        );
      if (style === 'italic') return <em key={index}>{text}</em>;
      if (style === 'code')
        return (
          <code key={index} className="rounded bg-hover px-1 font-mono text-[0.9em]">
            {text}
          </code>
        );
      return text;
    })}
  </>
);

const BlockView = ({ block }: { block: Block }) => {
  switch (block.kind) {
    case 'heading':
      return (
        <h3 className="pt-1 font-semibold">
          <Spans spans={block.spans} />
        </h3>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List
          className={
            block.ordered
              ? 'grid list-decimal gap-0.5 pl-5'
              : 'grid list-disc gap-0.5 pl-4 marker:text-ink-faint'
          }
        >
          {block.items.map((spans, index) => (
            <li key={index}>
              <Spans spans={spans} />
            </li>
          ))}
        </List>
      );
    }
    case 'paragraph':
      return (
        <p>
          {block.lines.map((spans, index) => (
            <span key={index} className="block">
              <Spans spans={spans} />
            </span>
          ))}
        </p>
      );
  }
};

/** A note as it is read. Every piece is text in an element of ours: nothing in it can be markup. */
export const Markdown = ({ source }: { source: string }) => (
  <div className="grid gap-1.5 [overflow-wrap:anywhere]">
    {parseMarkdown(source).map((block, index) => (
      <BlockView key={index} block={block} />
    ))}
  </div>
);
