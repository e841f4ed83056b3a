import type { ContactImport } from '@rapport/contract/contact-imports.api';
import { expect, test, vi } from 'vitest';
import { renderPart } from '../../ui/testing.tsx';
import type { Mapping } from './column-targets.ts';
import { ColumnTable } from './column-table.tsx';
import { ImportFigures } from './import-figures.tsx';
import { ImportSteps } from './import-steps.tsx';

const columns: ContactImport['columns'] = [
  { name: 'Full name', samples: ['Ann Lee', 'Bo Ek'] },
  { name: 'x1', samples: ['+1 415 555 0100'] },
  { name: 'Colour', samples: [] },
];

test('a column is shown with its first values and what it becomes, and can become something else', async () => {
  const onChange = vi.fn<(mapping: Mapping) => void>();
  const screen = await renderPart(
    <ColumnTable
      columns={columns}
      mapping={[
        { column: 0, target: 'name', confidence: 'sure' },
        { column: 1, target: 'phone', confidence: 'unsure' },
      ]}
      onChange={onChange}
    />,
  );
  await expect.element(screen.getByText('Ann Lee · Bo Ek')).toBeInTheDocument();
  await expect.element(screen.getByText('Please check')).toBeInTheDocument();
  await expect.element(screen.getByLabelText('Colour becomes')).toHaveValue('skip');
  await screen.getByLabelText('Colour becomes').selectOptions('Tags');
  expect(onChange.mock.lastCall![0]).toContainEqual({ column: 2, target: 'tags' });
});

test('figures of a dry run and of an import have their own words', async () => {
  const counts = { created: 1204, updated: 3, unchanged: 0, rejected: 2 };
  const screen = await renderPart(<ImportFigures counts={counts} isDone={false} />);
  await expect.element(screen.getByText('1,204')).toBeInTheDocument();
  await expect.element(screen.getByText('New contacts')).toBeInTheDocument();
  await screen.rerender(<ImportFigures counts={counts} isDone />);
  await expect.element(screen.getByText('Created')).toBeInTheDocument();
});

test('the step that one is at is told', async () => {
  const screen = await renderPart(<ImportSteps current={1} first="Look" />);
  const current = screen.container.querySelector('[aria-current=step]')!;
  expect(current.textContent).toContain('Check');
});
