import { expect, test } from 'vitest';
import { renderPart } from '../../ui/testing.tsx';
import { LinkedText } from './linked-text.tsx';

test('an address is a link that tells the other side nothing', async () => {
  const screen = await renderPart(<LinkedText text="see https://example.com/a now" quote={null} />);
  const link = screen.getByRole('link');
  await expect.element(link).toHaveAttribute('href', 'https://example.com/a');
  await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
});

test.each(['javascript:alert(1)', 'data:text/html,<b>x</b>', '<a href="https://example.com">x</a'])(
  '%s never runs',
  async (text) => {
    const screen = await renderPart(<LinkedText text={text} quote={null} />);
    const hrefs = [...screen.container.querySelectorAll('a')].map(({ protocol }) => protocol);
    expect(hrefs.every((protocol) => protocol === 'https:')).toBe(true);
    expect(screen.container.textContent).toBe(text);
  },
);

test('the quoted part is marked, and is still the same text', async () => {
  const text = 'Hi, I work at Acme. Bye';
  const screen = await renderPart(<LinkedText text={text} quote="I work at Acme" />);
  await expect.element(screen.getByRole('mark')).toHaveTextContent('I work at Acme');
  expect(screen.container.textContent).toBe(text);
});
