import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { keys } from '../../lib/keys.ts';
import { renderPart } from '../../ui/testing.tsx';
import { TagFilter } from './tag-filter.tsx';

const tags = [
  { id: 'a', name: 'Gold', color: '#aa8800' },
  { id: 'b', name: 'Press', color: '#0088aa' },
];

test('adds to what is chosen, says how many, and stays open for the next', async () => {
  const onChange = vi.fn<(chosen: string[]) => void>();
  const screen = await renderPart(<TagFilter chosen={['a']} onChange={onChange} />, [
    [keys.tags, { tags }],
  ]);
  await screen.getByRole('button', { name: /^Tags/ }).click();
  await expect
    .element(screen.getByRole('menuitemcheckbox', { name: 'Gold' }))
    .toHaveAttribute('aria-checked', 'true');
  await screen.getByRole('menuitemcheckbox', { name: 'Press' }).click();
  await screen.getByRole('menuitemcheckbox', { name: 'Gold' }).click();
  await screen.getByRole('menuitem', { name: 'Clear' }).click();
  expect(onChange.mock.calls).toEqual([[['a', 'b']], [[]], [[]]]);
});

test('works by keyboard', async () => {
  const onChange = vi.fn<(chosen: string[]) => void>();
  const screen = await renderPart(<TagFilter chosen={[]} onChange={onChange} />, [
    [keys.tags, { tags }],
  ]);
  (screen.getByRole('button', { name: /^Tags/ }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('menuitemcheckbox', { name: 'Gold' })).toHaveFocus();
  // The menu moves the focus a moment after the key.
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(screen.getByRole('menuitemcheckbox', { name: 'Press' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => onChange.mock.calls).toEqual([[['b']]]);
});
