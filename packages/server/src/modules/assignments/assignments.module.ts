// Assignments: which members look after which contacts.
import { assignmentsApi } from '@rapport/contract/assignments.api';
import { mountApi } from '../../platform/http/mount.ts';
import type { Module } from '../../platform/module.ts';
import { assignmentsHandlers } from './assignments.routes.ts';

export const assignmentsModule: Module = {
  name: 'assignments',
  mount: (app, door) => mountApi(app, assignmentsApi, assignmentsHandlers, door),
};
