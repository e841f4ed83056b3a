// Contacts: who the people are, how they are reached, and which of them an address belongs to.
import { contactBulkApi } from '@rapport/contract/contact-bulk.api';
import { contactChangesApi } from '@rapport/contract/contact-changes.api';
import { contactMergesApi } from '@rapport/contract/contact-merges.api';
import { contactPartsApi } from '@rapport/contract/contact-parts.api';
import { contactsApi } from '@rapport/contract/contacts.api';
import { mountApi } from '../../platform/http/mount.ts';
import type { Module } from '../../platform/module.ts';
import { contactBulkHandlers } from './bulk.routes.ts';
import { contactsHandlers } from './contacts.routes.ts';
import { contactMergesHandlers } from './merges.routes.ts';
import { contactChangesHandlers, contactPartsHandlers } from './parts.routes.ts';

export const contactsModule: Module = {
  name: 'contacts',
  mount: (app, door) => {
    mountApi(app, contactsApi, contactsHandlers, door);
    mountApi(app, contactPartsApi, contactPartsHandlers, door);
    mountApi(app, contactChangesApi, contactChangesHandlers, door);
    mountApi(app, contactMergesApi, contactMergesHandlers, door);
    mountApi(app, contactBulkApi, contactBulkHandlers, door);
  },
};
