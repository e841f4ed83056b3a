// A mail server of tests, which treats a mail as the name of its recipient says.
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { SmtpServer } from './carrier.ts';

export type TakenMail = { sender: string; recipient: string; raw: string };

export type SmtpStandIn = {
  server: SmtpServer;
  /** What it has taken over, the lost answers included. */
  taken: TakenMail[];
  /** How often it was asked to take a mail for a recipient. */
  asked: Map<string, number>;
  stop: () => Promise<void>;
};

const refusal = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode });

const AT_RECIPIENT: Record<string, Error> = {
  busy: refusal(421, '4.3.2 Come again later'),
  greylisted: refusal(450, '4.2.0 Greylisted, try again in 5 minutes'),
  nobody: refusal(550, '5.1.1 There is no nobody here'),
};
const AT_THE_END: Record<string, Error> = {
  full: refusal(452, '4.2.2 Mailbox full'),
  spam: refusal(554, '5.7.1 This looks like spam'),
};

/**
 * Starts one. Recipients: `busy`, `greylisted`, `nobody` are refused at once; `full` and `spam` after the
 * mail; `dropped` gets its mail and the answer is lost; `cut` loses the connection in the middle;
 * `silent` gets it and the server says nothing more; everybody else gets it.
 */
export const startSmtpStandIn = async (options: SMTPServerOptions = {}): Promise<SmtpStandIn> => {
  const taken: TakenMail[] = [];
  const asked = new Map<string, number>();
  const sockets = new Set<Socket>();
  const nameOf = (address: string): string => address.split(/[+@]/)[0]!;
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    ...options,
    onRcptTo: ({ address }, _session, callback) => {
      asked.set(address, (asked.get(address) ?? 0) + 1);
      callback(AT_RECIPIENT[nameOf(address)] ?? null);
    },
    onData: (stream, { envelope }, callback) => {
      const recipient = envelope.rcptTo[0]!.address;
      const name = nameOf(recipient);
      const drop = (): void => {
        for (const socket of sockets) socket.destroy();
      };
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (name === 'cut') drop();
      });
      stream.on('end', () => {
        if (AT_THE_END[name]) return callback(AT_THE_END[name]);
        taken.push({
          sender: envelope.mailFrom ? envelope.mailFrom.address : '',
          recipient,
          raw: Buffer.concat(chunks).toString(),
        });
        if (name === 'dropped') drop();
        else if (name !== 'silent') callback(null, '2.0.0 Queued as 4711');
      });
    },
  });
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    server: { host: '127.0.0.1', port, tls: 'none', username: null, password: null },
    taken,
    asked,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
