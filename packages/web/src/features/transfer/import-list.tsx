import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { ImportCard } from './import-card.tsx';
import { importsQuery } from './imports.api.ts';

/** The imports of the organization, newest first. */
export const ImportList = () => {
  const imports = useQuery(importsQuery);
  return (
    <section aria-labelledby="imports" className="grid gap-2">
      <h2 id="imports" className="text-base font-semibold">
        Imports
      </h2>
      {imports.isPending ? (
        <SkeletonRows rows={3} className="rounded-xl border border-line" />
      ) : imports.isError ? (
        <ErrorState error={imports.error} onRetry={() => void imports.refetch()} />
      ) : imports.data.length === 0 ? (
        <EmptyState
          icon={<History />}
          title="Nothing imported yet"
          className="rounded-xl border border-line"
        >
          Add a file above. Each import is listed here with what came of it.
        </EmptyState>
      ) : (
        <ul className="grid gap-2">
          {imports.data.map((item) => (
            <ImportCard key={item.id} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
};
