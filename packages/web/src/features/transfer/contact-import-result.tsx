import type { ContactImport } from '@rapport/contract/contact-imports.api';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleSlash, CircleX } from 'lucide-react';
import { countOf } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { tagsQuery } from '../contacts/contacts.api.ts';
import { ContactRejections } from './contact-rejections.tsx';
import { ImportFigures } from './import-figures.tsx';

/** What came of an import, and the way to its contacts. */
export const ContactImportResult = ({ item }: { item: ContactImport }) => {
  const tags = useQuery(tagsQuery);
  const name = item.tag_name?.toLowerCase();
  const tag = tags.data?.find((one) => one.name.toLowerCase() === name);
  const isDone = item.status === 'completed';
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="flex min-w-0 items-start gap-3">
          <span aria-hidden className="flex h-6 items-center [&_svg]:size-5">
            {isDone ? (
              <CircleCheck className="text-success-text" />
            ) : item.status === 'failed' ? (
              <CircleX className="text-danger-text" />
            ) : (
              <CircleSlash className="text-ink-muted" />
            )}
          </span>
          <div className="grid gap-1">
            <h2 className="text-base font-semibold">{headline(item)}</h2>
            <p className="text-pretty text-ink-muted">
              {isDone
                ? `${countOf(item.rows, item.format === 'csv' ? 'row' : 'card')} of ${item.file_name}`
                : aftermath(item)}
            </p>
          </div>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button asChild>
            <Link to="/import">Import another file</Link>
          </Button>
          <Button variant="primary" asChild>
            <Link to="/contacts" search={tag ? { tags: tag.id } : {}}>
              Show the contacts
            </Link>
          </Button>
        </div>
      </div>
      {item.error && (
        <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger-text">
          {item.error}
        </p>
      )}
      <ImportFigures counts={item} isDone />
      {item.rejected > 0 && <ContactRejections item={item} />}
    </>
  );
};

const headline = ({ status, created, updated, rejected }: ContactImport): string => {
  if (status === 'failed') return 'The import could not be finished';
  if (status === 'cancelled') return 'The import was stopped';
  if (created + updated === 0) return rejected > 0 ? 'Nothing was imported' : 'Nothing was new';
  return `${countOf(created + updated, 'contact')} imported`;
};

const aftermath = ({ rows }: ContactImport): string =>
  rows === 0
    ? 'Nothing was written.'
    : 'What is in stays in. Import the file again to get the rest; nothing comes in twice.';
