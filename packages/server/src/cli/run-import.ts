// An import in this process: with a progress line, stopped cleanly by Ctrl-C, and a report at the end.
import type { HistoryImport } from '@rapport/contract/transfer.api';
import {
  cancelImport,
  getImport,
  listRejections,
  queueImport,
} from '../modules/transfer/imports.service.ts';
import { runImport } from '../modules/transfer/run.service.ts';
import type { Ctx } from '../platform/ctx.ts';

type Import = Awaited<ReturnType<typeof getImport>>;

const HAND_OVER_MS = 60_000;
const KEEP_MS = 20_000;
const BAR_WIDTH = 24;
const SHOWN_REJECTIONS = 20;

/**
 * Runs an import here and shows how far it is. If this process is killed, the workers of a server finish
 * the import a minute later.
 * @returns how it ended
 */
export const runHere = async (ctx: Ctx, id: string): Promise<Import> => {
  const progress = showProgress(() => getImport(ctx, id));
  try {
    await workHere({
      run: async () => runImport(ctx, id, true),
      queue: async (run_at) => queueImport(ctx, id, run_at),
      cancel: async () => void (await cancelImport(ctx, id)),
    });
  } finally {
    progress.end();
  }
  return getImport(ctx, id);
};

/**
 * Does the work of a queued job in this process, which keeps the workers away while it lives. Ctrl-C cancels.
 * @param work `queue` hands the job over, not before a time; asking again moves it
 */
export const workHere = async (work: {
  run: () => Promise<void>;
  queue: (run_at: Date) => Promise<void>;
  cancel: () => Promise<void>;
}): Promise<void> => {
  const keep = async () => work.queue(new Date(Date.now() + HAND_OVER_MS));
  await keep();
  const keeping = setInterval(() => void keep().catch(() => undefined), KEEP_MS);
  const stop = () => void work.cancel().catch(() => undefined);
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    await work.run();
  } finally {
    clearInterval(keeping);
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
};

/** A bar that is drawn over itself on a terminal, a line now and then elsewhere. */
const showProgress = (look: () => Promise<Import>) => {
  const { isTTY } = process.stdout;
  const began = Date.now();
  let ended = false;
  const draw = async (): Promise<void> => {
    const now = await look();
    if (ended) return;
    const line = progressLine(now, (Date.now() - began) / 1000);
    process.stdout.write(isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  };
  const timer = setInterval(() => void draw().catch(() => undefined), isTTY ? 200 : 5000);
  return {
    end: () => {
      ended = true;
      clearInterval(timer);
      if (isTTY) process.stdout.write('\r\u001b[K');
    },
  };
};

const progressLine = (now: Import, seconds: number): string => {
  const share = now.size_bytes === 0 ? 0 : Math.min(1, now.bytes_done / now.size_bytes);
  const done = Math.round(share * BAR_WIDTH);
  const bar = '#'.repeat(done) + '.'.repeat(BAR_WIDTH - done);
  const messages = now.messages_created + now.messages_known;
  const parts = [
    `${count(now.messages_created)} new`,
    `${count(now.messages_known)} known`,
    ...(now.rows_rejected > 0 ? [`${count(now.rows_rejected)} rejected`] : []),
    `${count(Math.round(messages / seconds))} messages/s`,
  ];
  return `[${bar}] ${Math.floor(share * 100)} %  ${parts.join(', ')}`;
};

/** Prints what an import did. @returns whether it completed */
export const printReport = async (ctx: Ctx, result: Import): Promise<boolean> => {
  const table: [string, number][] = [
    ['contacts created', result.contacts_created],
    ['messages new', result.messages_created],
    ['messages known', result.messages_known],
    ['rows skipped', result.rows_skipped],
    ['rows rejected', result.rows_rejected],
  ];
  for (const [name, value] of table) console.log(`${name.padEnd(18)}${count(value).padStart(10)}`);
  await printRejections(ctx, result);
  const sentence = ENDINGS[result.status]?.(result);
  if (sentence) console.error(sentence);
  return result.status === 'completed';
};

const ENDINGS: Partial<Record<HistoryImport['status'], (result: Import) => string>> = {
  cancelled: () => 'Stopped. What is in stays in; import the file again to complete it.',
  failed: ({ error }) => error ?? 'The import failed.',
};

const printRejections = async (ctx: Ctx, { id }: Import): Promise<void> => {
  const { rejections, total_count } = await listRejections(ctx, id, SHOWN_REJECTIONS);
  if (total_count === 0) return;
  console.log('Rejected:');
  for (const { line, reason } of rejections) console.log(`  line ${line}: ${reason}`);
  const rest = total_count - rejections.length;
  const page = `${ctx.ports.public_url}/import`;
  if (rest > 0) console.log(`  and ${count(rest)} more: see ${page} while the server runs.`);
};

const count = (value: number): string => value.toLocaleString('en');
