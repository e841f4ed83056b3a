import type { contactExportApi } from '@rapport/contract/contact-export.api';
import type { Handlers } from '../../platform/http/mount.ts';
import { exportContacts } from './export.service.ts';

export const contactExportHandlers: Handlers<typeof contactExportApi> = {
  exportContacts: async (ctx, { body: { format, contact_ids, filter } }, { reply }) => {
    const which = filter ? { filter: listed(filter) } : { contact_ids: contact_ids! };
    const { content, total } = await exportContacts(ctx, which, format);
    if (format === 'vcard') reply.type('text/vcard; charset=utf-8');
    // How far a download is, before its size is known.
    reply.header('x-total-count', total);
    // Streamed as it is read; the contract says text.
    return content as unknown as string;
  },
};

/** The list and the bulk actions call the assigned member by two names. */
const listed = <F extends { assignee?: string | undefined }>({ assignee, ...filter }: F) => ({
  ...filter,
  assigned_to: assignee,
});
