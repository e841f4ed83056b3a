import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { setupError } from './error.mjs';
import { HOST_NODE, npm } from './npm.mjs';

/** From here on Node runs TypeScript by itself. */
const ENOUGH = [22, 18];

/**
 * Whether `node` in npm scripts is one that runs Rapport. npm puts node_modules/.bin first on the
 * path, where the package `node` belongs; without it the machine's own Node serves.
 */
export function isReady(root) {
  const wanted = wantedVersion(root);
  if (!wanted) return true;
  const link = binLink(root);
  // The setup and npm put only a node there that ran; one that is gone leaves a dangling link.
  return fs.existsSync(link)
    ? isRemembered(link, wanted) || check(link, wanted)
    : isEnough(versionOf(HOST_NODE));
}

/**
 * Puts the Node that package-lock.json names where its install script would have put it: the
 * script does not run under `--ignore-scripts` or an npm that blocks scripts.
 * @throws SetupError when it cannot be had and the machine's own is too old
 */
export async function provide(root, say) {
  const wanted = wantedVersion(root);
  const host = versionOf(HOST_NODE);
  if (isEnough(host)) {
    fs.rmSync(binLink(root), { force: true }); // It does not run here: let the machine's serve.
    return;
  }
  say(`Installing Node ${wanted} for Rapport alone (first start only)...`);
  const result = process.platform === 'win32' ? { output: '' } : await download(root, wanted);
  if (check(binLink(root), wanted)) return;
  if (result.output) console.error(result.output.trim());
  throw setupError(
    `Rapport needs Node ${ENOUGH.join('.')} or newer, could not get its own, and this machine has ${host}; install Node 24 from https://nodejs.org.`,
  );
}

/** npm packages named by platform carry the binary itself, without a script. */
async function download(root, version) {
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const name = `${prefix}-${process.platform}-${process.arch}`;
  const home = join(root, 'node_modules', 'node');
  const away = fs.mkdtempSync(join(root, 'node_modules', '.rapport-node-'));
  try {
    fs.writeFileSync(join(away, 'package.json'), '{}');
    const args = ['install', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund'];
    const result = await npm(
      [...args, '--no-package-lock', '--prefix', away, `${name}@${version}`],
      away,
    );
    const binary = join(away, 'node_modules', name, 'bin', 'node');
    if (!result.ok || !fs.existsSync(binary)) return result;
    fs.mkdirSync(join(home, 'bin'), { recursive: true });
    fs.renameSync(binary, join(home, 'bin', 'node'));
    const link = binLink(root);
    fs.mkdirSync(dirname(link), { recursive: true });
    fs.rmSync(link, { force: true });
    fs.symlinkSync('../node/bin/node', link);
    return result;
  } finally {
    fs.rmSync(away, { recursive: true, force: true });
  }
}

/** Runs the binary for its version; that takes a while, so a good answer is remembered. */
function check(link, wanted) {
  if (versionOf(link) !== `v${wanted}`) return false;
  try {
    fs.writeFileSync(memory(link), identity(link, wanted));
  } catch {
    // A read-only installation asks each time.
  }
  return true;
}

function isRemembered(link, wanted) {
  try {
    return fs.readFileSync(memory(link), 'utf8') === identity(link, wanted);
  } catch {
    return false;
  }
}

const memory = (link) => join(dirname(dirname(link)), '.rapport-node');

function identity(link, wanted) {
  const { size, mtimeMs, ino } = fs.statSync(link);
  return `${wanted} ${size} ${mtimeMs} ${ino}\n`;
}

function binLink(root) {
  return join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
}

function wantedVersion(root) {
  const lock = JSON.parse(fs.readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return lock.packages['node_modules/node']?.version;
}

function versionOf(program) {
  if (program === process.execPath) return process.version;
  const shell = program.endsWith('.cmd');
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', shell });
  return stdout?.trim() ?? '';
}

function isEnough(version) {
  const [major, minor] = version.slice(1).split('.').map(Number);
  return major > ENOUGH[0] || (major === ENOUGH[0] && minor >= ENOUGH[1]);
}

/** The Node that runs Rapport's own programs, such as the build. */
export function ourNode(root) {
  const own = join(root, 'node_modules', 'node', 'bin', 'node');
  return process.platform !== 'win32' && fs.existsSync(binLink(root)) ? own : process.execPath;
}
