import { useQuery } from '@tanstack/react-query';
import { useCan } from '../auth/auth.api.ts';
import { ContactUpload } from '../transfer/contact-upload.tsx';
import { DropZone } from '../transfer/drop-zone.tsx';
import { ImportCard } from '../transfer/import-card.tsx';
import { ImportGuide } from '../transfer/import-guide.tsx';
import { importsQuery } from '../transfer/imports.api.ts';
import { UploadList } from '../transfer/upload-list.tsx';
import { useImportFiles } from '../transfer/use-import-files.ts';

export const HistoryStep = () => {
  const mayImport = useCan('import:run');
  const { take, contacts } = useImportFiles({});
  const imports = useQuery({ ...importsQuery, enabled: mayImport });
  if (!mayImport)
    return (
      <p className="text-ink-muted">
        Only an owner or admin can import. The contacts they bring in are yours to see.
      </p>
    );
  return (
    <div className="grid gap-4">
      <DropZone onFiles={take} />
      <ContactUpload {...contacts} />
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
