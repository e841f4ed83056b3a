// The WebSocket endpoint: lets a signed-in member in and hands the socket to the hub.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { platformErrors } from '../errors.ts';
import type { Door } from '../http/mount.ts';
import type { Hub, Subscriber } from './hub.ts';

/** Mounts `GET /api/realtime?after=<seq>`; 401 before the upgrade for whoever is not signed in. */
export const mountRealtime = (app: FastifyInstance, door: Door, hub: Hub): void => {
  const subscriberOf = async (request: FastifyRequest): Promise<Subscriber | null> => {
    const caller = await door.identify(request);
    if (caller?.actor.kind !== 'person') return null;
    const { member_id, restricted } = caller.actor;
    return { organization_id: caller.organization_id, member_id, restricted };
  };
  app.get<{ Querystring: { after?: string } }>(
    '/api/realtime',
    {
      websocket: true,
      preValidation: async (request) => {
        if (!(await subscriberOf(request))) throw platformErrors.UNAUTHENTICATED();
      },
    },
    (socket, request) => {
      const after = /^\d{1,15}$/.test(request.query.after ?? '')
        ? Number(request.query.after)
        : null;
      hub.join(socket, () => subscriberOf(request), after).catch(() => socket.close(1011));
    },
  );
};
