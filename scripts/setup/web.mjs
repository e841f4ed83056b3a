import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setupError } from './error.mjs';
import { run } from './npm.mjs';
import { ourNode } from './runtime.mjs';

/** What the built web app is made of. */
const SOURCES = [
  'packages/web/src',
  'packages/web/public',
  'packages/web/index.html',
  'packages/web/vite.config.ts',
  'packages/contract/src',
  'packages/domain/src',
  'package-lock.json',
];

/** Files that do not reach the browser, or that the build itself writes. */
const IGNORED = /\.(test|story|gen)\.tsx?$/;

/** Whether there is a web app whose build is missing or older than its sources. */
export function isStale(root) {
  if (!fs.existsSync(join(root, 'packages/web/index.html'))) return false;
  return readText(join(dist(root), '.fingerprint')) !== fingerprint(root);
}

/**
 * Builds the web app aside and puts it in place whole: a build that fails leaves the old one.
 * @throws SetupError when the build fails
 */
export async function build(root, say) {
  say('Building the web app...');
  const made = fingerprint(root);
  const web = join(root, 'packages/web');
  const aside = join(root, 'node_modules/.cache/web-dist');
  const args = ['build', '--outDir', aside, '--emptyOutDir', '--logLevel', 'warn'];
  const env = { ...process.env, NODE_ENV: 'production' };
  const { ok, output } = await run(ourNode(root), [viteProgram(web), ...args], { cwd: web, env });
  if (!ok) {
    console.error(output.trim());
    throw setupError('The web app could not be built (the reason is above).');
  }
  fs.writeFileSync(join(aside, '.fingerprint'), made);
  const old = `${aside}.old`;
  fs.rmSync(old, { recursive: true, force: true });
  if (fs.existsSync(dist(root))) fs.renameSync(dist(root), old);
  fs.renameSync(aside, dist(root));
  fs.rmSync(old, { recursive: true, force: true });
}

const dist = (root) => join(root, 'packages/web/dist');

function viteProgram(web) {
  try {
    const home = createRequire(join(web, 'package.json')).resolve('vite/package.json');
    return join(home, '..', 'bin', 'vite.js');
  } catch {
    throw setupError(
      'The web app cannot be built without the development dependencies; run npm ci --include=dev.',
    );
  }
}

/** A hash of the contents: dates change with every checkout and copy, contents do not. */
function fingerprint(root) {
  const hash = createHash('sha256');
  const add = (path) => {
    const entry = fs.statSync(join(root, path), { throwIfNoEntry: false });
    if (!entry || IGNORED.test(path)) return;
    if (entry.isDirectory()) {
      for (const name of fs.readdirSync(join(root, path)).toSorted()) add(`${path}/${name}`);
    } else {
      hash.update(`${path}\0${entry.size}\0`).update(fs.readFileSync(join(root, path)));
    }
  };
  for (const path of SOURCES) add(path);
  return hash.digest('hex');
}

function readText(path) {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
