// What tests set their scene with: each builder goes through the services and returns what it made.
import { Readable } from 'node:stream';
import { type Contact, contact as contactSchema } from '@rapport/contract/contacts.api';
import { PERMISSIONS, type Role } from '@rapport/contract/permissions';
import * as organizations from '../../modules/auth/organization.service.ts';
import { createContact, getContact } from '../../modules/contacts/contacts.service.ts';
import { type RecordedMessage, recordMessages } from '../../modules/messaging/messages.service.ts';
import { createContactImport } from '../../modules/transfer/contact-imports.service.ts';
import { createImport, storeFile } from '../../modules/transfer/imports.service.ts';
import type { Ctx } from '../ctx.ts';
import { newId } from '../ids.ts';
import { type ApiClient, PUBLIC_URL, type TestServer } from './test-server.ts';

/** The owner's context in an organization under test, and the server that it lives on. */
export type TestCtx = Ctx & { server: TestServer };

/** Somebody who calls: the headers that say who, and what sends them with each request. */
export type TestCaller = {
  headers: Record<string, string>;
  client: ApiClient;
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** For what the contract does not name: accounts, under /api/auth. */
  post: (path: string, body: object) => Promise<Posted>;
};
export type Posted = { status: number; headers: Headers; body: any };

export type Person = TestCaller & {
  user_id: string;
  member_id: string;
  name: string;
  email: string;
  password: string;
};

/** Makes names, addresses and numbers that no other test has. */
let serial = 0;
const next = (): number => ++serial;

const PASSWORD = 'correct horse battery';

/** Signs somebody up as the sign-up page does, past the limit on attempts. */
export const signUp = async (
  server: TestServer,
  wish: { name?: string; email?: string; organization_name?: string; invitation_token?: string },
): Promise<Person> => {
  const { name = `Person ${next()}`, email = `person${next()}@example.com`, ...rest } = wish;
  const { headers, response } = await server.signIn.api.signUpEmail({
    body: { name, email, password: PASSWORD, ...rest },
    returnHeaders: true,
  });
  const caller = callerOf(server, { cookie: cookieOf(headers) });
  const { member } = await caller.client.getMe();
  return {
    ...caller,
    name,
    email,
    password: PASSWORD,
    user_id: response.user.id,
    member_id: member.id,
  };
};

export const callerOf = (server: TestServer, headers: Record<string, string>): TestCaller => {
  const fetch: TestCaller['fetch'] = (path, init = {}) =>
    server.fetch(path, { ...init, headers: { ...headers, ...(init.headers as object) } });
  return {
    headers,
    client: server.client(headers),
    fetch,
    post: async (path, body) => {
      const response = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: PUBLIC_URL },
        body: JSON.stringify(body),
      });
      const { status } = response;
      return { status, headers: response.headers, body: await response.json() };
    },
  };
};

/** What a browser sends back of an answer's cookies. */
export const cookieOf = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** A new organization with its ten tags, and its owner signed in. */
export const buildOrganization = async (
  server: TestServer,
  overrides: { name?: string } & Partial<{
    default_country: string;
    timezone: string;
    members_see_assigned_only: boolean;
  }> = {},
): Promise<{ ctx: TestCtx; owner: Person }> => {
  const { name = `Organization ${next()}`, ...settings } = overrides;
  const owner = await signUp(server, { organization_name: name });
  const { organization } = await owner.client.getMe();
  const ctx: TestCtx = {
    ...server.base,
    server,
    organization_id: organization.id,
    actor: {
      kind: 'person',
      user_id: owner.user_id,
      member_id: owner.member_id,
      role: 'owner',
      permissions: new Set(PERMISSIONS),
      super_admin: false,
      restricted: false,
    },
  };
  if (Object.keys(settings).length > 0) await organizations.changeOrganization(ctx, settings);
  return { ctx, owner };
};

/** Somebody invited into the organization, signed up and signed in. */
export const buildMember = async (
  ctx: TestCtx,
  role: Role,
  overrides: { name?: string } = {},
): Promise<Person> => {
  const email = `member${next()}@example.com`;
  const { token } = await organizations.invite(ctx, email, role);
  return signUp(ctx.server, { ...overrides, email, invitation_token: token });
};

