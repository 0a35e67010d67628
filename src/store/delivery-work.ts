import { and, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { DeliveryWork } from '../ports/background-work.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { DeliveryResult } from '../ports/notifier.ts'
import { toChannel } from './channels.ts'
import type { Database } from './database.ts'
import { createHearing } from './hearing.ts'
import { channels, deliveries } from './schema/alerts.ts'
import type { SecretBox } from './secret-box.ts'

/** Tries over about a day, then it is given up and shown. */
const ATTEMPTS_AT_MOST = 12
const LONGEST_WAIT_SECONDS = 7200
const FIRST_WAIT_SECONDS = 5
/** An attempt that died in the middle is repeated with the same delivery id. */
const LEASE = sql`now() + interval '60 seconds'`

const open = and(isNull(deliveries.deliveredAt), isNull(deliveries.givenUpAt))

const waitAfter = (attempts: number, asked = FIRST_WAIT_SECONDS * 2 ** attempts): number =>
  Math.min(LONGEST_WAIT_SECONDS, Math.max(1, asked))

const outcomeOf = (result: DeliveryResult, attempts: number, now: Date) => {
  if (result.kind === 'delivered') return { deliveredAt: now, lastError: null }
  const giveUp = !result.retry || attempts >= ATTEMPTS_AT_MOST
  const seconds = waitAfter(attempts, result.waitSeconds)
  return {
    lastError: result.because,
    ...(giveUp ? { givenUpAt: now } : { nextAt: new Date(now.getTime() + seconds * 1000) }),
  }
}

const finish = (
  db: Database,
  now: Date,
  { id, token }: { id: string; token: string },
  result: DeliveryResult,
): Promise<void> =>
  db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.id, id), eq(deliveries.leaseToken, token)))
      .for('update')
    if (!row) return
    const set = outcomeOf(result, row.attempts, now)
    await tx
      .update(deliveries)
      .set({ ...set, leaseToken: null })
      .where(eq(deliveries.id, id))
    const told =
      result.kind === 'delivered'
        ? { lastDeliveredAt: now, lastError: null }
        : { lastError: result.because }
    await tx.update(channels).set(told).where(eq(channels.id, row.channelId))
  })

export const createDeliveryWork = (
  db: Database,
  clock: Clock,
  ids: Ids,
  box: SecretBox,
): DeliveryWork => ({
  ...createHearing(db, ids, box),

  takeDue: async (limit) => {
    const found = db
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(and(open, lte(deliveries.nextAt, sql`now()`)))
      .orderBy(deliveries.nextAt)
      .limit(limit)
      .for('update', { skipLocked: true })
    const rows = await db
      .update(deliveries)
      // Whoever had it is late: what they say now does not count any more.
      .set({ nextAt: sql`now() + interval '15 seconds'`, leaseToken: null })
      .where(inArray(deliveries.id, found))
      .returning({ id: deliveries.id })
    return rows.map((row) => row.id)
  },

  begin: async (deliveryId) => {
    const token = ids.next()
    const [row] = await db
      .update(deliveries)
      .set({ leaseToken: token, nextAt: LEASE, attempts: sql`${deliveries.attempts} + 1` })
      .where(and(eq(deliveries.id, deliveryId), open, isNull(deliveries.leaseToken)))
      .returning()
    if (!row) return null
    const [channel] = await db.select().from(channels).where(eq(channels.id, row.channelId))
    if (!channel?.enabled) {
      await db.update(deliveries).set({ givenUpAt: clock.now() }).where(eq(deliveries.id, row.id))
      return null
    }
    const secrets = box.open(channel.secrets, channel.id)
    const { id, message, attempts } = row
    return { id, token, message, attempt: attempts, channel: toChannel(channel), secrets }
  },

  finish: (delivery, result) => finish(db, clock.now(), delivery, result),
})
