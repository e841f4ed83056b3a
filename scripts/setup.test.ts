import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const SCRIPTS = dirname(fileURLToPath(import.meta.url));

/** A small project that installs without a network: one workspace and no dependency. */
let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(join(tmpdir(), 'rapport-setup-'));
  fs.cpSync(join(SCRIPTS, 'setup.mjs'), join(root, 'scripts/setup.mjs'));
  fs.cpSync(join(SCRIPTS, 'setup'), join(root, 'scripts/setup'), { recursive: true });
  put('package.json', { name: 'small', version: '1.0.0', workspaces: ['packages/*'] });
  put('packages/web/package.json', { name: 'web', version: '1.0.0' });
  putLock();
});
afterEach(() => fs.rmSync(root, { recursive: true }));

function put(path: string, content: unknown, mode = 0o644): void {
  fs.mkdirSync(dirname(join(root, path)), { recursive: true });
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  fs.writeFileSync(join(root, path), text, { mode });
}

const read = (path: string) => fs.readFileSync(join(root, path), 'utf8');

function putLock(more: object = {}): void {
  const packages = {
    '': { name: 'small', version: '1.0.0', workspaces: ['packages/*'] },
    'node_modules/web': { resolved: 'packages/web', link: true },
    'packages/web': { name: 'web', version: '1.0.0' },
    ...more,
  };
  put('package-lock.json', { name: 'small', version: '1.0.0', lockfileVersion: 3, packages });
}

type Outcome = { code: number | null; out: string; err: string };

