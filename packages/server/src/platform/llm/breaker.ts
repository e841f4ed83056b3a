// A circuit breaker: whoever fails again and again is left alone for a while.

/** So many failures in a row open the circuit. */
const MOST_FAILURES = 5;
/** How long nobody is asked, in milliseconds; then one may try. */
const REST_MS = 60_000;

type Circuit = { failures: number; open_until: number };

export type Breaker = {
  /** @returns whether `key` may be asked now; after a rest exactly one caller may, until it reports */
  mayTry: (key: string) => boolean;
  succeeded: (key: string) => void;
  failed: (key: string) => void;
};

/** @param now milliseconds since 1970 */
export const createBreaker = (now: () => number): Breaker => {
  const circuits = new Map<string, Circuit>();
  return {
    mayTry: (key) => {
      const circuit = circuits.get(key);
      if (!circuit || circuit.failures < MOST_FAILURES) return true;
      if (now() < circuit.open_until) return false;
      // The one who tries keeps the others out for another rest, or closes the circuit.
      circuit.open_until = now() + REST_MS;
      return true;
    },
    succeeded: (key) => {
      circuits.delete(key);
    },
    failed: (key) => {
      const failures = (circuits.get(key)?.failures ?? 0) + 1;
      circuits.set(key, { failures, open_until: now() + REST_MS });
    },
  };
};
