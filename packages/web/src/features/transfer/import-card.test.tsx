import type { HistoryImport } from '@rapport/contract/transfer.api';
import { expect, test } from 'vitest';
import { refusal, renderPart, serve } from '../../ui/testing.tsx';
import { ImportCard } from './import-card.tsx';

const item: HistoryImport = {
  id: 'import-1',
  file_name: 'chat.txt',
  format: 'whatsapp',
  status: 'running',
  size_bytes: 2000,
  bytes_done: 500,
  contacts_created: 0,
  messages_created: 0,
  messages_known: 0,
  rows_rejected: 0,
  rows_skipped: 0,
  error: null,
  participants: [],
  created_at: '2026-03-04T11:00:00.000Z',
  finished_at: null,
};
const asking: HistoryImport = { ...item, status: 'needs_answer', participants: ['Anna', 'Bo'] };

test('while it runs: how far, and a way to stop', async () => {
  const calls = serve(() => Response.json({ ...item, status: 'cancelled' }));
  const screen = await renderPart(<ImportCard item={item} />);
  await expect
    .element(screen.getByRole('progressbar', { name: 'Reading chat.txt' }))
    .toHaveAttribute('value', '0.25');
  await screen.getByRole('button', { name: 'Cancel' }).click();
  await expect
    .poll(() => calls)
    .toMatchObject([{ method: 'POST', path: '/api/imports/import-1/cancel' }]);
});

test('when it is done: what came of it, and no way to stop', async () => {
  const done = { ...item, status: 'completed' as const, messages_created: 1204, messages_known: 3 };
  const screen = await renderPart(<ImportCard item={done} />);
  await expect.element(screen.getByText('1,204')).toBeInTheDocument();
  await expect.element(screen.getByText('Already known')).toBeInTheDocument();
  await expect.element(screen.getByRole('button', { name: 'Cancel' })).not.toBeInTheDocument();
});

test('when it failed: the sentence', async () => {
  const failed = { ...item, status: 'failed' as const, error: 'This is not a chat.' };
  const screen = await renderPart(<ImportCard item={failed} />);
  await expect.element(screen.getByRole('alert')).toHaveTextContent('This is not a chat.');
});

test('the question goes on only with an answer, and sends the names that are ticked', async () => {
  const calls = serve(() => Response.json({ ...item, status: 'queued' }));
  const screen = await renderPart(<ImportCard item={asking} />);
  await expect.element(screen.getByRole('button', { name: 'Go on' })).toBeDisabled();
  await screen.getByRole('checkbox', { name: 'Anna' }).click();
  await screen.getByRole('checkbox', { name: 'Bo' }).click();
  await screen.getByRole('checkbox', { name: 'Anna' }).click();
  await screen.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => calls).toMatchObject([{ body: { own_names: ['Bo'] } }]);
});

test('a refused answer stays on screen with the reason', async () => {
  serve(() => refusal(409, 'IMPORT_GONE', 'This import has ended already.'));
  const screen = await renderPart(<ImportCard item={asking} />);
  await screen.getByRole('checkbox', { name: 'Anna' }).click();
  await screen.getByRole('button', { name: 'Go on' }).click();
  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('This import has ended already.');
  await expect.element(screen.getByRole('checkbox', { name: 'Anna' })).toBeChecked();
});
