import { NOTE_AREAS } from '@rapport/contract/notes.api';
import { describe, expect, test } from 'vitest';
import { removeMember } from '../auth/organization.service.ts';
import { buildContact, buildMember, buildOrganization } from '../../platform/testing/builders.ts';
import { heardDuring } from '../../platform/testing/heard.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { createEnrichmentNote, mergeMemoryNote } from './notes.service.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);
const { client } = owner;

/** A contact with a note of a member, one of enrichment and a memory; later ones are newer. */
const scene = async () => {
  const { id: contact_id } = await buildContact(ctx);
  const author = await buildMember(ctx, 'member', { name: 'Nell Author' });
  const start = Date.now();
  const at = (second: number) => ({ ...ctx, now: () => new Date(start + second * 1000) });
  await mergeMemoryNote(at(0), contact_id, () => 'Has a **dog**');
  const enrichment = await createEnrichmentNote(at(1), contact_id, 'Company: Acme');
  const manual = await author.client.createNote({
    params: { contact_id },
    body: { body: 'Likes 100% wool' },
  });
  const { notes } = await client.listNotes({ params: { contact_id } });
  const memory = notes.find(({ area }) => area === 'memory')!;
  return { contact_id, author, memory, manual, enrichment };
};

describe('a note', () => {
  test('of a person carries the person, its area and its visibility', async () => {
    const { id: contact_id } = await buildContact(ctx);
    const params = { contact_id };
    const body = {
      body: ' Called *twice* ',
      area: 'call_annotation',
      visibility: 'internal',
    } as const;
    const note = await client.createNote({ params, body });
    expect(note).toMatchObject({
      contact_id,
      body: 'Called *twice*',
      origin: 'manual',
      area: 'call_annotation',
      visibility: 'internal',
      author_label: owner.name,
      author_member_id: owner.member_id,
      pinned: false,
      can_edit: true,
      can_delete: true,
    });
    expect(note.updated_at).toBe(note.created_at);
    // Internal notes are hidden from nobody inside the organization.
    const member = await buildMember(ctx, 'member');
    const { notes } = await member.client.listNotes({ params });
    expect(notes).toEqual([{ ...note, can_edit: false, can_delete: false }]);
  });

  test.each([
    [{ body: '  ' }, 'body', 'is empty'],
    [{ body: 'x'.repeat(20_001) }, 'body', 'is longer than 20,000 characters'],
    [
      { body: 'x', area: 'memory' },
      'area',
      'must be one of general, call_annotation, sms_annotation, alert',
    ],
    [{ body: 'x', visibility: 'secret' }, 'visibility', 'must be one of user_visible, internal'],
  ])('of a person is not %o', async (body, field, message) => {
    const { id: contact_id } = await buildContact(ctx);
    await expect(
      client.createNote({ params: { contact_id }, body: body as { body: string } }),
    ).rejects.toMatchObject({ status: 400, details: { fields: [{ field, message }] } });
  });

  test('is by whoever the area says when no person wrote it', async () => {
    const { memory, contact_id, enrichment } = await scene();
    expect(memory).toMatchObject({ author_label: 'Contact Memory', author_member_id: null });
    const { notes } = await client.listNotes({ params: { contact_id } });
    expect(notes.find(({ id }) => id === enrichment)).toMatchObject({
      author_label: 'AI Enrichment',
      origin: 'workflow',
    });
  });

  test('keeps standing when its author leaves', async () => {
    const { contact_id, author, manual } = await scene();
    await removeMember(ctx, author.member_id);
    const { notes } = await client.listNotes({ params: { contact_id } });
    expect(notes.find(({ id }) => id === manual.id)).toMatchObject({
      body: 'Likes 100% wool',
      author_label: 'A former member',
      can_edit: false,
      can_delete: true,
    });
  });
});

