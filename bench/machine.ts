// Where a figure was measured: a figure without its machine says nothing.
import { readFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';

export type Machine = { cpu: string; cores: number; memory_gb: number; node: string; os: string };

export const thisMachine = (): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memory_gb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  os: `${process.platform} ${process.arch}`,
});

/** Highest resident memory while it was watched, in MB. */
export const watchMemory = () => {
  let peak = process.memoryUsage.rss();
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  return {
    end: (): number => {
      clearInterval(timer);
      return Math.round(Math.max(peak, process.memoryUsage.rss()) / 2 ** 20);
    },
  };
};

const TICKS_A_SECOND = 100;

/** Processor time that a process has used so far, in seconds; null where the system does not tell. */
export const cpuSeconds = async (pid: number): Promise<number | null> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  // Behind the name, which may hold spaces, in brackets.
  const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14);
  return (Number(user) + Number(system)) / TICKS_A_SECOND;
};

export const median = (values: number[]): number => quantile(values, 0.5);

/** Nearest rank: of a few values, the 0.05-quantile is the least one. */
export const quantile = (values: number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
};

/** Prints rows as a Markdown table. */
export const printTable = (rows: Record<string, string | number>[]): void => {
  const columns = Object.keys(rows[0]!);
  const lines = [columns, columns.map(() => '---'), ...rows.map((row) => Object.values(row))];
  for (const line of lines) console.log(`| ${line.join(' | ')} |`);
};
