// Starts the server: settings, database, modules, port; and ends it cleanly on a signal.
import { compose, type Rapport } from './compose.ts';
import { type Config, readConfig } from './config.ts';
import { startEmbedded } from './platform/db/embedded/embedded.ts';
import { isStartError, startError } from './platform/start-error.ts';

const say = (line: string) => console.log(line);

const start = async (): Promise<void> => {
  const config = readConfig();
  const postgres = config.database_url
    ? null
    : await startEmbedded({ data_dir: config.data_dir, log: say });
  let rapport: Rapport | null = null;
  let closing = false;
  const close = async (code: number): Promise<void> => {
    if (closing) return;
    closing = true;
    await rapport?.close().catch(() => undefined);
    await postgres?.stop().catch(() => undefined);
    process.exit(code);
  };
  process.on('SIGTERM', () => void close(0));
  process.on('SIGINT', () => void close(0));
  postgres?.onExit(() => {
    if (closing) return;
    console.error(
      'The built-in database stopped by itself; see postgres.log in DATA_DIR, then start again.',
    );
    void close(1);
  });
  try {
    rapport = await compose(config, { database_url: config.database_url ?? postgres!.url });
    await listen(rapport, config);
    say(`Rapport is ready at ${readyUrl(rapport, config)}`);
  } catch (error) {
    complain(error);
    await close(1);
  }
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
    throw error;
  }
};

const readyUrl = ({ app }: Rapport, config: Config): string => {
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  return config.port === 0 ? `http://localhost:${port}` : config.public_url;
};

const complain = (error: unknown): void => {
  if (isStartError(error)) console.error(error.message);
  else console.error('Rapport could not start:', error);
};

await start().catch((error: unknown) => {
  complain(error);
  process.exit(1);
});
