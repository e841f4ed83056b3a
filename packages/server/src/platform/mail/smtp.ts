// Carries mail by SMTP. What counts is to know, after a failure, whether the other side may have taken the mail.
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { isPrivateAddress } from '../http/fetch-foreign.ts';
import type { Carried, MailCarrier, OutgoingMail, SmtpServer } from './carrier.ts';

const TIMEOUTS = { connectionTimeout: 20_000, greetingTimeout: 20_000, dnsTimeout: 10_000 };
/** RFC 5321 (4.5.3.2.6) asks for ten minutes after the final dot; most servers answer within seconds. */
const SILENCE_MS = 5 * 60_000;
const VERIFY_SILENCE_MS = 20_000;

type SmtpError = Error & { responseCode?: number; response?: string; code?: string };

export type SmtpOptions = {
  /** How long the server may say nothing. */
  silence_ms?: number;
  /** Whether the server may stand in our own network: not where strangers name it. */
  allow_private?: boolean;
};

export const smtpCarrier = (
  server: SmtpServer,
  { silence_ms = SILENCE_MS, allow_private = true }: SmtpOptions = {},
): MailCarrier => ({
  carry: async (_ctx, mail) => {
    try {
      const connection = await open(server, silence_ms, allow_private);
      return await send(connection, mail);
    } catch (error) {
      // What it says of our password or of its encryption is not about the mail: it may be mended.
      return { outcome: 'retry', response: wordsOf(error as SmtpError) };
    }
  },
  verify: async () => {
    try {
      const connection = await open(server, VERIFY_SILENCE_MS, allow_private);
      connection.quit();
    } catch (error) {
      throw new Error(wordsOf(error as SmtpError), { cause: error });
    }
  },
});

const connectionTo = (
  { host, port, tls }: SmtpServer,
  address: string,
  silence_ms: number,
): SMTPConnection => {
  const connection = new SMTPConnection({
    host: address,
    ...(isIP(host) ? {} : { servername: host }),
    port,
    secure: tls === 'tls',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    socketTimeout: silence_ms,
    ...TIMEOUTS,
  });
  // An error after its outcome is known (a server that hangs up on QUIT) is nobody's concern.
  connection.on('error', () => undefined);
  return connection;
};

/** Connects and signs in. */
const open = async (
  server: SmtpServer,
  silence_ms: number,
  allow_private: boolean,
): Promise<SMTPConnection> => {
  const { username, password, host } = server;
  const address = allow_private ? host : await publicAddressOf(host);
  const connection = connectionTo(server, address, silence_ms);
  try {
    await step(connection, (done) => connection.connect(done));
    if (username)
      await step(connection, (done) =>
        connection.login({ user: username, pass: password ?? '' }, done),
      );
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
};

/** Looked up once, and the same address is used: a name may lead elsewhere a moment later. */
const publicAddressOf = async (host: string): Promise<string> => {
  const found = await lookup(host, { all: true });
  if (found.some(({ address }) => isPrivateAddress(address)))
    throw new Error('A mail server in a private network may not be used here.');
  return found[0]!.address;
};

/** One step of the dialogue; the connection tells some failures by an event, others by the callback. */
const step = async (
  connection: SMTPConnection,
  run: (done: (error?: Error | null) => void) => void,
): Promise<void> => {
  const ended = new AbortController();
  const { signal } = ended;
  try {
    await Promise.race([
      new Promise<void>((resolve, reject) => run((error) => (error ? reject(error) : resolve()))),
      once(connection, 'error', { signal }).then(([error]) => Promise.reject(error)),
      once(connection, 'end', { signal }).then(() =>
        Promise.reject(new Error('The server closed the connection.')),
      ),
    ]);
  } finally {
    ended.abort();
  }
};

const send = async (connection: SMTPConnection, mail: OutgoingMail): Promise<Carried> => {
  const { sender, recipient, raw } = mail;
  const source = piecesOf(raw);
  try {
    const response = await new Promise<string>((resolve, reject) => {
      connection.once('error', reject);
      connection.send(
        { from: sender, to: [recipient], size: raw.length },
        source.stream,
        (error, info) => (error || !info ? reject(error) : resolve(info.response)),
      );
    });
    connection.quit();
    return { outcome: 'sent', response: plain(response) };
  } catch (error) {
    connection.close();
    return outcomeOf(error as SmtpError, source.isHandedOver());
  }
};

const PIECE_BYTES = 64 * 1024;

/** Is read only once the server has said that it wants the mail (354), and knows when all of it was. */
const piecesOf = (raw: Buffer) => {
  let isHandedOver = false;
  const pieces = function* (): Generator<Buffer> {
    for (let i = 0; i < raw.length; i += PIECE_BYTES) yield raw.subarray(i, i + PIECE_BYTES);
    isHandedOver = true;
  };
  return { stream: Readable.from(pieces()), isHandedOver: () => isHandedOver };
};

/** 5xx is for ever, 4xx for now; without an answer it depends on whether the mail was handed over. */
const outcomeOf = (error: SmtpError, isHandedOver: boolean): Carried => {
  const response = wordsOf(error);
  const { responseCode, code } = error;
  // It was not even tried: too large for this server, or no address.
  if (!responseCode && (code === 'EMESSAGE' || code === 'EENVELOPE'))
    return { outcome: 'failed', response, code: '552', status: null };
  if (responseCode && responseCode >= 500)
    return {
      outcome: 'failed',
      response,
      code: String(responseCode),
      status: /\b5\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0] ?? null,
    };
  return { outcome: !responseCode && isHandedOver ? 'unknown' : 'retry', response };
};

/** What goes wrong before a server has said a word. */
const SENTENCES: [RegExp, string][] = [
  [/ECONNREFUSED/, 'Nothing listens at this host and port (ECONNREFUSED).'],
  [/ENOTFOUND|EAI_AGAIN/, 'There is no host of this name.'],
  [
    /wrong version number/,
    'The server does not speak TLS on this port. Choose STARTTLS, or another port.',
  ],
  [/certificate|altnames/i, 'The certificate of the server is not trusted'],
];

/** The server's own words, else ours. */
const wordsOf = ({ response, message, code }: SmtpError): string => {
  if (response)
    return plain(code === 'ETLS' ? `The server does not encrypt: ${response}` : response);
  const known = SENTENCES.find(([pattern]) => pattern.test(message))?.[1];
  return plain(known?.endsWith('.') ? known : [known, message].filter(Boolean).join(': '));
};
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 500);
