import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type FeedRow, guessHeight } from './feed-rows.ts';

/** Pixels from the end within which somebody counts as reading the newest message. */
const AT_END = 80;
/** Rows from the top at which the next older page is asked for. */
const NEAR_TOP = 12;

/**
 * The scrolling of a conversation: starts at the end and stays there while messages arrive, keeps its place
 * when older ones are put in front, asks for those in time, and says when something new is out of sight.
 */
export const useFeedScroll = ({
  box,
  rows,
  onNearTop,
}: {
  box: RefObject<HTMLDivElement | null>;
  /** Oldest first. */
  rows: FeedRow[];
  /** Null when there is nothing older to load, or it is being loaded. */
  onNearTop: (() => void) | null;
}) => {
  const [hasUnseen, setHasUnseen] = useState(false);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const [isReady, setIsReady] = useState(false);
  // The compiler leaves this hook as it is written, which is what the library asks for.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => guessHeight(rows[index]),
    getItemKey: (index) => rows[index]?.key ?? index,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: AT_END,
    overscan: 8,
    paddingStart: 8,
    paddingEnd: 16,
    onChange: (instance) => {
      const atEnd = instance.isAtEnd(AT_END);
      setIsAtEnd(atEnd);
      if (atEnd) setHasUnseen(false);
    },
  });

  const wasAtEnd = useRef(true);
  useLayoutEffect(() => {
    virtualizer.scrollToEnd();
    const frame = requestAnimationFrame(() => setIsReady(true));
    return () => cancelAnimationFrame(frame);
  }, [virtualizer]);

  // The compose box below grows and shrinks: who reads the end keeps reading it.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let height = element.clientHeight;
    const observer = new ResizeObserver(() => {
      const isLower = element.clientHeight !== height;
      height = element.clientHeight;
      if (isLower && wasAtEnd.current) virtualizer.scrollToEnd();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, virtualizer]);

  const newest = rows.at(-1)?.key;
  const seen = useRef(newest);
  useEffect(() => {
    if (newest !== seen.current && !wasAtEnd.current) setHasUnseen(true);
    seen.current = newest;
  }, [newest]);
  useEffect(() => {
    wasAtEnd.current = isAtEnd;
  }, [isAtEnd]);

  const first = virtualizer.range?.startIndex ?? rows.length;
  useEffect(() => {
    if (isReady && first < NEAR_TOP) onNearTop?.();
  }, [isReady, first, onNearTop]);

  return { virtualizer, isAtEnd, hasUnseen };
};
