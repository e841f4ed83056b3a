/** The sources as the architecture rules see them: paths, texts, and who imports whom. */
import { readFile, readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';

/** Path from the repository's root, with forward slashes -> text. */
export type Tree = ReadonlyMap<string, string>;

export interface Violation {
  file: string;
  /** Counted from 1. */
  line: number;
  /** What is wrong and what to do instead. */
  sentence: string;
}

export type Rule = (tree: Tree) => Violation[];

export interface Import {
  file: string;
  line: number;
  specifier: string;
  /** The imported file's path in the tree; undefined for a library. */
  target: string | undefined;
  isReexport: boolean;
}

const folders = ['packages', 'scripts', 'e2e', 'bench', 'evaluation'];
const skipped = /(^|\/)(node_modules|dist)(\/|$)/;
const sourceEnding = /\.(tsx?|mjs|sql)$/;

/** Reads every source under `root`. */
export async function readTree(root: string): Promise<Tree> {
  const tree = new Map<string, string>();
  for (const folder of folders) {
    const names = await readdir(join(root, folder), { recursive: true }).catch(() => []);
    for (const name of names.toSorted()) {
      const path = posix.join(folder, name.replaceAll('\\', '/'));
      if (skipped.test(path) || !sourceEnding.test(path)) continue;
      tree.set(path, await readFile(join(root, path), 'utf8'));
    }
  }
  return tree;
}

/** All imports of the tree's TypeScript files, types included. */
export function importsOf(tree: Tree): Import[] {
  return [...tree].flatMap(([file, text]) =>
    /\.tsx?$/.test(file) ? importsOfFile(file, text) : [],
  );
}

const statement = /^\s*(import|export)\b[^;'"`]*?\bfrom\s*['"]([^'"]+)['"]/gm;
const sideEffect = /^\s*(import)\s*['"]([^'"]+)['"]/gm;
const dynamic = /\b(import)\(\s*['"]([^'"]+)['"]/g;

function importsOfFile(file: string, text: string): Import[] {
  const code = withoutComments(text);
  return [statement, sideEffect, dynamic].flatMap((pattern) =>
    [...code.matchAll(pattern)].map((match) => {
      const [all, keyword = '', specifier = ''] = match;
      return {
        file,
        line: lineAt(code, match.index + all.length),
        specifier,
        target: resolve(file, specifier),
        isReexport: keyword === 'export',
      };
    }),
  );
}

function resolve(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier);
  const own = /^@rapport\/([^/]+)\/(.+)$/.exec(specifier);
  return own ? `packages/${own[1]}/src/${own[2]}.ts` : undefined;
}

/** Blanks comments, so that line numbers stay. A `//` inside a string is left alone. */
function withoutComments(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/(^|\s)\/\/[^\n]*/g, (comment) => comment.replaceAll(/[^\n]/g, ' '));
}

/** Every match of `pattern` in the code of `file`, as a violation. */
export function forbid(file: string, text: string, pattern: RegExp, sentence: string): Violation[] {
  const code = withoutComments(text);
  return [...code.matchAll(pattern)].map((match) => ({
    file,
    line: lineAt(code, match.index),
    sentence,
  }));
}

export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** A test, or what only tests use. */
export function isSupport(path: string): boolean {
  return /\.(test|story|fixtures)\.tsx?$/.test(path) || path.includes('/platform/testing/');
}
