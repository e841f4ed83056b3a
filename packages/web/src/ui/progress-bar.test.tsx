import { expect, test } from 'vitest';
import { renderPart } from './testing.tsx';
import { ProgressBar } from './progress-bar.tsx';

test('says by name how far it is, and no more than all', async () => {
  const screen = await renderPart(<ProgressBar value={1.7} label="Reading chat.txt" />);
  const bar = screen.getByRole('progressbar', { name: 'Reading chat.txt' });
  await expect.element(bar).toHaveAttribute('value', '1');
  await expect.element(screen.getByText('100%')).toBeInTheDocument();
});

test('claims no share while nobody knows it', async () => {
  const screen = await renderPart(<ProgressBar value={null} label="Reading" />);
  await expect.element(screen.getByRole('progressbar')).not.toHaveAttribute('value');
  await expect.element(screen.getByText('%')).not.toBeInTheDocument();
});
