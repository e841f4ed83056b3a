import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Picker } from './picker.tsx';
import { renderPart } from './testing.tsx';

const choices = ['Amsterdam', 'Berlin', 'Cairo', 'Dakar', 'Essen', 'Faro', 'Graz', 'Hanoi'].map(
  (label) => ({ value: label.toLowerCase(), label }),
);

const City = ({ onChange }: { onChange: (value: string | null) => void }) => {
  const [open, setOpen] = useState(false);
  return (
    <Picker
      label="city"
      trigger={<button type="button">City</button>}
      value="berlin"
      choices={choices}
      onChange={onChange}
      open={open}
      onOpenChange={setOpen}
    />
  );
};

test('opens, searches and picks by keyboard, and gives the focus back', async () => {
  const onChange = vi.fn<(value: string | null) => void>();
  const screen = await renderPart(<City onChange={onChange} />);
  const trigger = screen.getByRole('button', { name: 'City' });
  (trigger.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('combobox', { name: 'Search city' })).toHaveFocus();
  await userEvent.keyboard('ess{Enter}');
  expect(onChange.mock.calls).toEqual([['essen']]);
  await expect.element(trigger).toHaveFocus();
});

test('Esc leaves what was chosen', async () => {
  const onChange = vi.fn<(value: string | null) => void>();
  const screen = await renderPart(<City onChange={onChange} />);
  await screen.getByRole('button', { name: 'City' }).click();
  await expect.element(screen.getByRole('combobox', { name: 'Search city' })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{Escape}');
  await expect.element(screen.getByRole('combobox')).not.toBeInTheDocument();
  expect(onChange).not.toHaveBeenCalled();
});
