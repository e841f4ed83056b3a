/** Finds, and if need be installs, the Chromium that component tests and browser stories run in. */
import { execFile, spawn } from 'node:child_process';
import { access, constants, readFile, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const commandNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const fontFolders = ['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.fonts')];
const fontPackages = ['fonts-dejavu-core', 'fonts-noto-color-emoji'];
const playwrightCli = fileURLToPath(
  new URL('../node_modules/playwright-core/cli.js', import.meta.url),
);

/** Downloads that crawl or hang must not eat the time of the whole test run. */
const downloadLimitMs = 180_000;
const aptLimitMs = 400_000;

/**
 * The path of a Chromium that starts on this machine: `RAPPORT_BROWSER`, else an installed browser,
 * else Playwright's own (downloaded if possible), else Debian's package when we may install it.
 * Throws one sentence that says what to do when none can be had.
 */
export async function findBrowser(): Promise<string> {
  const chosen = process.env['RAPPORT_BROWSER'];
  if (chosen) {
    if (await starts(chosen)) return chosen;
    throw new Error(`RAPPORT_BROWSER is ${chosen}, which does not start: point it to a Chromium.`);
  }
  const found =
    (await firstThatStarts(installedPlaces())) ??
    (await firstThatStarts(await playwrightPlaces())) ??
    (await installWithPlaywright()) ??
    (await installWithApt());
  if (!found) {
    throw new Error(
      'No Chromium was found and none could be installed: install Chromium or Chrome, or set RAPPORT_BROWSER to its path.',
    );
  }
  if (await missesFonts()) await aptInstall(fontPackages);
  return found;
}

/** Launch arguments for tests: no traffic of the browser's own; root has no sandbox to offer. */
export function browserArguments(): string[] {
  return [
    ...(isRoot() ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--disable-dev-shm-usage',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}

function installedPlaces(): string[] {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const inPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => commandNames.map((name) => join(folder, name + suffix)));
  return [...inPath, ...wellKnownPlaces()];
}

function wellKnownPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .flatMap((name) => process.env[name] ?? [])
      .flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Chromium/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ]);
  }
  return ['/snap/bin/chromium', '/opt/google/chrome/chrome', '/usr/lib/chromium/chromium'];
}

/** Playwright's cache holds `chromium-1234/chrome-linux64/chrome` and the smaller headless shell. */
async function playwrightPlaces(): Promise<string[]> {
  const caches: Partial<Record<NodeJS.Platform, string>> = {
    darwin: join(homedir(), 'Library/Caches/ms-playwright'),
    win32: join(process.env['LOCALAPPDATA'] ?? '', 'ms-playwright'),
  };
  const cache =
    process.env['PLAYWRIGHT_BROWSERS_PATH'] ??
    caches[process.platform] ??
    join(homedir(), '.cache/ms-playwright');
  const builds = (await list(cache)).filter((name) =>
    /^chromium(_headless_shell)?-\d+$/.test(name),
  );
  const newestFirst = builds.toSorted((a, b) => buildNumber(b) - buildNumber(a));
  const places: string[] = [];
  for (const build of newestFirst) {
    for (const folder of await list(join(cache, build))) {
      for (const name of await list(join(cache, build, folder))) {
        if (/^(chrome|headless_shell|chrome-headless-shell)(\.exe)?$/.test(name)) {
          places.push(join(cache, build, folder, name));
        }
      }
    }
  }
  return places;
}

function buildNumber(folder: string): number {
  return Number(folder.split('-').at(-1));
}

async function installWithPlaywright(): Promise<string | undefined> {
  say('No browser is installed: asking Playwright for its Chromium.');
  const arguments_ = [playwrightCli, 'install', 'chromium', '--only-shell', '--no-progress'];
  if (!(await attempt(process.execPath, arguments_, downloadLimitMs))) return undefined;
  const places = await playwrightPlaces();
  const found = await firstThatStarts(places);
  if (found || !(await mayUseApt())) return found;
  // Downloaded, but a bare Debian or Ubuntu lacks the shared libraries it is linked to.
  await attempt(process.execPath, [playwrightCli, 'install-deps', 'chromium'], aptLimitMs);
  return firstThatStarts(places);
}

async function installWithApt(): Promise<string | undefined> {
  if (!(await mayUseApt())) return undefined;
  say('Installing the distribution’s Chromium with apt-get.');
  await aptInstall(['chromium', ...fontPackages]);
  return firstThatStarts(installedPlaces());
}

async function aptInstall(packages: string[]): Promise<void> {
  if (!(await mayUseApt())) return;
  await attempt('apt-get', ['update', '-qq'], aptLimitMs);
  await attempt(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    aptLimitMs,
  );
}

async function mayUseApt(): Promise<boolean> {
  if (!isRoot()) return false;
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release);
}

/** Screenshots of a machine without fonts are boxes. Only Linux comes without. */
async function missesFonts(): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  for (const folder of fontFolders) {
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    if (names.some((name) => /\.(ttf|otf|ttc|woff2?)$/i.test(name))) return false;
  }
  return true;
}

async function firstThatStarts(paths: string[]): Promise<string | undefined> {
  for (const path of paths) if (await starts(path)) return path;
  return undefined;
}

/** A file is not yet a browser: Ubuntu's `chromium-browser` is a stub, a download may lack libraries. */
async function starts(path: string): Promise<boolean> {
  const executable = await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
  // Chrome on Windows opens a window instead of printing its version.
  if (!executable || process.platform === 'win32') return executable;
  return run(path, ['--version'], { timeout: 20_000 }).then(
    () => true,
    () => false,
  );
}

/** Runs a command with its output on our stderr; false when it fails or takes longer than `limitMs`. */
function attempt(command: string, arguments_: string[], limitMs: number): Promise<boolean> {
  const child = spawn(command, arguments_, {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: limitMs,
    env: {
      ...process.env,
      DEBIAN_FRONTEND: 'noninteractive',
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
    },
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => {
      const reason = complaint.split('\n').find((line) => /error|^E:/i.test(line));
      if (code !== 0) say(`${command} did not succeed${reason ? `: ${reason.trim()}` : '.'}`);
      resolve(code === 0);
    });
  });
}

async function list(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

if (import.meta.main) process.stdout.write(`${await findBrowser()}\n`);
