import { and, eq, sql } from 'drizzle-orm'
import type { Idempotency } from '../ports/idempotency.ts'
import type { Database } from './database.ts'
import { idempotencyKeys, users } from './schema/people.ts'

const mine = (userId: string, key: string) =>
  and(eq(idempotencyKeys.userId, userId), eq(idempotencyKeys.key, key))

/** A reservation whose call died is given up after this long. */
const ABANDONED = sql`now() - interval '1 minute'`

export const createIdempotency = (db: Database): Idempotency => ({
  begin: async (userId, key, requestHash) => {
    const reserved = await db.execute(sql`
      insert into ${idempotencyKeys} (government_id, user_id, key, request_hash)
      select ${users.governmentId}, ${users.id}, ${key}, ${requestHash} from ${users}
      where ${users.id} = ${userId}
      on conflict (user_id, key) do update set created_at = now()
        where ${idempotencyKeys}.status is null
          and ${idempotencyKeys}.request_hash = excluded.request_hash
          and ${idempotencyKeys}.created_at < ${ABANDONED}
      returning key`)
    if (reserved.rows.length > 0) return { kind: 'new' }
    const [row] = await db.select().from(idempotencyKeys).where(mine(userId, key))
    if (!row) return { kind: 'busy' }
    if (row.requestHash !== requestHash) return { kind: 'mismatch' }
    return row.status === null
      ? { kind: 'busy' }
      : { kind: 'done', status: row.status, body: row.body }
  },

  finish: async (userId, key, status, body) => {
    await db.update(idempotencyKeys).set({ status, body }).where(mine(userId, key))
  },

  forget: async (userId, key) => {
    await db.delete(idempotencyKeys).where(mine(userId, key))
  },
})
