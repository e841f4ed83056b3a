import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setupError } from './error.mjs';

const POLL_MS = 200;
/** No setup takes this long: an id that is still in use then belongs to somebody else. */
const STALE_MS = 30 * 60_000;

/** The lock file this process holds. */
let held;

/** Does `work` while no other setup of this checkout works; waits for its turn. */
export async function withLock(file, say, work) {
  try {
    fs.mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    throw setupError(
      `Rapport is not set up, and ${dirname(file)} cannot be written (${error.code}).`,
    );
  }
  for (let waited = false; !take(file); waited = true) {
    if (!waited) say('Waiting for another setup to finish...');
    await sleep(POLL_MS);
  }
  held = file;
  try {
    return await work();
  } finally {
    held = undefined;
    fs.rmSync(file, { force: true });
  }
}

/** Notes a child that goes on should this process be killed: the lock is held until both are gone. */
export function alsoHeldBy(pid) {
  if (held && pid) fs.appendFileSync(held, `\n${pid}`);
}

/** One atomic step: a second name for a complete file is refused when the name is taken. */
function take(file) {
  const mine = `${file}.${process.pid}`;
  fs.writeFileSync(mine, String(process.pid));
  try {
    fs.linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    removeStale(file);
    return false;
  } finally {
    fs.rmSync(mine);
  }
}

/** Moves the lock of a dead setup away. A living one that slipped in between is put back. */
function removeStale(file) {
  const found = look(file);
  if (!found || isHeld(found)) return;
  const away = `${file}.stale-${process.pid}`;
  try {
    fs.renameSync(file, away);
    if (look(away)?.ino !== found.ino) fs.linkSync(away, file);
  } catch {
    // Somebody else moved it.
  }
  fs.rmSync(away, { force: true });
}

function look(file) {
  try {
    const { ino, mtimeMs } = fs.statSync(file);
    return { ino, mtimeMs, pids: fs.readFileSync(file, 'utf8').split('\n').map(Number) };
  } catch {
    return undefined;
  }
}

function isHeld({ pids, mtimeMs }) {
  return Date.now() - mtimeMs < STALE_MS && pids.some(isAlive);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
