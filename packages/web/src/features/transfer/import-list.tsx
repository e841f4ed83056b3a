import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { ContactImportCard } from './contact-import-card.tsx';
import { contactImportsQuery } from './contact-imports.api.ts';
import { ImportCard } from './import-card.tsx';
import { importsQuery } from './imports.api.ts';

/** The imports of the organization, newest first. */
export const ImportList = () => {
  const histories = useQuery(importsQuery);
  const contacts = useQuery(contactImportsQuery);
  const failed = [histories, contacts].find(({ isError }) => isError);
  const items = [
    ...(histories.data ?? []).map((item) => ({ of: 'history' as const, item })),
    ...(contacts.data ?? []).map((item) => ({ of: 'contacts' as const, item })),
  ].toSorted((a, b) => (a.item.created_at < b.item.created_at ? 1 : -1));
  return (
    <section aria-labelledby="imports" className="grid gap-2">
      <h2 id="imports" className="text-base font-semibold">
        Imports
      </h2>
      {histories.isPending || contacts.isPending ? (
        <SkeletonRows rows={3} className="rounded-xl border border-line" />
      ) : failed ? (
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      ) : items.length === 0 ? (
        <EmptyState
          icon={<History />}
          title="Nothing imported yet"
          className="rounded-xl border border-line"
        >
          Add a file above. Each import is listed here with what came of it.
        </EmptyState>
      ) : (
        <ul className="grid gap-2">
          {items.map(({ of, item }) =>
            of === 'history' ? (
              <ImportCard key={item.id} item={item} />
            ) : (
              <ContactImportCard key={item.id} item={item} />
            ),
          )}
        </ul>
      )}
    </section>
  );
};
