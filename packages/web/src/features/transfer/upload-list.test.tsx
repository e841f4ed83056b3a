import { expect, test } from 'vitest';
import { renderPart } from '../../ui/testing.tsx';
import { useUploads } from './imports.api.ts';
import { UploadList } from './upload-list.tsx';

/** Puts files into the queue; no server is there, so the first fails. */
const AddFiles = () => {
  const { add } = useUploads();
  const files = ['a.txt', 'b.txt'].map((name) => new File(['x'], name));
  return (
    <button type="button" onClick={() => add(files, {})}>
      Add
    </button>
  );
};

test('a file that did not arrive says why, can be tried again, and can be removed', async () => {
  const screen = await renderPart(
    <>
      <AddFiles />
      <UploadList />
    </>,
  );
  await expect.element(screen.getByRole('list')).not.toBeInTheDocument();
  await screen.getByRole('button', { name: 'Add' }).click();
  const first = screen.getByRole('listitem').filter({ hasText: 'a.txt' });
  await expect.element(first.getByRole('alert')).toBeInTheDocument();
  await first.getByRole('button', { name: 'Remove a.txt' }).click();
  await expect.element(first).not.toBeInTheDocument();
});
