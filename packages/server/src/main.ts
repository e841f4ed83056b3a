// Starts the server: settings, database, modules, port; and ends it cleanly on a signal.
import { enableCompileCache } from 'node:module';
import type { Rapport } from './compose.ts';
import { type Config, readConfig } from './config.ts';
import { openDatabase } from './platform/db/open.ts';
import { isStartError, startError } from './platform/start-error.ts';

const start = async (): Promise<void> => {
  const config = readConfig();
  // The program is loaded while the database starts, and compiled once for all starts.
  enableCompileCache();
  const loading = import('./compose.ts');
  const database = await openDatabase(config, console.log);
  closers.push(database.stop);
  database.onExit(() => {
    if (isClosing) return;
    // What works on the database cannot be closed in good order any more.
    closers.splice(1);
    const sentence =
      'The built-in database stopped by itself; see postgres.log in DATA_DIR, then start again.';
    void fail(startError(sentence));
  });
  const { compose } = await loading;
  const rapport = await compose(config, { database_url: database.url });
  closers.push(rapport.close);
  await listen(rapport, config);
  console.log(`Rapport is ready at ${readyUrl(rapport, config)}`);
};

const listen = async ({ app }: Rapport, { host, port }: Config): Promise<void> => {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EADDRINUSE')
      throw startError(
        `Port ${port} is taken by another program. Stop it, or start with another one: PORT=${port + 1} npm start`,
      );
    if (code === 'EACCES')
      throw startError(
        `Port ${port} needs more rights than this user has. Use one above 1023, such as PORT=3000.`,
      );
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw startError(
        `This machine has no address ${host} to listen on. Leave HOST out to listen on all.`,
      );
    throw error;
  }
};

const readyUrl = ({ app }: Rapport, config: Config): string => {
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  return config.port === 0 ? `http://localhost:${port}` : config.public_url;
};

/** What is open, in the order of opening. */
const closers: (() => Promise<void>)[] = [];
let isClosing = false;

const close = async (code: number): Promise<void> => {
  if (isClosing) return;
  isClosing = true;
  for (const closer of closers.toReversed()) await closer().catch(() => undefined);
  process.exit(code);
};

const fail = async (error: unknown): Promise<void> => {
  if (isClosing) return;
  if (isStartError(error)) console.error(error.message);
  else console.error('Rapport could not start:', error);
  await close(1);
};

process.on('SIGTERM', () => void close(0));
process.on('SIGINT', () => void close(0));
await start().catch(fail);
