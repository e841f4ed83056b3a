import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Select } from './select.tsx';
import { renderPart } from './testing.tsx';

const options = [
  { value: 'newest', label: 'Newest' },
  { value: 'oldest', label: 'Oldest' },
  { value: 'name', label: 'By name', disabled: true },
  { value: 'edited', label: 'Recently edited' },
] as const;
type Order = (typeof options)[number]['value'];

const open = async () => {
  const onChange = vi.fn<(value: Order) => void>();
  const screen = await renderPart(
    <Select<Order> aria-label="Order" value="newest" options={options} onChange={onChange} />,
  );
  const box = screen.getByRole('combobox', { name: 'Order' });
  await expect.element(box).toHaveDisplayValue('Newest');
  await userEvent.tab();
  await expect.element(box).toHaveFocus();
  return onChange;
};

test('is reached by Tab, opened and walked by arrows, and chooses with Enter', async () => {
  const onChange = await open();
  await userEvent.keyboard('[Space]{ArrowDown}{Enter}');
  await expect.poll(() => onChange.mock.calls).toEqual([['oldest']]);
});

test('the first letters choose; what is switched off never is', async () => {
  const onChange = await open();
  await userEvent.keyboard('r');
  await expect.poll(() => onChange.mock.calls).toEqual([['edited']]);
  onChange.mockClear();
  await userEvent.keyboard('b');
  expect(onChange).not.toHaveBeenCalledWith('name');
});
