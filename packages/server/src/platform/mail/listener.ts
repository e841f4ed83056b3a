// The built-in mail server: takes mail for our own addresses, from anybody, and for no others.
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { Log } from '../ports.ts';
import { MOST_MAIL_BYTES } from './parse.ts';

export type MailDoor = {
  /** Whether mail to an address is taken. */
  accepts: (address: string) => Promise<boolean>;
  /** Takes a mail over; when it resolves, nothing of the mail can be lost any more. */
  receive: (mail: { raw: Buffer; sender: string; recipients: string[] }) => Promise<void>;
};

export type MailListener = { port: number; stop: () => Promise<void> };

export type ListenerOptions = {
  port: number;
  host: string;
  /** What the server calls itself. */
  name: string;
  /** Certificate and key in PEM, for senders that encrypt. */
  tls: { cert: string; key: string } | null;
  log: Log;
};

const MOST_RECIPIENTS = 50;
const MOST_CONNECTIONS = 100;
const SILENCE_MS = 60_000;

/** Listens. @throws Error when the port cannot be had */
export const startMailListener = async (
  door: MailDoor,
  { port, host, name, tls, log }: ListenerOptions,
): Promise<MailListener> => {
  const server = new SMTPServer({
    name,
    banner: 'Rapport',
    ...(tls ?? { hideSTARTTLS: true }),
    disabledCommands: ['AUTH', ...(tls ? [] : ['STARTTLS'])],
    authOptional: true,
    size: MOST_MAIL_BYTES,
    maxClients: MOST_CONNECTIONS,
    socketTimeout: SILENCE_MS,
    closeTimeout: 5_000,
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, session, callback) => {
      void answerAfter(callback, log, async () => {
        if (session.envelope.rcptTo.length >= MOST_RECIPIENTS)
          throw answer(452, '4.5.3 Too many recipients');
        if (!(await door.accepts(address)))
          throw answer(550, '5.1.1 There is no such address here');
      });
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        // The rest is read and dropped: the sender is told only after its final dot.
        if (size <= MOST_MAIL_BYTES) chunks.push(chunk);
      });
      stream.on('end', () => {
        void answerAfter(callback, log, async () => {
          if (size > MOST_MAIL_BYTES)
            throw answer(552, '5.3.4 The mail is larger than this server takes');
          await door.receive({ raw: Buffer.concat(chunks), ...envelopeOf(session) });
        });
      });
    },
  });
  server.on('error', (error) => log.warn({ err: error }, 'a mail connection failed'));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

const envelopeOf = ({ envelope: { mailFrom, rcptTo } }: SMTPServerSession) => ({
  sender: mailFrom ? mailFrom.address : '',
  recipients: rcptTo.map(({ address }) => address),
});

type Answer = Error & { responseCode: number };

const answer = (responseCode: number, text: string): Answer =>
  Object.assign(new Error(text), { responseCode });

/** Without an answer of ours, whoever sends keeps the mail and comes again: nothing is lost while our database is away. */
const answerAfter = async (
  callback: (error?: Error | null) => void,
  log: Log,
  work: () => Promise<void>,
): Promise<void> => {
  let refusal: Answer | null = null;
  try {
    await work();
  } catch (error) {
    refusal =
      'responseCode' in (error as Answer)
        ? (error as Answer)
        : answer(451, '4.3.0 Try again later');
    if (refusal !== error) log.error({ err: error }, 'a mail could not be taken over');
  }
  callback(refusal);
};
