import { useState } from 'react';
import { Page } from '../../ui/page.tsx';
import { useMe } from '../auth/auth.api.ts';
import { DropZone } from './drop-zone.tsx';
import { ImportGuide } from './import-guide.tsx';
import { ImportList } from './import-list.tsx';
import { ImportOptionsForm } from './import-options.tsx';
import { useUploads } from './imports.api.ts';
import { UploadList } from './upload-list.tsx';
import type { ImportOptions } from './upload.ts';

/** Bring histories in, and see what came of each. */
export const ImportPage = () => {
  const { organization } = useMe();
  const { add } = useUploads();
  const [options, setOptions] = useState<ImportOptions>({});
  return (
    <Page title="Import" width="narrow">
      <div className="grid gap-6">
        <div className="grid gap-3">
          <DropZone onFiles={(files) => add(files, options)} />
          <ImportOptionsForm value={options} onChange={setOptions} organization={organization} />
          <UploadList />
        </div>
        <ImportList />
        <ImportGuide />
      </div>
    </Page>
  );
};
