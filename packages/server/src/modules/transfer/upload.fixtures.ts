// Uploads as a browser makes them, on a real socket, and files in the three formats.
import type { HistoryImport } from '@rapport/contract/transfer.api';
import type { TestCaller } from '../../platform/testing/builders.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';
import { until } from '../../platform/testing/waiting.ts';

type Upload = { name: string; content: string | Uint8Array<ArrayBuffer> };

/** Sends a file with its options. @returns status and body as they came */
export const upload = async (
  server: TestServer,
  { headers }: TestCaller,
  file: Upload | null,
  options: Record<string, string> = {},
): Promise<{ status: number; body: any }> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(options)) form.set(name, value);
  if (file) form.set('file', new Blob([file.content]), file.name);
  const url = `${await server.listen()}/api/imports`;
  const response = await fetch(url, { method: 'POST', headers, body: form });
  return { status: response.status, body: await response.json() };
};

/** Until an import is over or asks something. */
export const settled = ({ client }: TestCaller, import_id: string): Promise<HistoryImport> =>
  until(`import ${import_id}`, async () => {
    const found = await client.getImport({ params: { import_id } });
    return ['queued', 'running'].includes(found.status) ? null : found;
  });

/** Uploads a file and waits for what becomes of it. */
export const importFile = async (
  server: TestServer,
  caller: TestCaller,
  file: Upload,
  options: Record<string, string> = {},
): Promise<HistoryImport> => {
  const { status, body } = await upload(server, caller, file, options);
  if (status !== 202) throw new Error(`the upload was refused: ${JSON.stringify(body)}`);
  return settled(caller, body.id);
};

/** One line of our own format. */
export const line = (overrides: object = {}): string =>
  JSON.stringify({
    contact: { phone: '+12125550131', name: 'Ann Lee' },
    direction: 'inbound',
    channel: 'sms',
    body: 'Hello',
    sent_at: '2025-05-05T10:00:00Z',
    ...overrides,
  });

export const jsonLines = (...lines: string[]): Upload => ({
  name: 'history.jsonl',
  content: lines.join('\n'),
});

/** What "SMS Backup & Restore" writes: [number, 1 received or 2 sent, body], a minute apart. */
export const smsBackup = (...messages: [string, 1 | 2, string][]): Upload => ({
  name: 'sms-20250505.xml',
  content: [
    "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>",
    `<smses count="${messages.length}">`,
    ...messages.map(
      ([address, type, body], n) =>
        `<sms address="${address}" date="${1_746_439_200_000 + n * 60_000}" type="${type}" body="${body}" contact_name="Bo Ek" />`,
    ),
    '</smses>',
  ].join('\n'),
});

export const CHAT = [
  '31/12/2023, 21:40 - Messages and calls are end-to-end encrypted. Tap to learn more.',
  '31/12/2023, 21:45 - Anna Beck: Happy new year!',
  'and a second line',
  '31/12/2023, 21:46 - Kai Lund: You too',
  '31/12/2023, 21:47 - Anna Beck: <Media omitted>',
  '',
].join('\n');
