// Twilio's signature of webhooks: HMAC-SHA1 over the address and the sorted parameters, as its own library does it.
import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';

/** What was sent: the address as its sender knows it, and the body as it came. */
export type SignedRequest = { url: string; body: string; is_json: boolean };

/**
 * Whether one of the keys made this signature. The address counts with and without the default port, repeated
 * parameters once, empty ones too; a JSON body by its SHA-256 in the query.
 * @param tokens the account's primary and secondary auth token; none = nothing is signed
 */
export const isSigned = (
  tokens: string[],
  signature: string,
  { url, body, is_json }: SignedRequest,
): boolean =>
  tokens.some((token) =>
    is_json
      ? twilioWebhooks.validateRequestWithBody(token, signature, url, body)
      : twilioWebhooks.validateRequest(token, signature, url, parametersOf(body)),
  );

/** Signs a form as Twilio does. @param url as the receiver knows it, with its query */
export const signForm = (token: string, url: string, form: URLSearchParams): string =>
  twilioWebhooks.getExpectedTwilioSignature(token, url, parametersOf(form.toString()));

/** A repeated parameter is a list of its values. */
const parametersOf = (body: string): Record<string, string | string[]> => {
  const form = new URLSearchParams(body);
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const values = form.getAll(name);
      return [name, values.length === 1 ? values[0]! : values];
    }),
  );
};
