import { useEffect, useRef, useState } from 'react';
import { useDebounced } from '../../lib/use-debounced.ts';

/**
 * The text in a search box over a search that lives in the address. Typing shows at once and reaches the
 * address 300 ms after the last key; an address that changes by itself (Back, a link) reaches the box.
 * @param onSearch called with the trimmed text
 */
export const useSearchText = (
  search: string,
  onSearch: (search: string) => void,
): [string, (text: string) => void] => {
  const [text, setText] = useState(search);
  const settled = useDebounced(text);
  const inAddress = useRef(search);
  const notify = useRef(onSearch);
  useEffect(() => {
    notify.current = onSearch;
  });

  useEffect(() => {
    if (search === inAddress.current) return;
    inAddress.current = search;
    setText(search);
  }, [search]);

  useEffect(() => {
    const next = settled.trim();
    if (next === inAddress.current) return;
    inAddress.current = next;
    notify.current(next);
  }, [settled]);

  return [text, setText];
};
