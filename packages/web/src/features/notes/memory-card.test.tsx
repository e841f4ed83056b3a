import type { ContactNote } from '@rapport/contract/notes.api';
import { expect, test } from 'vitest';
import { keys } from '../../lib/keys.ts';
import { refusal, renderPart, serve } from '../../ui/testing.tsx';
import { MemoryCard } from './memory-card.tsx';

const note = {
  id: 'note-1',
  contact_id: 'anna',
  body: '## Interests\n- likes **oak**\n- boats',
  area: 'memory',
  author_label: 'Contact Memory',
  updated_at: '2026-03-04T11:00:00.000Z',
} as ContactNote;

const show = (permissions: string[]) =>
  renderPart(<MemoryCard note={note} />, [[keys.me, { member: { permissions } }]]);

test('lets one line be forgotten, as it stands in the note, after a question', async () => {
  const calls = serve(() => Response.json({ ok: true }));
  const screen = await show(['memory:delete']);
  await screen.getByRole('button', { name: 'Forget “likes oak”' }).click();
  const question = screen.getByRole('alertdialog', { name: 'Forget this?' });
  await expect
    .element(question)
    .toHaveAccessibleDescription('“likes oak” is taken out of the memory. This cannot be undone.');
  expect(calls).toEqual([]);
  await screen.getByRole('button', { name: 'Forget', exact: true }).click();
  await expect.element(screen.getByText('Forgotten')).toBeInTheDocument();
  expect(calls).toEqual([
    {
      method: 'POST',
      path: '/api/contacts/anna/memory/forget',
      body: { line: '- likes **oak**' },
    },
  ]);
});

test('lets all of it be forgotten; a refusal keeps the question open and says why', async () => {
  const calls = serve(() => refusal(503, 'BUSY', 'The server is busy. Try again in a moment.'));
  const screen = await show(['memory:delete']);
  await screen.getByRole('button', { name: 'Change the memory' }).click();
  await screen.getByRole('menuitem', { name: 'Forget all of it…' }).click();
  await screen.getByRole('button', { name: 'Forget', exact: true }).click();
  await expect.element(screen.getByText('The server is busy.', { exact: false })).toBeVisible();
  expect(calls[0]?.body).toEqual({ line: null });
});

test('who may not forget reads it only', async () => {
  const screen = await show(['contact:write']);
  await expect.element(screen.getByText('boats')).toBeVisible();
  expect(screen.getByRole('button').elements()).toHaveLength(0);
});
