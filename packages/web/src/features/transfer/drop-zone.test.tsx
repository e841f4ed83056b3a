import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { renderPart } from '../../ui/testing.tsx';
import { DropZone } from './drop-zone.tsx';

const file = new File(['hello'], 'chat.txt', { type: 'text/plain' });

const show = async () => {
  const onFiles = vi.fn<(files: File[]) => void>();
  const screen = await renderPart(<DropZone onFiles={onFiles} />);
  const zone = screen.container.firstElementChild!;
  const names = () => onFiles.mock.calls.map(([files]) => files.map(({ name }) => name));
  const drag = (type: string, dataTransfer: DataTransfer) =>
    zone.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
  return { screen, names, drag };
};

test('takes what is dropped on it, and says so before', async () => {
  const { screen, names, drag } = await show();
  const held = new DataTransfer();
  held.items.add(file);
  drag('dragover', held);
  await expect.element(screen.getByText('Let go to import')).toBeInTheDocument();
  drag('drop', held);
  expect(names()).toEqual([['chat.txt']]);
  await expect.element(screen.getByText('Drop contacts or conversations here')).toBeInTheDocument();
});

test('something that is no file is no import', async () => {
  const { names, drag } = await show();
  const held = new DataTransfer();
  held.setData('text/plain', 'a piece of text');
  drag('drop', held);
  expect(names()).toEqual([]);
});

test('the same file can be chosen twice', async () => {
  const { screen, names } = await show();
  const input = screen.container.querySelector('input')!;
  await userEvent.upload(input, file);
  await userEvent.upload(input, file);
  expect(names()).toEqual([['chat.txt'], ['chat.txt']]);
});
