import type { Contact } from '@rapport/contract/contacts.api';
import { Download } from 'lucide-react';
import { countOf } from '../../lib/format.ts';
import { useCan } from '../auth/auth.api.ts';
import { BulkAssign, BulkDelete, BulkStatus, BulkTag } from './bulk-actions.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { BulkButton } from './bulk-button.tsx';
import { type BulkSelection, targetOf } from './bulk-work.ts';
import { titleOf } from './contact-name.ts';
import { ExportMenu } from './export-menu.tsx';
import { useBulk } from './use-bulk.ts';
import { useExport } from './use-export.ts';
import { BulkEnrich } from '../enrichment/enrich-button.tsx';

type Props = {
  selection: BulkSelection;
  chosen: ReadonlyMap<string, Contact>;
  total: number;
  isPageChosen: boolean;
  onChooseAll: () => void;
  onClear: () => void;
};

/** The bar of the list of contacts: each action is a button that gets who is selected. */
export const ContactsBulkBar = ({ chosen, onClear, ...bar }: Props) => {
  const mayAssign = useCan('contact:assign');
  const mayWrite = useCan('contact:write');
  const mayDelete = useCan('contact:delete');
  const bulk = useBulk((id) => {
    const contact = chosen.get(id);
    return contact ? titleOf(contact) : 'A contact';
  });
  const file = useExport();
  const action = { selection: bar.selection, bulk, onDone: onClear };
  return (
    <BulkBar {...bar} bulk={bulk} onClear={onClear}>
      {mayAssign && <BulkAssign {...action} />}
      {mayWrite && <BulkTag {...action} />}
      {mayWrite && <BulkStatus {...action} />}
      <BulkEnrich selection={bar.selection} onDone={onClear} />
      <ExportMenu
        who={countOf(bar.selection.count, 'contact')}
        onChoose={(format) => void file.start(targetOf(bar.selection), format)}
        trigger={
          <BulkButton
            icon={<Download aria-hidden />}
            label="Export"
            loading={file.label !== null}
            title={file.label ?? undefined}
          />
        }
      />
      {mayDelete && <BulkDelete {...action} />}
    </BulkBar>
  );
};
