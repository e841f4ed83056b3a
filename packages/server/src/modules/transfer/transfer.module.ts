// Transfer: histories and contacts in, contacts out, and the sample workspace.
import { contactExportApi } from '@rapport/contract/contact-export.api';
import { contactImportsApi } from '@rapport/contract/contact-imports.api';
import { transferApi } from '@rapport/contract/transfer.api';
import { mountApi } from '../../platform/http/mount.ts';
import type { Module } from '../../platform/module.ts';
import { contactImportJob } from './contact-imports.jobs.ts';
import { contactImportsHandlers } from './contact-imports.routes.ts';
import { contactExportHandlers } from './export.routes.ts';
import { importJob } from './imports.jobs.ts';
import { transferHandlers } from './transfer.routes.ts';

export const transferModule: Module = {
  name: 'transfer',
  mount: (app, door) => {
    mountApi(app, transferApi, transferHandlers, door);
    mountApi(app, contactImportsApi, contactImportsHandlers, door);
    mountApi(app, contactExportApi, contactExportHandlers, door);
  },
  jobs: [importJob, contactImportJob],
};
