/** The five rooms, and the arrows between them. */
import { importsOf, isSupport, type Import, type Rule } from './tree.ts';

type Room = 'domain' | 'contract' | 'server' | 'web' | 'outside';

/** Whose files a room may import. What stands outside (stories, benches, scripts) may import all. */
const arrows: Record<Exclude<Room, 'outside'>, Room[]> = {
  domain: ['domain'],
  contract: ['contract', 'domain'],
  server: ['server', 'contract', 'domain'],
  web: ['web', 'contract', 'domain'],
};

/** Libraries of the rooms that both sides run. Server and web have what their package.json lists. */
const libraries: Partial<Record<Room, string[]>> = {
  domain: [
    'libphonenumber-js',
    'chrono-node',
    'eld',
    'city-timezones',
    'saxes',
    'csv-parse/stream',
    'csv-parse/sync',
  ],
  contract: ['zod'],
};
const testLibraries = /^(vitest|fast-check|node:.+)$/;

export const roomArrows: Rule = (tree) => importsOf(tree).flatMap(judge);

function judge(found: Import): ReturnType<Rule> {
  const room = roomOf(found.file);
  if (room === 'outside') return [];
  const sentence =
    found.target === undefined ? judgeLibrary(room, found) : judgeFile(room, found.target);
  return sentence ? [{ file: found.file, line: found.line, sentence }] : [];
}

function judgeFile(room: Exclude<Room, 'outside'>, target: string): string | undefined {
  const other = roomOf(target);
  if (arrows[room].includes(other)) return undefined;
  return `${room} must not import ${other} (${target}); it may import ${arrows[room].join(', ')}.`;
}

function judgeLibrary(room: Room, found: Import): string | undefined {
  const { specifier, file } = found;
  if (isSupport(file) && testLibraries.test(specifier)) return undefined;
  if (room === 'web' && specifier.startsWith('node:')) {
    return `web runs in a browser, where ${specifier} does not exist.`;
  }
  const allowed = libraries[room];
  const isAllowed = allowed?.some((name) => specifier === name || specifier.startsWith(`${name}/`));
  if (!allowed || isAllowed) return undefined;
  return `${room} must not import ${specifier}; its libraries are ${allowed.join(', ')}.`;
}

/** Only what lies under `src` is in a room: a package's build configuration stands outside. */
function roomOf(path: string): Room {
  const name = /^packages\/([^/]+)\/src\//.exec(path)?.[1];
  return name !== undefined && name in arrows ? (name as Room) : 'outside';
}

/** Between packages `@rapport/<package>/<path>`, inside a package a relative path to the source. */
export const importStyle: Rule = (tree) =>
  importsOf(tree).flatMap(({ file, line, specifier, target }) => {
    const own = packageOf(file);
    const broken: string[] = [];
    if (target === undefined) return [];
    if (/(^|\/)dist(\/|$)/.test(specifier)) broken.push('import the source, not dist.');
    const crosses = own !== undefined && packageOf(target) !== own;
    if (specifier.startsWith('.') && crosses) {
      broken.push(`${specifier} leaves the package: write @rapport/<package>/<path>.`);
    }
    return broken.map((sentence) => ({ file, line, sentence }));
  });

/** A barrel hides who needs what: import from the file that has it. */
export const noBarrels: Rule = (tree) =>
  importsOf(tree)
    .filter(({ isReexport, file }) => isReexport && /(^|\/)index\.tsx?$/.test(file))
    .map(({ file, line }) => ({
      file,
      line,
      sentence: 'no barrels: import from the file itself.',
    }));

function packageOf(path: string): string | undefined {
  return /^packages\/([^/]+)\//.exec(path)?.[1];
}
