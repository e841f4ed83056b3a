/** Runs a command to its end, with a time limit. */
import { spawn } from 'node:child_process';

export interface Ended {
  ok: boolean;
  /** Both streams in the order they came; empty when they went to the screen. */
  output: string;
  /** Milliseconds. */
  duration: number;
}

/**
 * Runs `command` without stdin. `limitMs` kills it and makes it a failure; `output` is kept for the
 * caller, or goes to the screen as it comes; `folder` is where it runs. Never rejects: a command that cannot start is not ok.
 */
export function runLimited(
  command: string,
  arguments_: string[],
  options: { limitMs: number; output: 'keep' | 'screen'; folder?: string },
): Promise<Ended> {
  const started = performance.now();
  const child = spawn(command, arguments_, {
    stdio:
      options.output === 'screen' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    timeout: options.limitMs,
    cwd: options.folder,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    const end = (ok: boolean): void =>
      resolve({ ok, output, duration: performance.now() - started });
    child.once('error', (error) => {
      output += error.message;
      end(false);
    });
    child.once('close', (code, signal) => {
      if (signal) output += `\nEnded by ${signal} (the limit is ${options.limitMs / 1000} s).`;
      end(code === 0);
    });
  });
}
