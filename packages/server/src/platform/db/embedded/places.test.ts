import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { locateBinaries } from './binaries.ts';
import { openDataDirectory, placeBinaries, placeCluster, socketDirectory } from './places.ts';
import { databaseUser, mayRun } from './user.ts';

const ROOT = process.getuid?.() === 0;

let home: string;
beforeEach(() => {
  home = fs.mkdtempSync(join(tmpdir(), 'rapport-places-'));
});
afterEach(() => fs.rmSync(home, { recursive: true }));

describe('data directory', () => {
  test('is created with all above it', () => {
    const created = openDataDirectory(join(home, 'a', 'b'));
    expect(fs.statSync(created).isDirectory()).toBe(true);
  });

  test('may not be a file', () => {
    const file = join(home, 'file');
    fs.writeFileSync(file, '');
    expect(() => openDataDirectory(file)).toThrow(`${file} is not a directory; choose another`);
  });
});

describe('socket directory', () => {
  test('is the cluster unless its path is too long for an address', () => {
    expect(socketDirectory('/short', undefined)).toBe('/short');
    const long = `/${'long'.repeat(40)}`;
    const short = socketDirectory(long, undefined);
    expect(Buffer.byteLength(`${short}/.s.PGSQL.5432`)).toBeLessThanOrEqual(103);
    expect(fs.statSync(short).mode & 0o777).toBe(0o700);
    expect(socketDirectory(long, undefined)).toBe(short);
    fs.chmodSync(short, 0o755);
    expect(() => socketDirectory(long, undefined)).toThrow('belongs to somebody else');
    fs.rmdirSync(short);
  });
});

describe.runIf(ROOT)('for root', () => {
  test('the owner of a cluster runs it, a new one goes to nobody', () => {
    expect(databaseUser(join(home, 'none'))).toEqual({ uid: 65534, gid: 65534 });
    expect(databaseUser(home)).toEqual({ uid: 65534, gid: 65534 });
    fs.chownSync(home, 1234, 1235);
    expect(databaseUser(home)).toEqual({ uid: 1234, gid: 1235 });
  });

  test('a cluster that its user cannot reach goes elsewhere, and is found again', () => {
    const data = join(home, 'closed');
    const system = join(home, 'system');
    fs.chmodSync(home, 0o755);
    fs.mkdirSync(data, { mode: 0o700 });
    const user = databaseUser();
    const place = placeCluster(data, user, system);
    expect(place.link).toBe(join(data, 'postgres'));
    expect(place.directory.startsWith(`${system}/data-`)).toBe(true);

    fs.symlinkSync(place.directory, place.link!);
    expect(() => placeCluster(data, user, system)).toThrow('which is missing; bring it back');
    fs.mkdirSync(place.directory);
    expect(placeCluster(data, user, system)).toEqual({ directory: place.directory });

    fs.unlinkSync(place.link!);
    fs.mkdirSync(place.link!);
    expect(() => placeCluster(data, user, system)).toThrow('run chmod o+x');
    fs.chmodSync(data, 0o711);
    expect(placeCluster(data, user, system)).toEqual({ directory: place.link });
  });

  test('binaries that its user cannot start are copied once', () => {
    fs.chmodSync(home, 0o755);
    const closed = join(home, 'closed');
    const found = locateBinaries();
    fs.cpSync(found.root, join(closed, 'native'), { recursive: true, verbatimSymlinks: true });
    fs.chmodSync(closed, 0o700);
    const postgres = join(closed, 'native', 'bin', 'postgres');
    const binaries = { ...found, root: join(closed, 'native'), postgres };
    const user = databaseUser();
    expect(mayRun(user, postgres)).toBe(false);
    const copy = placeBinaries(binaries, user, join(home, 'system'));
    expect(mayRun(user, copy.postgres)).toBe(true);
    expect(placeBinaries(binaries, user, join(home, 'system'))).toEqual(copy);
  });
});
