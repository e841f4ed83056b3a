/** Checks the sources against ARCHITECTURE.md: prints each violation, and how many files it read. */
import { join } from 'node:path';
import { moduleArrows, moduleFiles } from './architecture/modules.ts';
import { environmentInConfig, sqlInQueries } from './architecture/places.ts';
import { importStyle, noBarrels, roomArrows } from './architecture/rooms.ts';
import { tenantKeys } from './architecture/tenancy.ts';
import { readTree, type Rule, type Tree, type Violation } from './architecture/tree.ts';
import { webFeatures, webLayers } from './architecture/web.ts';

export const rules: Record<string, Rule> = {
  roomArrows,
  importStyle,
  noBarrels,
  moduleFiles,
  moduleArrows,
  environmentInConfig,
  sqlInQueries,
  webFeatures,
  webLayers,
  tenantKeys,
};

/** All violations of all rules. Throws on an empty tree: a check that reads nothing proves nothing. */
export function checkArchitecture(tree: Tree): Violation[] {
  if (tree.size === 0) throw new Error('The architecture check read no file.');
  return Object.values(rules).flatMap((rule) => rule(tree));
}

if (import.meta.main) {
  const tree = await readTree(join(import.meta.dirname, '..'));
  const violations = checkArchitecture(tree);
  for (const { file, line, sentence } of violations) {
    process.stdout.write(`${file}:${line} ${sentence}\n`);
  }
  process.stdout.write(`Read ${tree.size} files: ${violations.length} violations.\n`);
  process.exitCode = violations.length > 0 ? 1 : 0;
}