describe('changing a note', () => {
  test('is for its author only, admins included', async () => {
    const { contact_id, author, manual } = await scene();
    const request = { params: { contact_id, note_id: manual.id }, body: { body: 'Likes silk' } };
    await expect(client.updateNote(request)).rejects.toMatchObject({
      status: 403,
      code: 'NOT_YOUR_NOTE',
    });
    const changed = await author.client.updateNote(request);
    expect(changed).toMatchObject({ id: manual.id, body: 'Likes silk', area: 'general' });
    expect(changed.created_at).toBe(manual.created_at);
    expect(Date.parse(changed.updated_at)).toBeGreaterThan(Date.parse(manual.updated_at));
  });

  test('that the product wrote is for nobody', async () => {
    const { contact_id, memory, enrichment } = await scene();
    for (const note_id of [memory.id, enrichment])
      await expect(
        client.updateNote({ params: { contact_id, note_id }, body: { body: 'Mine' } }),
      ).rejects.toMatchObject({ status: 403, code: 'NOTE_NOT_EDITABLE' });
    const { notes } = await client.listNotes({ params: { contact_id } });
    expect(notes.filter(({ can_edit }) => can_edit)).toEqual([]);
  });

  test('through another contact finds nothing', async () => {
    const { author, manual } = await scene();
    const { id: contact_id } = await buildContact(ctx);
    const params = { contact_id, note_id: manual.id };
    const missing = { status: 404, code: 'NOTE_NOT_FOUND' };
    const other = author.client;
    await expect(other.updateNote({ params, body: { body: 'x' } })).rejects.toMatchObject(missing);
    await expect(other.removeNote({ params })).rejects.toMatchObject(missing);
    await expect(other.pinNote({ params })).rejects.toMatchObject(missing);
  });
});

describe('deleting a note', () => {
  test('is for its author and for admins', async () => {
    const { contact_id, author, manual } = await scene();
    const params = { contact_id, note_id: manual.id };
    const member = await buildMember(ctx, 'member');
    await expect(member.client.removeNote({ params })).rejects.toMatchObject({
      status: 403,
      code: 'NOT_YOUR_NOTE',
    });
    await author.client.removeNote({ params });
    const second = await author.client.createNote({ params, body: { body: 'Again' } });
    await client.removeNote({ params: { contact_id, note_id: second.id } });
    const { notes } = await client.listNotes({ params });
    expect(notes.map(({ area }) => area)).toEqual(['memory', 'ai_enrichment']);
  });

  test('that enrichment wrote is for everybody; the memory stays', async () => {
    const { contact_id, author, memory, enrichment } = await scene();
    await author.client.removeNote({ params: { contact_id, note_id: enrichment } });
    await expect(
      client.removeNote({ params: { contact_id, note_id: memory.id } }),
    ).rejects.toMatchObject({ status: 409, code: 'MEMORY_NOTE_KEPT' });
    const { notes } = await client.listNotes({ params: { contact_id } });
    expect(notes.map(({ area }) => area)).toEqual(['memory', 'general']);
  });
});

