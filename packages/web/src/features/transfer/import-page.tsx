import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { useCan, useMe } from '../auth/auth.api.ts';
import { ContactUpload } from './contact-upload.tsx';
import { DropZone } from './drop-zone.tsx';
import { ImportGuide } from './import-guide.tsx';
import { ImportList } from './import-list.tsx';
import { ImportOptionsForm } from './import-options.tsx';
import { UploadList } from './upload-list.tsx';
import type { ImportOptions } from './upload.ts';
import { useImportFiles } from './use-import-files.ts';

/** Bring contacts and histories in, and see what came of each. */
export const ImportPage = () =>
  useCan('import:run') ? (
    <Imports />
  ) : (
    <Page title="Import">
      <EmptyState icon={<FileUp />} title="Only an owner or admin can import">
        The contacts that they bring in are yours to see.
      </EmptyState>
    </Page>
  );

const Imports = () => {
  const { organization } = useMe();
  const [options, setOptions] = useState<ImportOptions>({});
  const { take, contacts } = useImportFiles(options);
  return (
    <Page title="Import" width="narrow">
      <div className="grid gap-6">
        <div className="grid gap-3">
          <DropZone onFiles={take} />
          <ContactUpload {...contacts} />
          <ImportOptionsForm value={options} onChange={setOptions} organization={organization} />
          <UploadList />
        </div>
        <ImportList />
        <ImportGuide />
      </div>
    </Page>
  );
};
