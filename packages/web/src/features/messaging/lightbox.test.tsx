import type { MessageAttachment } from '@rapport/contract/messaging.api';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { renderPart } from '../../ui/testing.tsx';
import { Lightbox } from './lightbox.tsx';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const pictures = ['one.png', 'two.png', 'three.png'].map(
  (file_name, index) =>
    ({ id: String(index), file_name, url: PIXEL, thumbnail_url: PIXEL }) as MessageAttachment,
);

const Harness = ({ onClose }: { onClose: () => void }) => {
  const [current, setCurrent] = useState('1');
  return (
    <Lightbox pictures={pictures} current_id={current} onChange={setCurrent} onClose={onClose} />
  );
};

test('arrows lead through all pictures and stop at both ends; Esc closes', async () => {
  const onClose = vi.fn<() => void>();
  const screen = await renderPart(<Harness onClose={onClose} />);
  await expect.element(screen.getByText('2 of 3')).toBeVisible();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(screen.getByRole('heading', { name: 'three.png' })).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Later picture' })).toBeDisabled();
  await userEvent.keyboard('{Home}');
  await expect.element(screen.getByRole('heading', { name: 'one.png' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalled();
});
