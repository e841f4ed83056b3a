import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setupError } from './error.mjs';
import { npm } from './npm.mjs';

/** Whether the last setup installed exactly these dependencies on this kind of machine: one hash. */
export function areInstalled(root) {
  return readJson(stampFile(root))?.dependencies === fingerprint(root);
}

/**
 * Whether npm itself, run by hand, installed what the lock file says. Its own record in
 * node_modules is written last, so a half-done installation has none.
 */
export function areCurrent(root) {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!wanted || !installed) return false;
  // An installation without development dependencies is meant to be so.
  const development = Object.values(installed).some((entry) => entry.dev);
  for (const [path, entry] of Object.entries(wanted)) {
    const found = installed[path];
    if (!path.includes('node_modules/')) {
      if (!sameRequests(root, path, entry)) return false;
    } else if (found) {
      if (found.version !== entry.version || found.integrity !== entry.integrity) return false;
    } else if (!(entry.dev && !development) && !isForOthers(entry)) return false;
  }
  return true;
}

/** Installs what the lock file says; npm speaks only when it fails. */
export async function install(root, say) {
  say('Installing dependencies (first start only)...');
  // NODE_ENV=production would leave out what builds the web app.
  const args = ['ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional'];
  const { ok, output } = await npm(args, root);
  if (ok) return;
  console.error(output.trim());
  throw setupError(
    'The dependencies could not be installed (npm says why above); solve that and start again.',
  );
}

/** Writes down that the installation is complete: the last step, so that a broken one is redone. */
export function remember(root) {
  const stamp = `${JSON.stringify({ dependencies: fingerprint(root) })}\n`;
  try {
    writeFileSync(stampFile(root), stamp);
  } catch {
    // A read-only installation is checked the long way each time.
  }
}

const stampFile = (root) => join(root, 'node_modules', '.rapport-setup.json');

function fingerprint(root) {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}\n`);
  const packages = readdirSync(join(root, 'packages')).toSorted();
  const files = ['package-lock.json', 'package.json'];
  for (const name of packages) files.push(join('packages', name, 'package.json'));
  for (const file of files) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(file).update('\0').update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** Whether a workspace still asks for what it did when the lock file was written. */
function sameRequests(root, path, entry) {
  const now = readJson(join(root, path, 'package.json')) ?? {};
  const fields = ['dependencies', 'devDependencies', 'optionalDependencies'];
  const text = (list = {}) => JSON.stringify(Object.entries(list).toSorted());
  return fields.every((field) => text(now[field]) === text(entry[field]));
}

/** Whether npm leaves a package out on this machine. Which libc one has is left to npm. */
function isForOthers({ os, cpu, libc, optional, devOptional, peer }) {
  if (!optional && !devOptional && !peer) return false;
  const refuses = (list, value) => list && !list.includes(value);
  return refuses(os, process.platform) || refuses(cpu, process.arch) || Boolean(libc) || !os;
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
