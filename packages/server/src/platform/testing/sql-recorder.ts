// Notes each SQL statement with the function of a *.queries.ts file that issued it.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type KyselyPlugin, PostgresQueryCompiler } from 'kysely';
import type { RecordedQuery } from './recordings.ts';
import { shapeOf } from './sql-shape.ts';

const SOURCE = join(import.meta.dirname, '../..');

export type Recorder = {
  plugin: KyselyPlugin;
  /** Writes what was recorded into `folder`, for the comparison at the end of all tests. */
  save: (folder: string) => Promise<void>;
};

const counting = new AsyncLocalStorage<string[]>();

/**
 * The functions whose statements `work` causes, in order; what background work does meanwhile does not
 * count. An N+1 shows as one name many times.
 */
export const queriesOf = async (work: () => Promise<unknown>): Promise<string[]> => {
  const names: string[] = [];
  await counting.run(names, work);
  return names.filter((name) => !BACKGROUND.has(name));
};

// Woken by a request, but done for all of them together and later.
const BACKGROUND = new Set(['numberEvents']);

export const createRecorder = (): Recorder => {
  const compiler = new PostgresQueryCompiler();
  const queries = new Map<string, RecordedQuery>();
  return {
    plugin: {
      transformQuery: ({ node, queryId }) => {
        const issuer = issuerOf(callSites());
        if (issuer) {
          const sql = shapeOf(compiler.compileQuery(node, queryId).sql);
          queries.set(`${issuer.file} ${issuer.name} ${sql}`, { ...issuer, sql });
          counting.getStore()?.push(issuer.name);
        }
        return node;
      },
      transformResult: async ({ result }) => result,
    },
    save: async (folder) =>
      writeFile(join(folder, `${randomUUID()}.json`), JSON.stringify([...queries.values()])),
  };
};

/** The innermost function of a *.queries.ts file on the stack. */
const issuerOf = (sites: NodeJS.CallSite[]): { file: string; name: string } | null => {
  const own = sites.filter((site) => pathOf(site).endsWith('.queries.ts'));
  if (own.length === 0) return null;
  const named = own.find((site) => site.getFunctionName());
  const name = named?.getFunctionName()?.split('.').at(-1) ?? enclosingFunction();
  return { file: relative(SOURCE, pathOf(named ?? own[0]!)), name };
};

const pathOf = (site: NodeJS.CallSite): string =>
  site.getFileName()?.replace(/^file:\/\//, '') ?? '';

/** For a callback without a name: the function of the source in which it is written. */
const enclosingFunction = (): string => {
  const [, path = '', line = ''] =
    /(\/[^\s():]+\.queries\.ts):(\d+)/.exec(new Error().stack!) ?? [];
  const before = readFileSync(path, 'utf8').split('\n').slice(0, Number(line));
  return before.flatMap((text) => /^(?:export )?const (\w+) =/.exec(text)?.[1] ?? []).at(-1)!;
};

/** The stack as objects, with the awaiting functions; no source maps, which would cost more than the query. */
const callSites = (): NodeJS.CallSite[] => {
  const { prepareStackTrace, stackTraceLimit } = Error;
  try {
    Error.prepareStackTrace = (_, sites) => sites;
    Error.stackTraceLimit = 40;
    return new Error('where').stack as unknown as NodeJS.CallSite[];
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
};
