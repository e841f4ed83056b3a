// Blanks out what a message quotes of earlier ones: the words of a quotation are not the sender's.

const QUOTED_LINE = /^[ ]*>.*$/gm;
const QUOTED_REST =
  /^(?:on [^\n]{5,120} wrote:|-{2,} ?(?:original message|forwarded message|mensaje original)[^\n]*|from: [^\n]{3,120}\n(?:sent|date|to): |begin forwarded message:|le [^\n]{5,120} a écrit ?:|am [^\n]{5,120} schrieb[^\n]{0,80}:|el [^\n]{5,120} escribió:|em [^\n]{5,120} escreveu:)/im;
/** A reaction message repeats the message that it is about. */
const REACTION =
  /^\s*(?:liked|loved|laughed at|emphasized|disliked|questioned|reacted .{1,12} to) "/i;

/** The text with quotations replaced by spaces, so that offsets stay valid. */
export function unquoted(text: string): string {
  if (REACTION.test(text)) return blank(text);
  let result = text.includes('>') ? text.replace(QUOTED_LINE, blank) : text;
  if (result.includes(':') || result.includes('--')) {
    const match = QUOTED_REST.exec(result);
    if (match) result = result.slice(0, match.index) + blank(result.slice(match.index));
  }
  return result;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