function setup(args: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const { npm_execpath: _, npm_node_execpath: __, ...rest } = process.env;
  const child = spawn(process.execPath, ['scripts/setup.mjs', ...args], {
    cwd: root,
    env: { ...rest, ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (err += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

const SILENT: Outcome = { code: 0, out: '', err: '' };
const INSTALLED = 'Installing dependencies (first start only)...\n';

describe('dependencies', () => {
  test('are installed once, and again when the installation is broken', async () => {
    expect(await setup()).toEqual({ ...SILENT, out: INSTALLED });
    expect(fs.existsSync(join(root, 'node_modules/web/package.json'))).toBe(true);
    expect(await setup()).toEqual(SILENT);
    fs.rmSync(join(root, 'node_modules'), { recursive: true });
    fs.mkdirSync(join(root, 'node_modules/half'), { recursive: true });
    expect(await setup()).toEqual({ ...SILENT, out: INSTALLED });
    expect(fs.existsSync(join(root, 'node_modules/half'))).toBe(false);
  });

  test('that npm installed by hand are taken as they are', async () => {
    await setup();
    fs.rmSync(join(root, 'node_modules/.rapport-setup.json'));
    expect(await setup()).toEqual(SILENT);
  });

  test('that the lock file does not hold are an error with what npm says', async () => {
    await setup();
    put('packages/web/package.json', { name: 'web', dependencies: { missing: '1.0.0' } });
    const { code, err } = await setup();
    expect(code).toBe(1);
    expect(err).toMatch(/missing@1\.0\.0/);
    expect(err).toMatch(
      /could not be installed \(npm says why above\); solve that and start again/,
    );
    expect((await setup()).code).toBe(1);
  });

  test('wait for another setup, but not for a dead one', async () => {
    const other = spawn('sleep', ['60']);
    put('.cache/setup.lock', `4194305\n${other.pid}`);
    const waiting = setup();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(fs.existsSync(join(root, 'node_modules'))).toBe(false);
    other.kill();
    const out = `Waiting for another setup to finish...\n${INSTALLED}`;
    expect(await waiting).toEqual({ ...SILENT, out });
    expect(fs.readdirSync(join(root, '.cache'))).toEqual([]);
  });

  test('are installed by one of several at once', async () => {
    const outcomes = await Promise.all([setup(), setup(), setup()]);
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(outcomes.filter(({ out }) => out.includes(INSTALLED))).toHaveLength(1);
  });
});

describe('web app', () => {
  /** In the place of Vite: "builds" by copying one file, and fails when it says so. */
  const BUILDER = `
    const fs = require('node:fs');
    const out = process.argv[process.argv.indexOf('--outDir') + 1];
    const source = fs.readFileSync('src/main.ts', 'utf8');
    fs.mkdirSync(out, { recursive: true });
    fs.writeFileSync(out + '/main.js', source);
    if (source.includes('wrong')) { console.error('line 1 is wrong'); process.exit(1); }`;

  beforeEach(async () => {
    await setup();
    put('packages/web/index.html', '<html></html>');
    put('packages/web/src/main.ts', 'one');
    put('packages/web/node_modules/vite/package.json', { name: 'vite' });
    put('packages/web/node_modules/vite/bin/vite.js', BUILDER);
  });
  const built = () => read('packages/web/dist/main.js');
  const BUILT = { ...SILENT, out: 'Building the web app...\n' };

  test('is built when its sources changed, and only when asked', async () => {
    expect(await setup()).toEqual(SILENT);
    expect(await setup(['--build'])).toEqual(BUILT);
    expect(await setup(['--build'])).toEqual(SILENT);
    put('packages/web/src/main.ts', 'two');
    put('packages/contract/src/new.ts', '');
    expect(await setup(['--build', '--quiet'])).toEqual(SILENT);
    expect(built()).toBe('two');
    put('packages/contract/src/new.ts', 'changed');
    expect(await setup(['--build'])).toEqual(BUILT);
    put('packages/web/src/main.test.ts', 'a test');
    expect(await setup(['--build'])).toEqual(SILENT);
  });

  test('stays as it was when the build fails', async () => {
    await setup(['--build']);
    put('packages/web/src/main.ts', 'wrong');
    const { code, err } = await setup(['--build']);
    expect(code).toBe(1);
    expect(err).toBe('line 1 is wrong\nThe web app could not be built (the reason is above).\n');
    expect(built()).toBe('one');
    put('packages/web/src/main.ts', 'one');
    expect(await setup(['--build'])).toEqual(SILENT);
  });

  test('that does not exist is no error', async () => {
    fs.rmSync(join(root, 'packages/web/index.html'));
    expect(await setup(['--build'])).toEqual(SILENT);
  });
});

describe.skipIf(process.platform === 'win32')('Node', () => {
  /** In the place of npm: brings a "Node" that only tells its version, unless it is told to fail. */
  const NPM = `
    const fs = require('node:fs');
    if (process.env.OFFLINE) { console.error('no network'); process.exit(1); }
    const prefix = process.argv[process.argv.indexOf('--prefix') + 1];
    const [, name, version] = process.argv.at(-1).match(/^(.*)@(.*)$/);
    const bin = prefix + '/node_modules/' + name + '/bin';
    fs.mkdirSync(bin, { recursive: true });
    fs.writeFileSync(bin + '/node', '#!/bin/sh\\necho v' + version + '\\n', { mode: 0o755 });`;

  const host = (version: string) => ({
    npm_execpath: join(root, 'npm-cli.js'),
    npm_node_execpath: join(root, `host-${version}`),
  });

  beforeEach(() => {
    put('npm-cli.js', NPM);
    for (const version of ['v20.11.0', 'v22.18.0']) {
      const otherwise = `exec "${process.execPath}" "$@"`;
      put(
        `host-${version}`,
        `#!/bin/sh\n[ "$1" = --version ] && echo ${version} && exit\n${otherwise}\n`,
        0o755,
      );
    }
    // As after `npm ci --ignore-scripts`: the package is there, its binary is not.
    const node = { version: '24.1.2', integrity: 'x' };
    putLock({ 'node_modules/node': node });
    const packages = { 'node_modules/web': { link: true }, 'node_modules/node': node };
    put('package.json', { name: 'small', workspaces: ['packages/*'] });
    put('node_modules/.package-lock.json', { packages });
    fs.mkdirSync(join(root, 'node_modules/.bin'));
  });

  test('is fetched when its install script did not run and the machine has an old one', async () => {
    const out = 'Installing Node 24.1.2 for Rapport alone (first start only)...\n';
    expect(await setup([], host('v20.11.0'))).toEqual({ ...SILENT, out });
    expect(fs.readlinkSync(join(root, 'node_modules/.bin/node'))).toBe('../node/bin/node');
    expect(read('node_modules/node/bin/node')).toContain('v24.1.2');
    expect(await setup([], host('v20.11.0'))).toEqual(SILENT);
    expect(
      fs.readdirSync(join(root, 'node_modules')).filter((name) => /node-./.test(name)),
    ).toEqual([]);
  });

  test('of the machine serves when it is new enough, also if ours does not run here', async () => {
    expect(await setup([], host('v22.18.0'))).toEqual(SILENT);
    put('node_modules/node/bin/node', '#!/missing/loader\n', 0o755);
    fs.symlinkSync('../node/bin/node', join(root, 'node_modules/.bin/node'));
    expect(await setup([], host('v22.18.0'))).toEqual(SILENT);
    expect(fs.readdirSync(join(root, 'node_modules/.bin'))).toEqual([]);
  });

  test('that cannot be had is an error that says what to do', async () => {
    const { code, err } = await setup([], { ...host('v20.11.0'), OFFLINE: '1' });
    expect(code).toBe(1);
    expect(err).toBe(
      'no network\nRapport needs Node 22.18 or newer, could not get its own, and this machine has v20.11.0; install Node 24 from https://nodejs.org.\n',
    );
  });
});
