import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { renderPart } from '../../ui/testing.tsx';
import { InlineText } from './inline-edit.tsx';

type Save = (value: string | null) => void;
const company = (onSave: Save, value: string | null = 'Acme') => (
  <InlineText label="Company" value={value} onSave={onSave} />
);

test('Enter saves what is typed, without the spaces around it, and the focus stays', async () => {
  const onSave = vi.fn<Save>();
  const screen = await renderPart(company(onSave));
  await screen.getByRole('button').click();
  await screen.getByRole('textbox', { name: 'Company' }).fill('  Globex ');
  await userEvent.keyboard('{Enter}');
  expect(onSave.mock.calls).toEqual([['Globex']]);
  await expect.element(screen.getByRole('button')).toHaveFocus();
});

test('Esc takes it back', async () => {
  const onSave = vi.fn<Save>();
  const screen = await renderPart(company(onSave));
  await screen.getByRole('button').click();
  await screen.getByRole('textbox').fill('Globex');
  await userEvent.keyboard('{Escape}');
  await expect.element(screen.getByRole('button')).toHaveTextContent('Edit company: Acme');
  expect(onSave).not.toHaveBeenCalled();
});

test('an emptied field is no value; an unchanged one is no change', async () => {
  const onSave = vi.fn<Save>();
  const screen = await renderPart(company(onSave));
  await screen.getByRole('button').click();
  await userEvent.keyboard('{Enter}');
  expect(onSave).not.toHaveBeenCalled();
  await screen.getByRole('button').click();
  await screen.getByRole('textbox').fill('');
  await userEvent.keyboard('{Enter}');
  expect(onSave.mock.calls).toEqual([[null]]);
});

test('news from elsewhere do not touch what is being typed', async () => {
  const onSave = vi.fn<Save>();
  const screen = await renderPart(company(onSave));
  await screen.getByRole('button').click();
  await screen.getByRole('textbox').fill('Globex');
  await screen.rerender(company(vi.fn<Save>(), 'Initech'));
  await expect.element(screen.getByRole('textbox')).toHaveValue('Globex');
  await userEvent.keyboard('{Enter}');
  expect(onSave.mock.calls).toEqual([['Globex']]);
});
