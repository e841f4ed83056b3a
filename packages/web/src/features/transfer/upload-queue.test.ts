import { ApiError } from '@rapport/contract/problem';
import type { HistoryImport } from '@rapport/contract/transfer.api';
import { describe, expect, test } from 'vitest';
import { createUploadQueue } from './upload-queue.ts';
import { type Upload, readUploadAnswer } from './upload.ts';

/** A sender that finishes when told to. */
const sender = () => {
  const sent: (Upload & { done: () => void; fail: (error: unknown) => void })[] = [];
  const started: string[] = [];
  const queue = createUploadQueue(
    (upload) =>
      new Promise((resolve, reject) => {
        upload.signal.addEventListener('abort', () => reject(new Error('aborted')));
        sent.push({
          ...upload,
          done: () => resolve({ id: upload.file.name } as HistoryImport),
          fail: reject,
        });
      }),
    ({ id }) => started.push(id),
  );
  const states = () => queue.list().map(({ file, state }) => `${file.name} ${state}`);
  return { sent, started, queue, states };
};
const file = (name: string) => new File(['x'], name);
const settled = () => new Promise((resolve) => setImmediate(resolve));
const refusal = (status: number) =>
  new ApiError(status, { error: { code: 'X', message: 'No.', details: {} } });

describe('files on their way', () => {
  test('go one after another, each with its options', async () => {
    const { sent, started, queue, states } = sender();
    queue.add([file('a'), file('b')], { date_order: 'dmy' });
    expect(states()).toEqual(['a uploading', 'b waiting']);
    sent[0]?.onProgress(0.5);
    expect(queue.list()[0]?.progress).toBe(0.5);
    sent[0]?.done();
    await settled();
    expect(started).toEqual(['a']);
    expect(states()).toEqual(['b uploading']);
    expect(sent[1]?.options).toEqual({ date_order: 'dmy' });
  });

  test('one that fails stays with its sentence, and the next goes on', async () => {
    const { sent, queue, states } = sender();
    queue.add([file('a'), file('b')], {});
    sent[0]?.fail(refusal(400));
    await settled();
    expect(states()).toEqual(['a failed', 'b uploading']);
    expect(queue.list()[0]).toMatchObject({ error: 'No.', may_retry: false });
  });

  test('what the connection broke can be tried again', async () => {
    const { sent, started, queue } = sender();
    queue.add([file('a')], {});
    sent[0]?.fail(refusal(0));
    await settled();
    expect(queue.list()[0]?.may_retry).toBe(true);
    queue.retry(queue.list()[0]?.key ?? -1);
    sent[1]?.done();
    await settled();
    expect(started).toEqual(['a']);
    expect(queue.list()).toEqual([]);
  });

  test('taking out the one on its way stops it; the next goes on', async () => {
    const { sent, started, queue, states } = sender();
    queue.add([file('a'), file('b')], {});
    queue.remove(queue.list()[0]?.key ?? -1);
    await settled();
    expect(sent[0]?.signal.aborted).toBe(true);
    expect(states()).toEqual(['b uploading']);
    expect(started).toEqual([]);
  });
});

describe('the answer to an upload', () => {
  test.each([
    [413, '<html>too large</html>', /larger/],
    [502, 'Bad gateway', /502/],
    [400, '{"error":{"code":"EMPTY_FILE","message":"It is empty.","details":{}}}', /It is empty/],
    [202, '{"not":"an import"}', /202/],
  ])('%s %s is one sentence', (status, text, sentence) => {
    expect(() => readUploadAnswer(status, text)).toThrow(sentence);
  });
});
