// Auth: accounts and sessions (better-auth), organizations, members, invitations, gateway keys.
import { authApi } from '@rapport/contract/auth.api';
import { mountApi } from '../../platform/http/mount.ts';
import type { Module } from '../../platform/module.ts';
import { authHandlers, mountSignIn } from './auth.routes.ts';
import type { SignIn } from './signin.service.ts';

export const authModule = (signIn: SignIn): Module => ({
  name: 'auth',
  mount: (app, door) => {
    mountSignIn(app, signIn);
    mountApi(app, authApi, authHandlers, door);
  },
});
