import { useState } from 'react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Tabs } from './tabs.tsx';
import { renderPart } from './testing.tsx';

const Part = () => {
  const [value, setValue] = useState<'notes' | 'todos'>('notes');
  return (
    <Tabs
      label="Panels"
      value={value}
      onChange={setValue}
      tabs={[
        { value: 'notes', label: 'Notes', content: 'what was noted' },
        { value: 'todos', label: 'Todos', content: 'what is to be done' },
      ]}
    />
  );
};

test('the ring is for the keyboard: none after the mouse, one after an arrow key', async () => {
  const screen = await renderPart(<Part />);
  const todos = screen.getByRole('tab', { name: 'Todos' });
  await todos.click();
  await expect.element(screen.getByText('what is to be done')).toBeInTheDocument();
  await expect.element(todos).toHaveFocus();
  await expect.element(todos).toHaveClass('outline-none');
  await userEvent.keyboard('{ArrowLeft}');
  const notes = screen.getByRole('tab', { name: 'Notes' });
  await expect.element(notes).toHaveFocus();
  await expect.element(screen.getByText('what was noted')).toBeInTheDocument();
  await expect.element(notes).not.toHaveClass('outline-none');
});
