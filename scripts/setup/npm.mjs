import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { alsoHeldBy } from './lock.mjs';

/** The Node of the machine, which runs npm; ours from node_modules may be what runs this. */
export const HOST_NODE = process.env.npm_node_execpath ?? process.execPath;

/**
 * Runs npm, the one that runs us if any, and keeps what it prints.
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function npm(args, cwd) {
  const script = process.env.npm_execpath;
  return script && /^npm(-cli)?\.c?js$/.test(basename(script))
    ? run(HOST_NODE, [script, ...args], { cwd })
    : run('npm', args, { cwd, shell: process.platform === 'win32' });
}

/** Runs a program to its end and keeps what it prints. */
export function run(program, args, options) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    alsoHeldBy(child.pid);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}
