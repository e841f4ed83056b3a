import { useEffect, useState } from 'react';

/** A value that follows with a delay, so that typing does not ask the server for each letter. */
export const useDebounced = <T>(value: T, milliseconds = 300): T => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
};
