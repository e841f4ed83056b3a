import { useState } from 'react';
import { countOf, formatBytes } from '../../lib/format.ts';
import { toast } from '../../ui/toast.tsx';
import { toApi } from './list-filter.ts';
import type { BulkTarget } from './use-bulk.ts';

export type ExportFormat = 'csv' | 'vcard';

/** Saves contacts as a file. @returns what starts it, and how far it is in words while it goes on */
export const useExport = () => {
  const [label, setLabel] = useState<string | null>(null);
  const start = async (target: BulkTarget, format: ExportFormat): Promise<void> => {
    setLabel('Preparing the file');
    try {
      const { exportContacts } = await import('../transfer/export-contacts.ts');
      const which = 'ids' in target ? { ids: [...target.ids] } : { filter: toApi(target.choice) };
      const total = await exportContacts({
        ...which,
        format,
        onProgress: ({ total: all, bytes }) =>
          setLabel(`Exporting ${countOf(all, 'contact')}, ${formatBytes(bytes)}`),
      });
      toast.success(`${countOf(total, 'contact')} exported`);
    } catch (error) {
      toast.error(error);
    } finally {
      setLabel(null);
    }
  };
  return { start, label };
};
