import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { useCan, useMe } from '../auth/auth.api.ts';
import { ContactUpload, isContactFile, useContactUpload } from './contact-upload.tsx';
import { DropZone } from './drop-zone.tsx';
import { ImportGuide } from './import-guide.tsx';
import { ImportList } from './import-list.tsx';
import { ImportOptionsForm } from './import-options.tsx';
import { useUploads } from './imports.api.ts';
import { UploadList } from './upload-list.tsx';
import type { ImportOptions } from './upload.ts';

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

const EVERYTHING = {
  title: 'Drop contacts or conversations here',
  hint: 'Contacts as CSV or vCard (.vcf). Conversations from SMS Backup & Restore (.xml), WhatsApp (.txt) or JSON Lines.',
  label: 'Files to import',
  accept: '.csv,.tsv,.vcf,.vcard,.xml,.txt,.jsonl,.ndjson,.json',
};

const Imports = () => {
  const { organization } = useMe();
  const { add } = useUploads();
  const contacts = useContactUpload();
  const [options, setOptions] = useState<ImportOptions>({});
  const take = (files: File[]) => {
    const people = files.filter(isContactFile);
    const histories = files.filter((file) => !isContactFile(file));
    if (histories.length > 0) add(histories, options);
    if (people.length > 0) void contacts.send(people);
  };
  return (
    <Page title="Import" width="narrow">
      <div className="grid gap-6">
        <div className="grid gap-3">
          <DropZone onFiles={take} kind={EVERYTHING} />
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
