// Writes docs/openapi.json from the contract. `--check` only compares.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { api } from '@rapport/contract/api';
import type { Access, Endpoint } from '@rapport/contract/endpoint';
import { problem } from '@rapport/contract/shared';
import { z } from 'zod';

const TARGET = join(import.meta.dirname, '../docs/openapi.json');

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

const SECURITY: Record<Access['kind'], object[]> = {
  public: [],
  person: [{ session: [] }, { token: [] }],
  super_admin: [{ session: [] }, { token: [] }],
  service: [{ gatewayKey: [] }],
};

const parametersOf = (schema: z.ZodType | undefined, place: 'path' | 'query') => {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, object>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: one,
  }));
};

const bodyOf = ({ body, encoding }: Endpoint) => {
  if (encoding === 'multipart')
    return {
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              required: ['file'],
              properties: { file: { type: 'string', format: 'binary' } },
            },
          },
        },
      },
    };
  if (!body) return {};
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: jsonSchema(body, 'input') } },
    },
  };
};

const MEDIA = {
  json: 'application/json',
  multipart: 'application/json',
  csv: 'text/csv',
  file: 'application/octet-stream',
};

const operationOf = (name: string, endpoint: Endpoint) => {
  const { access } = endpoint;
  const permission = access.kind === 'person' ? access.permission : null;
  const media = MEDIA[endpoint.encoding ?? 'json'];
  return {
    operationId: name,
    summary: endpoint.summary,
    ...(permission ? { description: `Needs the permission \`${permission}\`.` } : {}),
    security: SECURITY[access.kind],
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
    ],
    ...bodyOf(endpoint),
    responses: {
      [endpoint.status ?? 200]: {
        description: 'Success',
        content: { [media]: { schema: jsonSchema(endpoint.response, 'output') } },
      },
      default: {
        description: 'What is wrong, in one sentence',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
};

const render = (): string => {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, endpoint] of Object.entries(api) as [string, Endpoint][])
    (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operationOf(name, endpoint);
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Rapport',
      version: '0.1.0',
      description:
        'Printed from the contract. Accounts, sessions and tokens are under /api/auth; see docs/auth.md.',
    },
    paths,
    components: {
      schemas: { Problem: jsonSchema(problem, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'rapport.session_token' },
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        gatewayKey: { type: 'apiKey', in: 'header', name: 'x-gateway-key' },
      },
    },
  };
  return JSON.stringify(document, null, 2) + '\n';
};

const text = render();
if (!process.argv.includes('--check')) await writeFile(TARGET, text);
else if ((await readFile(TARGET, 'utf8').catch(() => '')) !== text) {
  console.error('docs/openapi.json is out of date. Run `npm run openapi`.');
  process.exitCode = 1;
}
