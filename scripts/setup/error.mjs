/** An error whose message is one sentence for the person at the terminal. */
export function setupError(message) {
  const error = new Error(message);
  error.name = 'SetupError';
  return error;
}
