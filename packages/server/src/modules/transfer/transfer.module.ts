// Transfer: histories and contacts in, contacts out, and the sample workspace.
import { contactExportApi } from '@rapport/contract/contact-export.api';
import { transferApi } from '@rapport/contract/transfer.api';
import { mountApi } from '../../platform/http/mount.ts';
import type { Module } from '../../platform/module.ts';
import { contactExportHandlers } from './export.routes.ts';
import { importJob } from './imports.jobs.ts';
import { transferHandlers } from './transfer.routes.ts';

export const transferModule: Module = {
  name: 'transfer',
  mount: (app, door) => {
    mountApi(app, transferApi, transferHandlers, door);
    mountApi(app, contactExportApi, contactExportHandlers, door);
  },
  jobs: [importJob],
};
