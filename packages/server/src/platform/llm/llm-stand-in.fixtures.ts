// A stand-in for an OpenAI-compatible server, which behaves as well or as badly as a test wants.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** What one request gets. */
export type Reply =
  /** This text, or this value as JSON. */
  | { say: string | object; cost?: number }
  | { status: number; retry_after?: number; body?: string }
  /** Nothing at all, until the caller gives up. */
  | 'silence'
  /** Half an answer, then the connection is gone. */
  | 'cut'
  /** The connection is gone at once. */
  | 'hang_up';

export type Asked = {
  path: string;
  authorization: string | undefined;
  model: string;
  response_format: { type: string } | undefined;
  /** All that was sent, as the model would read it. */
  instructions: string;
  prompt: string;
};

export type StandIn = {
  /** Address of its API, with `/v1`. */
  url: string;
  asked: Asked[];
  /** What the next requests get, one after another; the last one stays. */
  reply: (...replies: (Reply | ((asked: Asked) => Reply))[]) => void;
};

/** Listens on a free port until the tests of the file are over. */
export const llmStandIn = async (): Promise<StandIn> => {
  const asked: Asked[] = [];
  let replies: (Reply | ((asked: Asked) => Reply))[] = [{ status: 500 }];
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    let text = '';
    for await (const piece of request) text += String(piece);
    const body = JSON.parse(text || '{}');
    const contentOf = (role: string): string =>
      (body.messages ?? [])
        .filter((message: { role: string }) => message.role === role)
        .map(({ content }: { content: unknown }) =>
          typeof content === 'string' ? content : JSON.stringify(content),
        )
        .join('\n');
    const one: Asked = {
      path: request.url ?? '',
      authorization: request.headers.authorization,
      model: body.model,
      response_format: body.response_format,
      instructions: contentOf('system'),
      prompt: contentOf('user'),
    };
    asked.push(one);
    const next = replies.length > 1 ? replies.shift()! : replies[0]!;
    answer(response, typeof next === 'function' ? next(one) : next, body.model);
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    reply: (...wanted) => {
      replies = wanted;
    },
  };
};

const answer = (response: ServerResponse, reply: Reply, model: string): void => {
  if (reply === 'silence') return;
  if (reply === 'hang_up') {
    response.destroy();
    return;
  }
  if (reply === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
    response.write('{"id":"cut","choices":[{"message":{"role":"assistant","content":"{');
    setTimeout(() => response.destroy(), 5);
    return;
  }
  if ('status' in reply) {
    response.writeHead(reply.status, {
      'content-type': 'application/json',
      ...(reply.retry_after === undefined ? {} : { 'retry-after': String(reply.retry_after) }),
    });
    response.end(reply.body ?? JSON.stringify({ error: { message: 'as the test wants it' } }));
    return;
  }
  const content = typeof reply.say === 'string' ? reply.say : JSON.stringify(reply.say);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({
      id: 'answer',
      object: 'chat.completion',
      created: 1,
      model,
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
      usage: {
        prompt_tokens: 100,
        completion_tokens: 20,
        total_tokens: 120,
        ...(reply.cost === undefined ? {} : { cost: reply.cost }),
      },
    }),
  );
};