/** A member who never signs in: quicker than one who does. @returns the member's id */
export const buildColleague = async ({ db, organization_id }: TestCtx): Promise<string> => {
  const [id, user_id] = [newId(), newId()];
  const email = `colleague${next()}@example.com`;
  await db.insertInto('user').values({ id: user_id, name: 'Colleague', email }).execute();
  const member = { organization_id, id, user_id, role: 'member' };
  await db.insertInto('member').values(member).execute();
  return id;
};

export type ContactOverrides = Partial<
  Pick<
    Contact,
    | 'first_name'
    | 'last_name'
    | 'company'
    | 'job_title'
    | 'status'
    | 'timezone'
    | 'preferred_language'
    | 'gender'
    | 'pipeline_stage'
  >
> & { phone_number?: string; email?: string; tag_ids?: string[]; assigned_to?: Person[] };

/** A contact with a name and a number of its own. */
export const buildContact = async (
  ctx: TestCtx,
  overrides: ContactOverrides = {},
): Promise<Contact> => {
  const { tag_ids = [], assigned_to = [], ...values } = overrides;
  const { id } = await createContact(ctx, {
    first_name: 'Carla',
    last_name: `Contact ${next()}`,
    phone_number: buildPhone(),
    ...values,
  });
  const of = { organization_id: ctx.organization_id, contact_id: id };
  if (tag_ids.length > 0)
    await ctx.db
      .insertInto('contact_tagging')
      .values(tag_ids.map((tag_id) => ({ ...of, tag_id })))
      .execute();
  if (assigned_to.length > 0)
    await ctx.db
      .insertInto('contact_user')
      .values(assigned_to.map(({ member_id }) => ({ ...of, member_id })))
      .execute();
  return contactSchema.parse(await getContact(ctx, id));
};

/** A valid number that nobody has: +1 212, of which this process uses each line number once. */
export const buildPhone = (): string => `+1212${String(2_000_000 + next())}`;

/** A number of the organization's own, of the simulated network unless told otherwise. */
export const buildPhoneNumber = async (
  { db, organization_id }: TestCtx,
  overrides: {
    phone_number?: string;
    provider?: 'twilio' | 'simulator';
    friendly_name?: string;
  } = {},
): Promise<{ id: string; phone_number: string }> => {
  const [id, phone_number] = [newId(), overrides.phone_number ?? buildPhone()];
  await db
    .insertInto('phone_number')
    .values({ provider: 'simulator', ...overrides, organization_id, id, phone_number })
    .execute();
  return { id, phone_number };
};

/** A message in a contact's history, inbound unless told otherwise; without a contact, of a new one. */
export const buildMessage = async (
  ctx: TestCtx,
  overrides: Partial<RecordedMessage> = {},
): Promise<RecordedMessage> => {
  const id = newId();
  const direction = overrides.direction ?? 'inbound';
  const message: RecordedMessage = {
    id,
    contact_id: overrides.contact_id ?? (await buildContact(ctx)).id,
    channel: 'sms',
    direction,
    body: 'Hello there',
    subject: null,
    from_address: '',
    to_address: '',
    status: direction === 'inbound' ? 'received' : 'sent',
    source: 'external',
    external_id: null,
    dedup_key: `test:${id}`,
    import_id: null,
    created_at: ctx.now(),
    attachments: [],
    ...overrides,
  };
  await recordMessages(ctx, [message]);
  return message;
};

export type GatewayKey = TestCaller & { id: string; key: string };

/** A key for programs, and a client that uses it. */
export const buildGatewayKey = async (ctx: TestCtx): Promise<GatewayKey> => {
  const { gateway_key, key } = await organizations.createGatewayKey(ctx, `Key ${next()}`);
  return { ...callerOf(ctx.server, { 'x-gateway-key': key }), id: gateway_key.id, key };
};

/** A file of contacts that was uploaded and waits for its mapping. */
export const buildContactImport = async (
  ctx: TestCtx,
  text = 'Name\nNadia Novak\n',
): Promise<{ id: string }> =>
  createContactImport(ctx, await storeFile(ctx, Readable.from([text])), 'contacts.csv');

/** An import that waits: nobody has queued it. */
export const buildImport = async (ctx: TestCtx, text = '{}\n'): Promise<{ id: string }> => {
  const stored = await storeFile(ctx, Readable.from([text]));
  return createImport(ctx, stored, {
    file_name: 'history.jsonl',
    options: { format: 'json_lines' },
    queue: false,
  });
};
