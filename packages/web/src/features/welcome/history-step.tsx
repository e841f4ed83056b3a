import { useQuery } from '@tanstack/react-query';
import { useCan } from '../auth/auth.api.ts';
import { DropZone } from '../transfer/drop-zone.tsx';
import { ImportCard } from '../transfer/import-card.tsx';
import { ImportGuide } from '../transfer/import-guide.tsx';
import { importsQuery, useUploads } from '../transfer/imports.api.ts';
import { UploadList } from '../transfer/upload-list.tsx';

export const HistoryStep = () => {
  const mayImport = useCan('import:run');
  const { add } = useUploads();
  const imports = useQuery({ ...importsQuery, enabled: mayImport });
  if (!mayImport)
    return (
      <p className="text-ink-muted">
        Only an owner or admin can import. The contacts they bring in are yours to see.
      </p>
    );
  return (
    <div className="grid gap-4">
      <DropZone onFiles={(files) => add(files, {})} />
      <UploadList />
      {imports.data && imports.data.length > 0 && (
        <section className="grid gap-2" aria-labelledby="imports">
          <h2 id="imports" className="sr-only">
            Imports
          </h2>
          <ul className="grid gap-2">
            {imports.data.map((item) => (
              <ImportCard key={item.id} item={item} />
            ))}
          </ul>
        </section>
      )}
      <ImportGuide />
    </div>
  );
};
