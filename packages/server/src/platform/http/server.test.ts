import { afterEach, describe, expect, test } from 'vitest';
import { problem } from '@rapport/contract/shared';
import { localEnricher } from '../llm/enricher.ts';
import { buildContact, buildMessage, buildOrganization } from '../testing/builders.ts';
import { testServer } from '../testing/test-server.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);
const json = { 'content-type': 'application/json' };

afterEach(() => {
  server.base.ports.enricher = localEnricher;
});

const readProblem = async (response: Response) => {
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  return problem.strict().parse(await response.json()).error;
};

describe('what cannot be answered', () => {
  test.each([
    ['GET', '/api/nothing'],
    ['POST', '/api/contacts/list'],
    ['DELETE', '/contact-intel/contacts'],
    ['GET', '/internal/nothing'],
    ['PUT', '/nothing'],
  ])('%s %s is said in the one body of errors', async (method, path) => {
    const response = await owner.fetch(path, { method });
    expect(response.status).toBe(404);
    expect(await readProblem(response)).toEqual({
      code: 'NOT_FOUND',
      message: 'There is nothing at this address.',
      details: {},
    });
  });

  test.each([
    ['text that is no JSON', '{"first_name": ', json],
    ['a list', '[1, 2]', json],
    ['a text', '"Ada"', json],
    ['nothing', '', json],
    ['another type', '<first_name/>', { 'content-type': 'text/xml' }],
    ['a key that would poison', '{"__proto__": {"role": "owner"}}', json],
  ])('a body with %s', async (_, body, headers) => {
    const response = await owner.fetch('/api/contacts', { method: 'POST', headers, body });
    expect([400, 415]).toContain(response.status);
    const { code, message } = await readProblem(response);
    expect(code).toBe('INVALID_INPUT');
    expect(message).toMatch(/\.$/);
  });

  test('a body that is too large, before it is read', async () => {
    const body = JSON.stringify({ first_name: 'x'.repeat(3 * 1024 * 1024) });
    const response = await owner.fetch('/api/contacts', { method: 'POST', headers: json, body });
    expect(response.status).toBe(413);
    expect((await readProblem(response)).code).toBe('TOO_LARGE');
  });

  test.each([
    ['an id that is none', '/api/contacts/1', 'contact_id'],
    ['half an id', '/api/contacts/00000000-0000-4000', 'contact_id'],
    ['a number that is none', '/api/contacts/list?page=one', 'page'],
  ])('%s, by name of the field', async (_, path, field) => {
    const response = await owner.fetch(path);
    expect(response.status).toBe(400);
    expect((await readProblem(response)).details).toMatchObject({ fields: [{ field }] });
  });

  test.each([
    ['a NUL in a text', { first_name: 'a\u0000b' }],
    ['a date before all dates', { date_of_birth: '0000-01-01' }],
  ])('%s', async (_, values) => {
    const body = JSON.stringify(values);
    const response = await owner.fetch('/api/contacts', { method: 'POST', headers: json, body });
    expect(response.status).toBe(400);
    expect((await readProblem(response)).code).toBe('UNSTORABLE');
  });

  test('a fault of ours, without what is behind it', async () => {
    const { contact_id } = await buildMessage(ctx);
    server.base.ports.enricher = {
      ...localEnricher,
      extract: async () => {
        throw new Error('password=hunter2 at /srv/secret.ts:7');
      },
    };
    const path = `/api/contacts/${contact_id}/enrich-from-messages`;
    const response = await owner.fetch(path, { method: 'POST' });
    expect(response.status).toBe(500);
    expect(await readProblem(response)).toEqual({
      code: 'INTERNAL',
      message: 'Something went wrong on our side; nothing was changed. Try again in a moment.',
      details: {},
    });
  });
});

describe('every answer', () => {
  test('forbids framing, sniffing and foreign scripts', async () => {
    const { headers } = await owner.fetch('/api/me');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  test('names only what the contract names', async () => {
    const { id } = await buildContact(ctx);
    const contact = await owner.client.getContact({ params: { contact_id: id } });
    for (const inner of ['organization_id', 'search_text', 'name_key', 'is_sample'])
      expect(contact).not.toHaveProperty(inner);
  });
});

describe('the health of the server', () => {
  test('is told to whoever asks', async () => {
    const live = await server.fetch('/healthz');
    expect({ status: live.status, body: await live.json() }).toEqual({
      status: 200,
      body: { status: 'ok' },
    });
    const ready = await server.fetch('/readyz');
    expect({ status: ready.status, body: await ready.json() }).toEqual({
      status: 200,
      body: { status: 'ready' },
    });
  });
});
