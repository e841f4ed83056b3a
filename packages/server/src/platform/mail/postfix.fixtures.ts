// A real Postfix for tests, with its queue and its configuration in a folder of its own.
import { execFile, execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Why no Postfix can be started here; null when one can. */
export const postfixMissing = (): string | null => {
  if (process.getuid?.() !== 0) return 'Postfix starts only as root';
  try {
    execFileSync('postconf', ['-d', 'mail_version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'Postfix is not installed (apt-get install postfix)';
  }
};

export type Postfix = { port: number; log: () => Promise<string>; stop: () => Promise<void> };

/**
 * Starts a Postfix that takes mail from this machine and hands all of it to one server, at once.
 * @param relay_port where that server listens
 */
export const startPostfix = async (relay_port: number): Promise<Postfix> => {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-postfix-'));
  const port = await freePort();
  const [config, queue, data] = ['conf', 'queue', 'data'].map((name) => join(folder, name));
  await chmod(folder, 0o755);
  await Promise.all([mkdir(config!), mkdir(queue!), mkdir(data!)]);
  await run('chown', ['postfix', data!]);
  const log = join(folder, 'log');
  const settings = {
    compatibility_level: '3.6',
    queue_directory: queue,
    data_directory: data,
    maillog_file: log,
    maillog_file_prefixes: folder,
    myhostname: 'postfix.example',
    mydestination: '',
    local_recipient_maps: '',
    local_transport: 'error:nothing is local',
    mynetworks: '127.0.0.0/8',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    default_transport: `smtp:[127.0.0.1]:${relay_port}`,
    relay_transport: `smtp:[127.0.0.1]:${relay_port}`,
    smtpd_recipient_restrictions: 'permit_mynetworks, reject',
    smtp_tls_security_level: 'none',
  };
  await writeFile(
    join(config!, 'main.cf'),
    Object.entries(settings)
      .map(([name, value]) => `${name} = ${value}\n`)
      .join(''),
  );
  const services = (
    await readFile('/etc/postfix/master.cf', 'utf8').catch(() =>
      readFile('/usr/share/postfix/master.cf.dist', 'utf8'),
    )
  ) // Without chroot, and on a port of its own.
    .replace(/^(\S+\s+(?:inet|unix|fifo|unix-dgram|pass)\s+\S+\s+\S+\s+)\S+/gm, '$1n')
    .replace(/^smtp(\s+inet)/m, `127.0.0.1:${port}$1`);
  const logger = /^postlog\s/m.test(services) ? '' : 'postlog unix-dgram n - n - 1 postlogd\n';
  await writeFile(join(config!, 'master.cf'), services + logger);
  await run('postfix', ['-c', config!, 'start']);
  return {
    port,
    log: async () => readFile(log, 'utf8').catch(() => ''),
    stop: async () => {
      await run('postfix', ['-c', config!, 'stop']).catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const freePort = async (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
