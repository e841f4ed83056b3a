// Transfer: histories in (later: data out and erased), and the sample workspace.
import { transferApi } from '@rapport/contract/transfer.api';
import { mountApi } from '../../platform/http/mount.ts';
import type { Module } from '../../platform/module.ts';
import { importJob } from './imports.jobs.ts';
import { transferHandlers } from './transfer.routes.ts';

export const transferModule: Module = {
  name: 'transfer',
  mount: (app, door) => mountApi(app, transferApi, transferHandlers, door),
  jobs: [importJob],
};
