// Hands conversations to threads that run the built-in engine: as many as there are processors.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Extraction, Turn } from '@rapport/domain/enrichment/fields';
import type { extractContactInfo } from '@rapport/domain/language/extract';

type Options = Parameters<typeof extractContactInfo>[1];
export type EngineRequest = { id: number; turns: Turn[]; options: Options };
export type EngineAnswer = { id: number; extraction: Extraction } | { id: number; problem: string };

/** A thread that nobody needs for so long ends, and its memory is free again, in milliseconds. */
const IDLE_MS = 30_000;

type Waiting = {
  request: EngineRequest;
  resolve: (extraction: Extraction) => void;
  reject: (error: Error) => void;
};
type Thread = { worker: Worker; current: Waiting | null; idle: NodeJS.Timeout | null };

const threads: Thread[] = [];
const queue: Waiting[] = [];
let serial = 0;

/**
 * What the built-in engine says about a conversation, worked out beside the server.
 * @throws Error when the engine fails, or its thread dies
 */
export const extractInThread = async (turns: Turn[], options: Options): Promise<Extraction> =>
  new Promise((resolve, reject) => {
    queue.push({ request: { id: ++serial, turns, options }, resolve, reject });
    next();
  });

const next = (): void => {
  if (queue.length === 0) return;
  const free = threads.find(({ current }) => current === null) ?? startThread();
  if (!free) return;
  const waiting = queue.shift()!;
  if (free.idle) clearTimeout(free.idle);
  free.current = waiting;
  free.worker.ref();
  free.worker.postMessage(waiting.request);
};

const startThread = (): Thread | null => {
  if (threads.length >= availableParallelism()) return null;
  const worker = new Worker(new URL('./engine-worker.ts', import.meta.url));
  const thread: Thread = { worker, current: null, idle: null };
  threads.push(thread);
  worker.on('message', (answer: EngineAnswer) => {
    const { current } = thread;
    thread.current = null;
    if ('problem' in answer) current?.reject(new Error(answer.problem));
    else current?.resolve(answer.extraction);
    rest(thread);
    next();
  });
  worker.on('error', (error) => end(thread, error));
  worker.on('exit', () => end(thread, new Error('The thread of the engine has ended.')));
  return thread;
};

/** An idle thread keeps no process alive. */
const rest = (thread: Thread): void => {
  thread.worker.unref();
  thread.idle = setTimeout(() => void thread.worker.terminate(), IDLE_MS).unref();
};

const end = (thread: Thread, error: unknown): void => {
  const index = threads.indexOf(thread);
  if (index >= 0) threads.splice(index, 1);
  if (thread.idle) clearTimeout(thread.idle);
  thread.current?.reject(error instanceof Error ? error : new Error(String(error)));
  thread.current = null;
  next();
};
