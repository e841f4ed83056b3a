import type { Contact } from '@rapport/contract/contacts.api';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { renderPart } from '../../ui/testing.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';

const conflict = {
  fields: ['company' as const],
  mine: { company: 'Globex' },
  theirs: { company: null } as Contact,
};

const open = async () => {
  const onKeepMine = vi.fn<() => void>();
  const onTakeTheirs = vi.fn<() => void>();
  const screen = await renderPart(
    <ConflictDialog conflict={conflict} onKeepMine={onKeepMine} onTakeTheirs={onTakeTheirs} />,
  );
  return { screen, onKeepMine, onTakeTheirs };
};

test('puts both values side by side, and asks', async () => {
  const { screen, onKeepMine, onTakeTheirs } = await open();
  const dialog = screen.getByRole('dialog', { name: 'Somebody else changed this too' });
  await expect.element(dialog).toBeInTheDocument();
  expect(dialog.element().textContent).toContain('Your companyGlobexTheir companyEmpty');
  await screen.getByRole('button', { name: 'Keep mine' }).click();
  expect(onKeepMine).toHaveBeenCalledOnce();
  expect(onTakeTheirs).not.toHaveBeenCalled();
});

test('Esc overwrites nobody', async () => {
  const { screen, onKeepMine, onTakeTheirs } = await open();
  await expect.element(screen.getByRole('dialog')).toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  expect(onTakeTheirs).toHaveBeenCalledOnce();
  expect(onKeepMine).not.toHaveBeenCalled();
});
