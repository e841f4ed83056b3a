// Makes a fresh checkout ready to start: dependencies, the right Node, the built web app. It runs
// before every start on whatever Node the machine has (>= 20), so it uses nothing but that Node.
//   node scripts/setup.mjs [--build] [--quiet]
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const build = process.argv.includes('--build');
const say = process.argv.includes('--quiet') ? () => {} : (line) => console.log(line);

if (Number.parseInt(process.versions.node, 10) < 20) {
  fail(
    `Rapport needs Node 20 or newer to start and this is ${process.version}; install it from https://nodejs.org.`,
  );
}
try {
  await setUp();
} catch (error) {
  fail(error.name === 'SetupError' ? error.message : `The setup failed: ${error.message}.`);
}

async function setUp() {
  // Imported here: an old Node should read the sentence above and not a syntax error.
  const dependencies = await import('./setup/dependencies.mjs');
  const runtime = await import('./setup/runtime.mjs');
  const web = await import('./setup/web.mjs');
  const { withLock } = await import('./setup/lock.mjs');

  const ready = () =>
    dependencies.areInstalled(root) && runtime.isReady(root) && !(build && web.isStale(root));
  if (ready()) return;
  await withLock(join(root, '.cache', 'setup.lock'), say, async () => {
    // Another setup may have done it while we waited.
    if (!dependencies.areInstalled(root)) {
      if (!dependencies.areCurrent(root)) await dependencies.install(root, say);
      dependencies.remember(root);
    }
    if (!runtime.isReady(root)) await runtime.provide(root, say);
    if (build && web.isStale(root)) await web.build(root, say);
  });
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
