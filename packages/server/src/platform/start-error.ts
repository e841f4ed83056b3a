const NAME = 'StartError';

/**
 * An error that stops the start and is shown to the person who started us as it is: no stack trace.
 * @param message one sentence: what is wrong and what to do
 */
export function startError(message: string): Error {
  const error = new Error(message);
  error.name = NAME;
  return error;
}

/** Whether `error` was made by {@link startError}, so that its message alone is worth printing. */
export function isStartError(error: unknown): error is Error {
  return error instanceof Error && error.name === NAME;
}
