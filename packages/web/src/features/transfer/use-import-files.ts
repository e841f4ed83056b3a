import { isContactFile, useContactUpload } from './contact-upload.tsx';
import { useUploads } from './imports.api.ts';
import type { ImportOptions } from './upload.ts';

/**
 * Takes files of any kind: contacts are matched on a page of their own, histories go into the queue.
 * @param options of the histories
 */
export const useImportFiles = (options: ImportOptions) => {
  const { add } = useUploads();
  const contacts = useContactUpload();
  const take = (files: File[]): void => {
    const people = files.filter(isContactFile);
    const histories = files.filter((file) => !isContactFile(file));
    if (histories.length > 0) add(histories, options);
    if (people.length > 0) void contacts.send(people);
  };
  return { take, contacts };
};
