// The outbox at work.
import { defineJob, systemCtx } from '../../platform/jobs/jobs.ts';
import { deliverMessage } from './delivery.service.ts';
import { lookUpMessage } from './lookup.service.ts';
import { DELIVER, LOOK_UP, RECONCILE } from './outbox.service.ts';
import { reconcile } from './reconcile.service.ts';

/** Hands a message to the carrier. */
export const deliver = defineJob({
  ...DELIVER,
  run: async (base, { organization_id, message_id }) =>
    deliverMessage(systemCtx(base, organization_id, 'delivery'), message_id),
});

/** Asks the carrier for a message whose answer was lost. */
export const lookUp = defineJob({
  ...LOOK_UP,
  run: async (base, { organization_id, message_id }) =>
    lookUpMessage(systemCtx(base, organization_id, 'delivery'), message_id),
});

/** Asks the carrier what became of messages that nothing was heard of any more. */
export const reconcileDaily = defineJob({
  ...RECONCILE,
  run: async (base, { organization_id }) =>
    void (await reconcile(systemCtx(base, organization_id, 'delivery'))),
});
