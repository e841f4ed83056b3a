import { api } from '@rapport/contract/api';
import { urlOf } from '@rapport/contract/client';
import { describe, expect, test } from 'vitest';
import { buildContact, buildMember, buildOrganization } from '../../platform/testing/builders.ts';
import { importContacts } from './contact-imports.fixtures.ts';
import { testServer } from '../../platform/testing/test-server.ts';

const server = await testServer();

describe('an export', () => {
  test('holds what a list with the filter shows, and nothing a spreadsheet would run', async () => {
    const { ctx, owner } = await buildOrganization(server);
    await buildContact(ctx, { company: '=HYPERLINK("x")', phone_number: '+12125550199' });
    await buildContact(ctx, { company: 'Other' });
    const text = await owner.client.exportContacts({ body: { filter: { search: 'hyperlink' } } });
    const [header, row, ...rest] = text.split('\r\n');
    expect(header).toContain('Rapport ID,External ID,First name');
    expect(row).toContain(`"'=HYPERLINK(""x"")"`);
    expect(row).toContain(",'+12125550199,");
    expect(rest).toEqual(['']);
  });

  test('of ids tells how many it holds; ids of nobody are not found', async () => {
    const { ctx, owner } = await buildOrganization(server);
    const { owner: stranger } = await buildOrganization(server);
    const { id } = await buildContact(ctx);
    const post = (caller: typeof owner) =>
      caller.fetch(urlOf(api.exportContacts, {}), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ contact_ids: [id], format: 'vcard' }),
      });
    const response = await post(owner);
    expect(response.headers.get('x-total-count')).toBe('1');
    expect(response.headers.get('content-type')).toBe('text/vcard; charset=utf-8');
    expect(await response.text()).toMatch(/^BEGIN:VCARD\r\nVERSION:4.0\r\n/);
    expect((await post(stranger)).status).toBe(404);
  });

  test('holds the notes that others may read, and takes them in once', async () => {
    const { ctx, owner } = await buildOrganization(server);
    const { id } = await buildContact(ctx);
    const params = { contact_id: id };
    const note = { area: 'general' as const };
    for (const body of ['Likes tea\r\nand cake ', '=1+1'])
      await owner.client.createNote({
        params,
        body: { ...note, body, visibility: 'user_visible' },
      });
    await owner.client.createNote({
      params,
      body: { ...note, body: 'Between us', visibility: 'internal' },
    });
    for (const format of ['csv', 'vcard'] as const) {
      const text = await owner.client.exportContacts({ body: { filter: {}, format } });
      expect(text).toContain('Likes tea');
      expect(text).not.toContain('Between us');
      const done = await importContacts(owner, { name: `all.${format}`, content: text });
      expect(done).toMatchObject({ unchanged: 1, updated: 0 });
      const abroad = await buildOrganization(server);
      await importContacts(abroad.owner, { name: `all.${format}`, content: text });
      const { notes } = await abroad.owner.client.listNotes({ params });
      expect(notes.map(({ body }) => body).toSorted()).toEqual(['=1+1', 'Likes tea\nand cake']);
    }
  });

  test('leaves out what a restricted member does not see', async () => {
    const { ctx } = await buildOrganization(server, { members_see_assigned_only: true });
    const member = await buildMember(ctx, 'member');
    const own = await buildContact(ctx, { first_name: 'Seen', assigned_to: [member] });
    const other = await buildContact(ctx, { first_name: 'Hidden' });
    const all = await member.client.exportContacts({ body: { filter: {} } });
    const both = await member.client.exportContacts({ body: { contact_ids: [own.id, other.id] } });
    for (const text of [all, both]) {
      expect(text).toContain('Seen');
      expect(text).not.toContain('Hidden');
    }
  });
});
