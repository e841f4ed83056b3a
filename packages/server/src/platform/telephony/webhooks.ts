// The doors for carriers: a webhook in Twilio's format is let in when its signature proves that it comes from
// the account of the organization whose number it names. The simulated network uses the same doors.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { BaseCtx, Ctx } from '../ctx.ts';
import { defineErrors } from '../errors.ts';
import { systemCtx } from '../jobs/jobs.ts';
import { findLine, findServiceLine } from './lines.queries.ts';
import type { Line } from './telephony.ts';
import { isSigned } from './signature.ts';

const MOST_BYTES = 256 * 1024;
const EMPTY_TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>';

const webhookErrors = defineErrors({
  SIGNATURE_INVALID: {
    status: 403,
    message:
      'This request is not signed by the carrier account of the number that it names. Check PUBLIC_URL and the auth token in the settings.',
  },
});

/** What the carrier says. Names are Twilio's: `MessageSid`, `From`, `To`, `Body` ... */
export type CarrierRequest = {
  form: URLSearchParams;
  query: URLSearchParams;
  /** Our number that it concerns. */
  line: Line;
};

export type CarrierRoute = {
  /** `/webhooks/twilio/...` */
  path: string;
  /** What holds our own number: `To` of what comes in, `From` of what we sent, or our own callback's query. */
  own_number: (form: URLSearchParams, query: URLSearchParams) => string | null;
  /** Commits, then answers in TwiML; nothing slow. @returns TwiML, or nothing for an empty answer */
  handle: (ctx: Ctx, request: CarrierRequest) => Promise<string | void>;
};

/** Mounts webhooks behind the signature check. `PUBLIC_URL` decides what was signed. */
export const mountCarrierWebhooks = (
  app: FastifyInstance,
  base: BaseCtx,
  routes: CarrierRoute[],
): void => {
  const findKeys = rememberKeys(base);
  void app.register(async (scope) => {
    // The raw form is what was signed: parameters that we do not know, empty and repeated ones too.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'application/json'],
      { parseAs: 'string', bodyLimit: MOST_BYTES },
      (_request, body, done) => done(null, body),
    );
    for (const { path, own_number, handle } of routes)
      scope.post(path, async (request, reply) => {
        const form = formOf(request);
        const query = new URLSearchParams(request.url.split('?')[1] ?? '');
        const line = await findKeys(
          own_number(form, query),
          form.get('MessagingServiceSid'),
          signedBy(base, request),
        );
        const ctx = systemCtx(base, line.organization_id, 'webhook');
        const twiml = await handle(ctx, { form, query, line });
        return reply.type('text/xml; charset=utf-8').send(twiml ?? EMPTY_TWIML);
      });
  });
};

const signedBy = (base: BaseCtx, request: FastifyRequest) => {
  const signature = request.headers['x-twilio-signature'];
  const body = String(request.body ?? '');
  const signed = { url: base.ports.public_url + request.url, body, is_json: isJson(request) };
  return (tokens: string[]): boolean =>
    typeof signature === 'string' && isSigned(tokens, signature, signed);
};

type Keys = { line: Line; tokens: string[]; until: number };

const KEPT_MS = 2000;
const MOST_KEPT = 10_000;

/**
 * Finds whose number it is and whether one of their keys made the signature. What opened is remembered for a
 * moment, since a busy number asks many times a second; what did not open is looked up anew.
 */
const rememberKeys = (base: BaseCtx) => {
  const kept = new Map<string, Keys>();
  /** @throws SIGNATURE_INVALID also when there is no such number, no key, or no signature */
  return async (
    address: string | null,
    service: string | null,
    isSignedBy: (tokens: string[]) => boolean,
  ): Promise<Line> => {
    const name = `${address} ${service}`;
    const known = kept.get(name);
    if (known && known.until > Date.now() && isSignedBy(known.tokens)) return known.line;
    const found = await loadKeys(base, address, service);
    if (!found || !isSignedBy(found.tokens)) throw webhookErrors.SIGNATURE_INVALID();
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(name, { ...found, until: Date.now() + KEPT_MS });
    return found.line;
  };
};

/** The organization comes from our own number, or from the messaging service that stands for it. */
const loadKeys = async (
  base: BaseCtx,
  address: string | null,
  service: string | null,
): Promise<Omit<Keys, 'until'> | null> => {
  const line =
    (address ? await findLine(base, bareNumber(address)) : undefined) ??
    (service ? await findServiceLine(base, service) : undefined);
  if (!line) return null;
  const ctx = systemCtx(base, line.organization_id, 'webhook');
  return { line, tokens: await base.ports.telephony[line.provider].webhookTokens(ctx) };
};

/** "whatsapp:+1..." is the same number on another channel. */
const bareNumber = (address: string): string => address.replace(/^[a-z]+:/, '');

/** A JSON body is the carrier's way for events; its values are read by the same names. */
const formOf = (request: FastifyRequest): URLSearchParams => {
  const body = (request.body as string | undefined) ?? '';
  if (!isJson(request)) return new URLSearchParams(body);
  try {
    const values: unknown = JSON.parse(body);
    return new URLSearchParams(
      Object.entries(values ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
    );
  } catch {
    return new URLSearchParams();
  }
};

const isJson = (request: FastifyRequest): boolean =>
  request.headers['content-type']?.includes('json') ?? false;
