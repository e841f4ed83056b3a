// Tags: the labels with which an organization sorts its contacts.
import { tagsApi } from '@rapport/contract/tags.api';
import { mountApi } from '../../platform/http/mount.ts';
import type { Module } from '../../platform/module.ts';
import { tagsHandlers } from './tags.routes.ts';
import { createDefaultTags } from './tags.service.ts';

export const tagsModule: Module = {
  name: 'tags',
  mount: (app, door) => mountApi(app, tagsApi, tagsHandlers, door),
  onFounded: createDefaultTags,
};
