// The HTTP server: Fastify with its plugins, one error body, health checks, and the built web app.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import websocket from '@fastify/websocket';
import fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { platformErrors, Refusal } from '../errors.ts';

const WEB = join(import.meta.dirname, '../../../../web/dist');
const JSON_LIMIT = 2 * 1024 * 1024;
// Histories of many years with their pictures; the file goes to disk as it arrives.
const UPLOAD_LIMIT = 8 * 1024 * 1024 * 1024;

export type ServerOptions = {
  log_level: string;
  trusted_proxies: string[];
  /** Whether the database answers, for /readyz. */
  isReady: () => Promise<boolean>;
};

/** A server without endpoints yet; the modules mount theirs on it. */
export const createServer = async (options: ServerOptions): Promise<FastifyInstance> => {
  const app = fastify({
    logger: {
      level: options.log_level,
      redact: ['req.headers.authorization', 'req.headers.cookie'],
    },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trusted_proxies.length > 0 ? options.trusted_proxies : false,
    bodyLimit: JSON_LIMIT,
    routerOptions: { maxParamLength: 1000 },
    forceCloseConnections: true,
  });
  await app.register(helmet, { contentSecurityPolicy: { directives: POLICY }, hsts: false });
  await app.register(multipart, { limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 20 } });
  await app.register(websocket, { options: { maxPayload: 64 * 1024 } });
  answerProblems(app);
  answerHealth(app, options);
  app.addHook('onRequest', async (request) => refuseOtherSites(request));
  await serveWeb(app);
  return app;
};

const POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
};

/** A browser names the page a request comes from; one from another site may not use our cookie. */
const refuseOtherSites = (request: FastifyRequest): void => {
  const { origin, host, cookie } = request.headers;
  if (origin === undefined || cookie === undefined) return;
  if (request.method === 'GET' && request.headers.upgrade === undefined) return;
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw platformErrors.ORIGIN_DENIED();
};

const answerProblems = (app: FastifyInstance): void => {
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const refusal = asRefusal(error);
    if (refusal.status >= 500)
      request.log.error({ err: error, url: request.url }, 'request failed');
    return reply
      .code(refusal.status)
      .type('application/json')
      .send({
        error: { code: refusal.code, message: refusal.message, details: refusal.details },
      });
  });
};

/** What PostgreSQL says of a NUL in text, and of a number or date beyond what its types hold. */
const UNSTORABLE = new Set(['22021', '22P05', '22003', '22007', '22008']);

const asRefusal = (error: Error & { statusCode?: number; code?: string }): Refusal => {
  if (error instanceof Refusal) return error;
  const status = error.statusCode ?? 500;
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' || error.code === 'FST_REQ_FILE_TOO_LARGE')
    return new Refusal('TOO_LARGE', 413, 'The request is larger than the server accepts.', {});
  if (status === 429) return platformErrors.RATE_LIMITED();
  if (UNSTORABLE.has(error.code ?? '')) return platformErrors.UNSTORABLE();
  if (status >= 400 && status < 500)
    return new Refusal(
      'INVALID_INPUT',
      status,
      `The request could not be read: ${error.message}.`,
      {},
    );
  return platformErrors.INTERNAL();
};

const answerHealth = (app: FastifyInstance, { isReady }: ServerOptions): void => {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const ready = await isReady().catch(() => false);
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'database does not answer' });
  });
};

/** The web app's files; every other address that is not the API's gets its page, which routes by itself. */
const serveWeb = async (app: FastifyInstance): Promise<void> => {
  const built = existsSync(join(WEB, 'index.html'));
  if (built)
    await app.register(fastifyStatic, {
      root: WEB,
      index: false,
      dotfiles: 'ignore',
      preCompressed: true,
      setHeaders: (response, path) =>
        void response.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    });
  app.setNotFoundHandler((request, reply) => {
    const wantsPage =
      request.method === 'GET' && !/^\/(api|contact-intel|internal|assets)\//.test(request.url);
    if (built && wantsPage) return reply.sendFile('index.html');
    throw platformErrors.NOT_FOUND();
  });
};
