import { Link } from '@tanstack/react-router';
import { Download, FileUp, Plus } from 'lucide-react';
import { countOf } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { useCan } from '../auth/auth.api.ts';
import { ExportMenu } from './export-menu.tsx';
import type { ContactsChoice } from './list-filter.ts';
import { useExport } from './use-export.ts';

type Props = {
  choice: ContactsChoice;
  /** How many contacts the list shows on all its pages. */
  total: number;
  onNew: () => void;
};

/** What can be done with the list as a whole; on a phone the icons alone. */
export const ContactsActions = ({ choice, total, onNew }: Props) => {
  const mayImport = useCan('import:run');
  const mayWrite = useCan('contact:write');
  const file = useExport();
  return (
    <>
      {total > 0 && (
        <ExportMenu
          who={countOf(total, 'contact')}
          onChoose={(format) => void file.start({ choice }, format)}
          trigger={
            <Button loading={file.label !== null} title={file.label ?? undefined}>
              <Download aria-hidden /> <span className="max-md:sr-only">Export</span>
            </Button>
          }
        />
      )}
      {mayImport && (
        <Button asChild>
          <Link to="/import">
            <FileUp aria-hidden /> <span className="max-md:sr-only">Import</span>
          </Link>
        </Button>
      )}
      {mayWrite && (
        <Button variant="primary" onClick={onNew}>
          <Plus aria-hidden /> New contact
        </Button>
      )}
    </>
  );
};
