// Notes: what is written down about a contact, by people and by the product.
import { notesApi } from '@rapport/contract/notes.api';
import { mountApi } from '../../platform/http/mount.ts';
import type { Module } from '../../platform/module.ts';
import { notesHandlers } from './notes.routes.ts';

export const notesModule: Module = {
  name: 'notes',
  mount: (app, door) => mountApi(app, notesApi, notesHandlers, door),
};
