// Text chunks -> lines, never holding more of a line than the limit.

export type LineReader = { push(chunk: string): void; end(): void };

/**
 * Splits at LF or CR LF; a byte order mark at the start is dropped.
 * @param limit UTF-16 units; a longer line is cut there, and its rest is dropped as it streams by
 * @param onLine `number` is 1-based; `cut` says that the line was longer than the limit
 */
export function lineReader(
  limit: number,
  onLine: (text: string, number: number, cut: boolean) => void,
): LineReader {
  let rest = '';
  let cut = false;
  let number = 0;
  let started = false;

  function add(piece: string) {
    if (cut) return;
    rest += piece;
    if (rest.length <= limit) return;
    rest = rest.slice(0, limit);
    cut = true;
  }

  function finish() {
    number += 1;
    const line = rest.endsWith('\r') && !cut ? rest.slice(0, -1) : rest;
    const wasCut = cut;
    rest = '';
    cut = false;
    onLine(line, number, wasCut);
  }

  return {
    push(chunk) {
      if (chunk === '') return;
      let from = !started && chunk.startsWith('\ufeff') ? 1 : 0;
      started = true;
      for (let to = chunk.indexOf('\n', from); to !== -1; to = chunk.indexOf('\n', from)) {
        add(chunk.slice(from, to));
        finish();
        from = to + 1;
      }
      add(chunk.slice(from));
    },
    end() {
      if (rest !== '') finish();
    },
  };
}
