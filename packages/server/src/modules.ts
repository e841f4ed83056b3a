// The table of contents: every module, in the order in which they may call each other.
import type { Module } from './platform/module.ts';
import { assignmentsModule } from './modules/assignments/assignments.module.ts';
import { authModule } from './modules/auth/auth.module.ts';
import type { SignIn } from './modules/auth/signin.service.ts';
import { callsModule } from './modules/calls/calls.module.ts';
import { contactsModule } from './modules/contacts/contacts.module.ts';
import { enrichmentModule } from './modules/enrichment/enrichment.module.ts';
import { messagingModule } from './modules/messaging/messaging.module.ts';
import { notesModule } from './modules/notes/notes.module.ts';
import { settingsModule } from './modules/settings/settings.module.ts';
import { tagsModule } from './modules/tags/tags.module.ts';
import { todosModule } from './modules/todos/todos.module.ts';
import { transferModule } from './modules/transfer/transfer.module.ts';

export const listModules = (signIn: SignIn): Module[] => [
  authModule(signIn),
  settingsModule,
  contactsModule,
  tagsModule,
  notesModule,
  todosModule,
  assignmentsModule,
  callsModule,
  messagingModule,
  enrichmentModule,
  transferModule,
];
