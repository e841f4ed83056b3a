import { expect, test } from 'vitest';
import { renderPart } from '../../ui/testing.tsx';
import { Markdown } from './markdown-view.tsx';

test('reads as headings, lists and emphasis', async () => {
  const screen = await renderPart(<Markdown source={'## Plan\n\n- **call** Anna\n- write'} />);
  await expect.element(screen.getByRole('heading', { name: 'Plan' })).toBeInTheDocument();
  expect(screen.getByRole('listitem').elements()).toHaveLength(2);
  await expect.element(screen.getByRole('strong')).toHaveTextContent('call');
});

test.each([
  '<img src=x onerror="globalThis.taken = true">',
  '<script>globalThis.taken = true</script>',
  '**<svg onload="globalThis.taken = true">**',
  '[press](javascript:globalThis.taken=true)',
  '- <iframe srcdoc="<script>parent.taken=true</script>"></iframe>',
])('%s stays text', async (source) => {
  const screen = await renderPart(<Markdown source={source} />);
  expect(screen.container.querySelector('img, script, svg, iframe, a')).toBeNull();
  expect(screen.container.textContent).toContain('taken');
  expect(globalThis).not.toHaveProperty('taken');
});
