import { FileSpreadsheet, IdCard } from 'lucide-react';
import type { ReactNode } from 'react';
import { DropdownMenu, MenuItem, MenuLabel } from '../../ui/dropdown-menu.tsx';
import type { ExportFormat } from './use-export.ts';

/** In which form contacts are saved. */
export const ExportMenu = ({
  who,
  trigger,
  onChoose,
}: {
  /** "86 contacts". */
  who: string;
  trigger: ReactNode;
  onChoose: (format: ExportFormat) => void;
}) => (
  <DropdownMenu align="end" trigger={trigger}>
    <MenuLabel>Export {who} as</MenuLabel>
    <MenuItem onSelect={() => onChoose('csv')}>
      <FileSpreadsheet aria-hidden /> CSV, for a spreadsheet
    </MenuItem>
    <MenuItem onSelect={() => onChoose('vcard')}>
      <IdCard aria-hidden /> vCard, for an address book
    </MenuItem>
  </DropdownMenu>
);
