// Messaging: what was said with each contact, on every channel.
import { messagingApi } from '@rapport/contract/messaging.api';
import { mountApi } from '../../platform/http/mount.ts';
import type { Module } from '../../platform/module.ts';
import { messagingHandlers } from './messaging.routes.ts';

export const messagingModule: Module = {
  name: 'messaging',
  mount: (app, door) => mountApi(app, messagingApi, messagingHandlers, door),
};
