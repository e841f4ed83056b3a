import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { renderPart } from '../../ui/testing.tsx';
import { EvidenceMarker } from './evidence-marker.tsx';

const evidence = {
  field: 'company' as const,
  value: 'Acme',
  run_id: '0190a1b2-0000-7000-8000-00000000000a',
  call_id: null,
  message_id: 'message-1',
  quote: 'I work at Acme',
  message_at: '2026-03-04T10:00:00.000Z',
  engine: 'local',
  model: null,
  created_at: '2026-03-04T11:00:00.000Z',
};

const open = async () => {
  const onShow = vi.fn<(message_id: string, quote: string | null) => void>();
  const screen = await renderPart(
    <>
      <EvidenceMarker what="company" evidence={evidence} onShow={onShow} />
      <p>elsewhere</p>
    </>,
  );
  const marker = screen.getByRole('button', { name: 'Where the company comes from' });
  const proof = screen.getByRole('dialog', { name: 'Where the company comes from' });
  return { screen, onShow, marker, proof };
};

test('hovering shows the words; leaving hides them', async () => {
  const { screen, marker, proof } = await open();
  await marker.hover();
  await expect.element(screen.getByText('“I work at Acme”')).toBeInTheDocument();
  await screen.getByText('elsewhere').hover();
  await expect.element(proof).not.toBeInTheDocument();
});

test('a press keeps it open and leads to the message', async () => {
  const { screen, onShow, marker } = await open();
  await marker.click();
  await screen.getByRole('button', { name: 'Show in conversation' }).click();
  expect(onShow.mock.calls).toEqual([['message-1', 'I work at Acme']]);
});

test('works by keyboard: focus shows, Enter goes in, Esc comes back', async () => {
  const { marker, proof } = await open();
  await userEvent.keyboard('{Tab}');
  await expect.element(marker).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(proof).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(proof).not.toBeInTheDocument();
  await expect.element(marker).toHaveFocus();
});
