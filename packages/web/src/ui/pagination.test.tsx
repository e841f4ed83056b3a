import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Pagination } from './pagination.tsx';
import { renderPart } from './testing.tsx';

const pages = (page: number, onChange = vi.fn<(page: number) => void>()) => (
  <Pagination
    page={page}
    page_size={25}
    total_pages={20}
    total_count={489}
    noun="contact"
    onChange={onChange}
  />
);

test('shows the ends, the neighbours, and dots for what is left out', async () => {
  const screen = await renderPart(pages(9));
  expect(screen.getByRole('navigation').element().textContent).toBe(
    '226–250 of 489 contacts1…91011…20',
  );
  await expect
    .element(screen.getByRole('button', { name: 'Page 10', exact: true }))
    .toHaveAttribute('aria-current', 'page');
});

test('is walked by keyboard; at an end there is no further', async () => {
  const onChange = vi.fn<(page: number) => void>();
  const screen = await renderPart(pages(0, onChange));
  await expect.element(screen.getByRole('button', { name: 'Previous page' })).toBeDisabled();
  (screen.getByRole('button', { name: 'Page 2', exact: true }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  (screen.getByRole('button', { name: 'Next page' }).element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
  expect(onChange.mock.calls).toEqual([[1], [1]]);
});
