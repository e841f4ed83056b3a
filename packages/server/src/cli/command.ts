// What each command is made of: its arguments, and the database and services that it works with.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { type Config, readConfig } from '../config.ts';
import { composeCore } from '../compose.ts';
import { listOrganizations } from '../modules/auth/operator.service.ts';
import type { BaseCtx, Ctx } from '../platform/ctx.ts';
import { joinDatabase } from '../platform/db/open.ts';
import { systemCtx } from '../platform/jobs/jobs.ts';
import { startError } from '../platform/start-error.ts';

export type Command = {
  name: string;
  /** As it is typed. */
  usage: string;
  /** What it does, and its options: one line each. */
  help: string[];
  /** @returns whether all went well */
  run: (args: string[]) => Promise<boolean>;
};

const NAME = 'UsageError';

/** @param message one sentence: what is wrong with how the command was typed */
export const usageError = (message: string): Error =>
  Object.assign(new Error(message), { name: NAME });

export const isUsageError = (error: unknown): error is Error =>
  error instanceof Error && error.name === NAME;

/** Reads the options and what stands beside them. @throws UsageError */
export const readArguments = <O extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: O,
) => {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    // Node's own sentence; what follows it is advice on quoting.
    const [sentence] = (error as Error).message.split(/\. |\n/);
    throw usageError(`${sentence}.`);
  }
};

/** Does `work` on the database that the settings name; one that was started for it is stopped again. */
export const withCore = async <T>(
  work: (base: BaseCtx, config: Config) => Promise<T>,
): Promise<T> => {
  const config = readConfig();
  const database = await joinDatabase(config, console.error);
  try {
    const core = await composeCore(config, { database_url: database.url });
    try {
      return await work(core.base, config);
    } finally {
      await core.sequencer.stop();
      await core.close();
    }
  } finally {
    await database.stop();
  }
};

/** Runs `work` inside an organization: the one that is wanted by name or id, else the only one. */
export const withOrganization = async <T>(
  wanted: string | undefined,
  work: (ctx: Ctx, organization: { id: string; name: string }) => Promise<T>,
): Promise<T> =>
  withCore(async (base, { public_url }) => {
    const all = await listOrganizations(base);
    if (all.length === 0)
      throw startError(`Nobody has signed up yet: start the server and open ${public_url} first.`);
    const organization = choose(all, wanted);
    return work(systemCtx(base, organization.id, 'command line'), organization);
  });

const choose = <O extends { id: string; name: string }>(all: O[], wanted?: string): O => {
  const same = (one: O) =>
    one.id === wanted?.toLowerCase() || one.name.toLowerCase() === wanted?.toLowerCase();
  const found = wanted === undefined ? all : all.filter(same);
  if (found.length === 1) return found[0]!;
  const names = all.map(({ id, name }) => `"${name}" (${id})`).join(', ');
  if (found.length === 0)
    throw startError(`There is no organization "${wanted}"; there are: ${names}.`);
  throw startError(`Choose one with --organization NAME or ID: ${names}.`);
};