describe('the list of notes', () => {
  test('has memory first, then what is pinned, then what is asked for', async () => {
    const { id: contact_id } = await buildContact(ctx);
    const params = { contact_id };
    const ids: string[] = [];
    for (const body of ['first', 'second', 'third'])
      ids.push((await client.createNote({ params, body: { body } })).id);
    await mergeMemoryNote(ctx, contact_id, () => 'memory');
    const note_id = ids[0]!;
    const edit = { params: { contact_id, note_id }, body: { body: 'first, edited' } };
    await client.updateNote(edit);
    const texts = async (sort?: 'newest' | 'oldest' | 'recently_edited') =>
      (await client.listNotes({ params, query: { sort } })).notes.map(({ body }) => body);
    expect(await texts()).toEqual(['memory', 'third', 'second', 'first, edited']);
    expect(await texts('oldest')).toEqual(['memory', 'first, edited', 'second', 'third']);
    expect(await texts('recently_edited')).toEqual(['memory', 'first, edited', 'third', 'second']);

    const pin = { params: { contact_id, note_id: ids[1]! } };
    const before = await client.listNotes({ params });
    const pinned = await client.pinNote(pin);
    expect(pinned.pinned).toBe(true);
    expect(pinned.updated_at).toBe(before.notes.find(({ id }) => id === ids[1])!.updated_at);
    expect(await texts()).toEqual(['memory', 'second', 'third', 'first, edited']);
    expect((await client.unpinNote(pin)).pinned).toBe(false);
    expect(await texts()).toEqual(['memory', 'third', 'second', 'first, edited']);
  });

  test('is narrowed by area, origin and text', async () => {
    const { contact_id, manual, memory } = await scene();
    const params = { contact_id };
    const alert = await client.createNote({ params, body: { body: 'Owes 5_000', area: 'alert' } });
    type Query = NonNullable<Parameters<typeof client.listNotes>[0]['query']>;
    const ids = async (query: Query) =>
      (await client.listNotes({ params, query })).notes.map(({ id }) => id);
    expect(await ids({ area: [...NOTE_AREAS] })).toHaveLength(4);
    expect(await ids({ area: ['alert'] })).toEqual([alert.id]);
    expect(await ids({ area: ['alert', 'memory'] })).toEqual([memory.id, alert.id]);
    expect((await ids({ origin: 'manual' })).toSorted()).toEqual([manual.id, alert.id].toSorted());
    expect(await ids({ q: '100% WOOL' })).toEqual([manual.id]);
    // Wildcards of SQL are text here.
    expect(await ids({ q: '5_0' })).toEqual([alert.id]);
    expect(await ids({ q: '100%l' })).toEqual([]);
    expect(await ids({ q: '', area: ['general'], origin: 'system' })).toEqual([]);
    await expect(ids({ area: ['gossip' as 'alert'] })).rejects.toMatchObject({ status: 400 });
  });
});

test('every change of notes is told to who may see the contact', async () => {
  const { id: contact_id } = await buildContact(ctx);
  const params = { contact_id };
  const told = [{ type: 'notes.changed', payload: { contact_id } }];
  let note_id = '';
  expect(
    await heardDuring(ctx, async () => {
      ({ id: note_id } = await client.createNote({ params, body: { body: 'x' } }));
    }),
  ).toEqual(told);
  const one = { params: { contact_id, note_id } };
  for (const work of [
    () => client.updateNote({ ...one, body: { body: 'y' } }),
    () => client.pinNote(one),
    () => client.unpinNote(one),
    () => client.removeNote(one),
  ])
    expect(await heardDuring(ctx, work)).toEqual(told);
});

describe('forgetting', () => {
  const params = async () => ({ contact_id: (await buildContact(ctx)).id });
  const memoryOf = async ({ contact_id }: { contact_id: string }) =>
    (await client.listNotes({ params: { contact_id } })).notes.map(({ body }) => body);

  test('takes one line of the memory, and the note with the last one', async () => {
    const contact = await params();
    await mergeMemoryNote(ctx, contact.contact_id, () => '## Interests\n- oak\n- boats');
    const heard = await heardDuring(ctx, () =>
      client.forgetMemory({ params: contact, body: { line: '- oak' } }),
    );
    expect(heard.map(({ type }) => type)).toContain('notes.changed');
    expect(await memoryOf(contact)).toEqual(['## Interests\n- boats']);
    await expect(
      client.forgetMemory({ params: contact, body: { line: '- oak' } }),
    ).rejects.toMatchObject({ status: 404, code: 'NOT_REMEMBERED' });
    await client.forgetMemory({ params: contact, body: { line: '- boats' } });
    expect(await memoryOf(contact)).toEqual([]);
  });

  test('takes all of it and nothing else, and may be done twice', async () => {
    const { contact_id } = await scene();
    const all = { params: { contact_id }, body: { line: null } };
    await client.forgetMemory(all);
    await client.forgetMemory(all);
    expect(await memoryOf({ contact_id })).toHaveLength(2);
  });

  test('is not for members', async () => {
    const contact = await params();
    const member = await buildMember(ctx, 'member');
    await expect(
      member.client.forgetMemory({ params: contact, body: { line: null } }),
    ).rejects.toMatchObject({ status: 403 });
  });
});
