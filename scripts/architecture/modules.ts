/** The modules of the server: their order, their files, and the one door between them. */
import { posix } from 'node:path';
import { importsOf, isSupport, type Import, type Rule } from './tree.ts';

/** A module may call only those of earlier groups; modules of one group do not call each other. */
export const moduleOrder: string[][] = [
  ['auth'],
  ['settings'],
  ['contacts'],
  ['tags', 'notes', 'todos', 'assignments'],
  ['calls', 'messaging'],
  ['intelligence'],
  ['enrichment'],
  ['outreach'],
  ['analytics'],
  ['transfer', 'maintenance', 'agents'],
];

const roleWords = [
  'module',
  'routes',
  'webhooks',
  'service',
  'queries',
  'present',
  'errors',
  'events',
  'jobs',
  'prompts',
  'fixtures',
  'test',
];

/** Folders that hold data instead of code with a role. */
const dataFolders = ['transfer/sample'];

const server = 'packages/server/src/';
const home = `${server}modules/`;
const platform = `${server}platform/`;
const fileName = new RegExp(
  `^[a-z][a-z0-9-]*\\.((${roleWords.join('|')})\\.tsx?|[a-z]+\\.test\\.tsx?|queries\\.sql)$`,
);

export const moduleFiles: Rule = (tree) =>
  [...tree.keys()].flatMap((file) => {
    const sentence = judgeName(file);
    return sentence ? [{ file, line: 1, sentence }] : [];
  });

function judgeName(file: string): string | undefined {
  const name = moduleOf(file);
  if (name === undefined) return undefined;
  if (rankOf(name) < 0)
    return `${name} is not in the module order; the order is in ARCHITECTURE.md.`;
  const inside = file.slice(home.length);
  if (dataFolders.some((folder) => inside.startsWith(`${folder}/`))) return undefined;
  if (inside.split('/').length > 2)
    return 'a module has no sub-folders: add a noun to the file name.';
  if (fileName.test(posix.basename(file))) return undefined;
  return `name it <noun>.<role>.ts; the roles are ${roleWords.join(', ')}.`;
}

export const moduleArrows: Rule = (tree) =>
  importsOf(tree).flatMap((found) => {
    const sentence = judgeImport(found);
    return sentence ? [{ file: found.file, line: found.line, sentence }] : [];
  });

function judgeImport({ file, target }: Import): string | undefined {
  if (target === undefined) return undefined;
  const from = moduleOf(file);
  const to = moduleOf(target);
  if (target.endsWith('.queries.ts') && ownerOf(file) !== ownerOf(target)) {
    return `${target} is private: call the module's service.`;
  }
  if (/\.(fixtures|test)\.tsx?$/.test(target) && file.startsWith(server) && !isSupport(file)) {
    return `${target} is for tests only.`;
  }
  if (to === undefined || from === to) return undefined;
  if (file.startsWith(platform) && !isSupport(file))
    return `platform must not import a module (${to}).`;
  if (from === undefined) return undefined;
  // A test may set its scene with any module; what runs may not.
  if (isSupport(file)) return undefined;
  if (!target.endsWith('.service.ts')) return `${from} may call ${to} only through a *.service.ts.`;
  if (rankOf(to) < rankOf(from)) return undefined;
  return `${from} must not call ${to}: it is not to its left in the module order; use an event.`;
}

/** Rows stay with who reads them: a module, or the platform as a whole. */
function ownerOf(path: string): string | undefined {
  return path.startsWith(platform) ? 'platform' : moduleOf(path);
}

function moduleOf(path: string): string | undefined {
  return path.startsWith(home) ? path.slice(home.length).split('/')[0] : undefined;
}

function rankOf(name: string): number {
  return moduleOrder.findIndex((group) => group.includes(name));
}
