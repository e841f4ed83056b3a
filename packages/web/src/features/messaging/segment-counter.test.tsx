import { expect, test, vi } from 'vitest';
import { renderPart } from '../../ui/testing.tsx';
import { SegmentCounter } from './segment-counter.tsx';

/** One curly quote makes two parts of what fits into one. */
const CURLY = `${'We are open from nine to five, every day. '.repeat(3)}That’s it`;

test('says how many parts a text takes, and offers plain characters where that makes fewer', async () => {
  const onSmart = vi.fn<(smart: boolean) => void>();
  const screen = await renderPart(<SegmentCounter body={CURLY} smart={false} onSmart={onSmart} />);
  await expect.element(screen.getByText(/3 parts · UCS-2|3 parts/)).toBeVisible();
  await screen.getByRole('button', { name: 'Use plain characters: 1 part' }).click();
  expect(onSmart).toHaveBeenCalledWith(true);
  await screen.rerender(<SegmentCounter body={CURLY} smart onSmart={onSmart} />);
  await expect.element(screen.getByText(/1 part · GSM-7|1 part/)).toBeVisible();
});

test('offers nothing where plain characters make nothing shorter, and counts nothing of nothing', async () => {
  const screen = await renderPart(
    <SegmentCounter body="That’s it" smart={false} onSmart={vi.fn<(smart: boolean) => void>()} />,
  );
  await expect.element(screen.getByText(/1 part/)).toBeVisible();
  expect(screen.getByRole('button').elements()).toHaveLength(0);
  await screen.rerender(
    <SegmentCounter body=" " smart={false} onSmart={vi.fn<(smart: boolean) => void>()} />,
  );
  expect(screen.container.textContent).toBe('');
});
