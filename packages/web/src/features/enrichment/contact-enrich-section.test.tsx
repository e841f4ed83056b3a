import { expect, test } from 'vitest';
import { keys } from '../../lib/keys.ts';
import { refusal, renderPart, serve } from '../../ui/testing.tsx';
import { ContactEnrichSection } from './contact-enrich-section.tsx';

const run = {
  id: 'run-1',
  contact_id: 'anna',
  engine: 'local',
  model: null,
  message_count: 42,
  filled: ['company', 'email'],
  created_at: '2026-03-04T11:00:00.000Z',
};
const show = (hasMessages: boolean) =>
  renderPart(<ContactEnrichSection contactId="anna" hasMessages={hasMessages} />, [
    [keys.me, { member: { permissions: ['enrichment:run'] } }],
    [keys.contactEvidence('anna'), { evidence: [], last_run: null }],
  ]);

test('without messages it cannot start, and says why', async () => {
  const screen = await show(false);
  const button = screen.getByRole('button', { name: 'Enrich from SMS' });
  await expect.element(button).toBeDisabled();
  await expect.element(button).toHaveAccessibleDescription('There are no messages to read yet.');
});

test('says that it reads, once, and then what it filled', async () => {
  const { promise, resolve } = Promise.withResolvers<Response>();
  const calls = serve(({ method }) =>
    method === 'POST' ? promise : Response.json({ evidence: [], last_run: run }),
  );
  const screen = await show(true);
  await screen.getByRole('button', { name: 'Enrich from SMS' }).click();
  await expect
    .element(screen.getByRole('button', { name: 'Reading the conversation…' }))
    .toBeDisabled();
  resolve(Response.json({ run }));
  await expect.element(screen.getByText('Filled company and e-mail')).toBeInTheDocument();
  await expect.element(screen.getByText(/^Read 42 messages/)).toBeInTheDocument();
  expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('a refusal is one sentence, and it can be tried again', async () => {
  serve(() => refusal(400, 'NOTHING_TO_READ', 'There is no text to read.'));
  const screen = await show(true);
  await screen.getByRole('button', { name: 'Enrich from SMS' }).click();
  await expect.element(screen.getByText('There is no text to read.')).toBeInTheDocument();
  await expect.element(screen.getByRole('button', { name: 'Enrich from SMS' })).toBeEnabled();
});
