// The context that every service and query gets first: which database, which organization, who, when.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Permission, Role } from '@rapport/contract/permissions';
import type { Kysely, Transaction } from 'kysely';
import type { DB } from './db/schema.gen.ts';
import type { Ports } from './ports.ts';

export type Db = Kysely<DB> | Transaction<DB>;

/** Who acts. */
export type Actor =
  | {
      kind: 'person';
      user_id: string;
      member_id: string;
      role: Role;
      permissions: ReadonlySet<Permission>;
      super_admin: boolean;
      /** Sees only contacts that are assigned to them. */
      restricted: boolean;
    }
  | { kind: 'service'; gateway_key_id: string }
  | { kind: 'system'; reason: string };

/** What is known before an organization is: public and operator endpoints get no more than this. */
export type BaseCtx = { db: Db; ports: Ports; now: () => Date };

export type Ctx = BaseCtx & { organization_id: string; actor: Actor };

/** Work that waits for the commit: nothing slow or outside happens inside a transaction. */
const afterCommit = new WeakMap<object, (() => void)[]>();

/** Runs `work` once the transaction of `ctx` has committed, or at once when there is none. */
export const onCommit = (ctx: BaseCtx, work: () => void): void => {
  const waiting = afterCommit.get(ctx.db);
  if (waiting) waiting.push(work);
  else work();
};

// Deadlock and serialization failures are settled by doing the transaction again.
const RETRIED = new Set(['40P01', '40001']);
const MOST_ATTEMPTS = 8;

/**
 * Runs `work` in one transaction: `await inTx(ctx, async (ctx) => ...)`. The inner ctx shadows the outer
 * one, so the wrong handle has no name. Inside a transaction already, it joins that one.
 * `work` may run again after a deadlock: it must have no effects outside the database.
 */
export const inTx = async <C extends BaseCtx, T>(
  ctx: C,
  work: (ctx: C) => Promise<T>,
): Promise<T> => {
  if (ctx.db.isTransaction) return work(ctx);
  for (let attempt = 1; ; attempt++) {
    const waiting: (() => void)[] = [];
    try {
      const result = await ctx.db.transaction().execute(async (db) => {
        afterCommit.set(db, waiting);
        return work({ ...ctx, db });
      });
      for (const run of waiting) run();
      return result;
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (attempt >= MOST_ATTEMPTS || !RETRIED.has(code)) throw error;
      // Those who met once would meet again if they started together.
      await sleep(Math.random() * 20 * attempt);
    }
  }
};

/** The member behind the actor, for `created_by` columns; null for programs and the system. */
export const memberIdOf = (ctx: Ctx): string | null =>
  ctx.actor.kind === 'person' ? ctx.actor.member_id : null;
