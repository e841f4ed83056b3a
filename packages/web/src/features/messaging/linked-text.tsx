import { findLinks } from './links.ts';
import { splitAtQuote } from './quotes.ts';

/** What somebody wrote: text, with links to the web and to mail addresses. Never markup. */
const Linked = ({ text }: { text: string }) => (
  <>
    {findLinks(text).map((piece, index) =>
      piece.href ? (
        <a
          key={index}
          href={piece.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="text-accent-text underline decoration-from-font underline-offset-2 [overflow-wrap:anywhere]"
        >
          {piece.text}
        </a>
      ) : (
        piece.text
      ),
    )}
  </>
);

/** A text with one part of it marked. */
export const LinkedText = ({ text, quote }: { text: string; quote: string | null }) => {
  const parts = quote ? splitAtQuote(text, quote) : null;
  if (!parts) return <Linked text={text} />;
  const [before, marked, after] = parts;
  return (
    <>
      <Linked text={before} />
      <mark className="rounded-sm bg-warning-soft text-warning-text ring-2 ring-warning-soft">
        <Linked text={marked} />
      </mark>
      <Linked text={after} />
    </>
  );
};
