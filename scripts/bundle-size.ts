/**
 * What each page of the web app loads before it shows anything, against the budget.
 * `node scripts/bundle-size.ts [--json]`: builds the app when it is not current, prints a table, and ends
 * with 1 when a page is over the budget or Zod, which only the server needs, is in the browser's files.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of script after gzip. */
const BUDGET = 200_000;

/** A name that Zod gives itself and no minifier takes. */
const ZOD = '$ZodType';

/** A part of Vite's manifest: by its key, what each chunk is and needs. */
export type Manifest = Record<
  string,
  { file: string; src?: string; isEntry?: boolean; isDynamicEntry?: boolean; imports?: string[] }
>;

export type Built = {
  manifest: Manifest;
  /** Bytes of a file after gzip. */
  sizeOf: (file: string) => number;
  textOf: (file: string) => string;
};

export type Report = {
  budget: number;
  routes: { route: string; bytes: number }[];
  faults: string[];
};

/**
 * Measures every route: the app's entry, the route's own chunk, and what both import at once.
 * @throws when there is no entry or no route: a check that reads nothing proves nothing
 */
export const measure = ({ manifest, sizeOf, textOf }: Built): Report => {
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  const pages = Object.keys(manifest).filter((key) => key.startsWith('src/routes/'));
  if (entries.length === 0 || pages.length === 0)
    throw new Error('The manifest of the web app names no entry or no route.');
  const routes = pages
    .map((page) => ({
      route: page.replace(/^src\/routes\/|\.tsx$/g, ''),
      bytes: [...filesOf(manifest, [...entries, page])].reduce(
        (sum, file) => sum + sizeOf(file),
        0,
      ),
    }))
    .toSorted((one, other) => other.bytes - one.bytes);
  const tooLarge = routes
    .filter(({ bytes }) => bytes > BUDGET)
    .map(
      ({ route, bytes }) =>
        `${route} loads ${inKb(bytes)} kB first; ${inKb(BUDGET)} kB are allowed.`,
    );
  const withZod = Object.values(manifest)
    .filter(({ file }) => file.endsWith('.js') && textOf(file).includes(ZOD))
    .map(({ file }) => `Zod is in ${file}; import types or the contract's files without it.`);
  return { budget: BUDGET, routes, faults: [...tooLarge, ...withZod] };
};

/** The files of chunks and of all that they import, each once. */
const filesOf = (manifest: Manifest, keys: string[], files = new Set<string>()): Set<string> => {
  for (const key of keys) {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) continue;
    files.add(chunk.file);
    filesOf(manifest, chunk.imports ?? [], files);
  }
  return files;
};

const inKb = (bytes: number): string => (bytes / 1000).toFixed(1);

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const dist = join(root, 'packages/web/dist');
  const build = [join(root, 'scripts/setup.mjs'), '--build', '--quiet'];
  if (spawnSync(process.execPath, build, { stdio: 'inherit' }).status !== 0) process.exit(1);
  const report = measure({
    manifest: JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')),
    sizeOf: (file) => statSync(join(dist, `${file}.gz`)).size,
    textOf: (file) => readFileSync(join(dist, file), 'utf8'),
  });
  const lines = [
    `First load of script, kB after gzip; at most ${inKb(report.budget)}`,
    ...report.routes.map(({ route, bytes }) => `${inKb(bytes).padStart(7)}  ${route}`),
    ...report.faults,
  ];
  const asJson = process.argv.includes('--json');
  process.stdout.write(`${asJson ? JSON.stringify(report, null, 2) : lines.join('\n')}\n`);
  process.exitCode = report.faults.length > 0 ? 1 : 0;
}
