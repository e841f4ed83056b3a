import { expect, test } from 'vitest';
import { tell } from '../../realtime/listen.ts';
import { refusal, renderPart, serve } from '../../ui/testing.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { type BulkWork, useBulk } from './use-bulk.ts';

const work: BulkWork = {
  action: { action: 'tag', tag_id: 'vip' },
  target: { ids: ['a', 'b'] },
  doing: 'Tagging 2 contacts',
  done: (changed) => `${changed} tagged`,
  undo: [{ action: { action: 'untag', tag_id: 'vip' }, target: { ids: ['b'] } }],
};

const Part = () => {
  const bulk = useBulk((id) => `Contact ${id}`);
  return (
    <BulkBar
      selection={{ kind: 'rows', rows: [], count: 2 }}
      total={2}
      isPageChosen
      bulk={bulk}
      onChooseAll={() => {}}
      onClear={() => {}}
    >
      <button type="button" onClick={() => void bulk.run(work)}>
        Go
      </button>
    </BulkBar>
  );
};

const answer = (failed: object[] = []) =>
  Response.json({ batch_id: 'x', action: 'tag', matched: 2, changed: 1, failed });
const batchOf = (body: unknown) => (body as { batch_id: string }).batch_id;

test('shows how far the own request is, whoever else is at work', async () => {
  const { promise, resolve } = Promise.withResolvers<Response>();
  const calls = serve(() => promise);
  const screen = await renderPart(<Part />);
  await screen.getByRole('button', { name: 'Go' }).click();
  const bar = screen.getByRole('progressbar', { name: 'Tagging 2 contacts' });
  await expect.element(bar).toBeInTheDocument();
  expect(calls[0]?.body).toMatchObject({ action: 'tag', contact_ids: ['a', 'b'] });
  const say = (batch_id: string, done: number) =>
    tell({ seq: 1, type: 'contacts.bulk', payload: { batch_id, done, total: 4000 } });
  say('0190a1b2-0000-7000-8000-000000000001', 4000);
  say(batchOf(calls[0]?.body), 1000);
  await expect.element(screen.getByText('25%')).toBeInTheDocument();
  resolve(answer());
  await expect.element(screen.getByText('1 tagged')).toBeInTheDocument();
});

test('undo sends back what was there before', async () => {
  const calls = serve(() => answer());
  const screen = await renderPart(<Part />);
  await screen.getByRole('button', { name: 'Go' }).click();
  await screen.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(() => calls.length).toBe(2);
  expect(calls[1]?.body).toMatchObject({ action: 'untag', contact_ids: ['b'] });
});

test('names whom it could not be done to, and why', async () => {
  serve(() => answer([{ contact_id: 'a', reason: 'There is no such contact.' }]));
  const screen = await renderPart(<Part />);
  await screen.getByRole('button', { name: 'Go' }).click();
  const report = screen.getByRole('dialog', { name: '1 contact left out' });
  await expect.element(report.getByText('Contact a')).toBeInTheDocument();
  await expect.element(report.getByText('There is no such contact.')).toBeInTheDocument();
});

test('a refusal is said, and the buttons are there again', async () => {
  serve(() => refusal(403, 'PERMISSION_DENIED', 'You may not do this.'));
  const screen = await renderPart(<Part />);
  await screen.getByRole('button', { name: 'Go' }).click();
  await expect.element(screen.getByText('You may not do this.')).toBeInTheDocument();
  await expect.element(screen.getByRole('button', { name: 'Go' })).toBeInTheDocument();
});
