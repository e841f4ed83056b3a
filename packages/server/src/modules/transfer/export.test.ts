import { api } from '@rapport/contract/api';
import { urlOf } from '@rapport/contract/client';
import { describe, expect, test } from 'vitest';
import { buildContact, buildMember, buildOrganization } from '../../platform/testing/builders.ts';
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
