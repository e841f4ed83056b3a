import { copyFileSync, statSync, truncateSync } from 'node:fs';

const CAP_BYTES = 10 * 1024 * 1024;
const CHECK_MS = 10 * 60_000;

/**
 * Keeps a log file that another process appends to below about 10 MB, now and every ten minutes:
 * what is over goes to `<file>.1`, whose older content is lost. The file itself stays the same
 * one, because the other process holds it open.
 * @returns a function that ends the checking
 */
export function capLog(file: string): () => void {
  cap(file);
  const timer = setInterval(() => cap(file), CHECK_MS).unref();
  return () => clearInterval(timer);
}

function cap(file: string): void {
  try {
    if (statSync(file).size <= CAP_BYTES) return;
    copyFileSync(file, `${file}.1`);
    truncateSync(file);
  } catch {
    // No file yet, or a full disk: the database matters more than its log.
  }
}
