// The built-in engine in a thread of its own: reading a long conversation takes tens of milliseconds, in
// which the server could answer nobody.
import { parentPort } from 'node:worker_threads';
import { extractContactInfo } from '@rapport/domain/language/extract';
import type { EngineAnswer, EngineRequest } from './engine-threads.ts';

parentPort!.on('message', ({ id, turns, options }: EngineRequest) => {
  let answer: EngineAnswer;
  try {
    answer = { id, extraction: extractContactInfo(turns, options) };
  } catch (error) {
    answer = {
      id,
      problem: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
  parentPort!.postMessage(answer);
});
