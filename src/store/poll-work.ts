import { and, eq, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { DuePoll, PollWork } from '../ports/background-work.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Database, Queryable } from './database.ts'
import { receivePosts } from './receive-posts.ts'
import { rateGates, sources } from './schema/sources.ts'
import type { SecretBox } from './secret-box.ts'

const POLL_LEASE = sql`now() + interval '2 minutes'`
/** A told poll that nobody began is told again. */
const TELL_AGAIN = sql`now() + interval '30 seconds'`
const IDLE_SECONDS = 300
const LONGEST_BACKOFF_SECONDS = 900

type Row = typeof sources.$inferSelect

const unheld = or(isNull(sources.leaseUntil), lt(sources.leaseUntil, sql`now()`))
const dueBefore = (moment: ReturnType<typeof sql>) =>
  and(sources.enabled, or(isNull(sources.nextPollAt), lte(sources.nextPollAt, moment)), unheld)

const inSeconds = (seconds: number | ReturnType<typeof sql>) =>
  sql`now() + ${seconds} * interval '1 second'`

/** Doubles with every failure, with jitter, so that many sources do not come back at once. */
const backoff = sql`least(${LONGEST_BACKOFF_SECONDS}::float,
  ${sources.intervalSeconds} * power(2, least(${sources.failures}, 10))) * (0.75 + random() / 2)`

/** Only the poll that holds the newest fence may write. */
const mine = (poll: DuePoll) => and(eq(sources.id, poll.source.id), eq(sources.fence, poll.fence))

const newestOf = (dates: (Date | null)[]): Date | null => {
  const times = dates.filter((date) => date !== null).map((date) => date.getTime())
  return times.length > 0 ? new Date(Math.max(...times)) : null
}

const savePage = async (
  tx: Queryable,
  clock: Clock,
  ids: Ids,
  poll: DuePoll,
  page: Parameters<PollWork['save']>[1],
): Promise<{ kind: 'saved'; stored: number } | { kind: 'overtaken' }> => {
  const [row]: Row[] = await tx.select().from(sources).where(mine(poll)).for('update')
  if (!row) return { kind: 'overtaken' }
  const now = clock.now()
  const results = await receivePosts(
    tx,
    page.posts,
    {
      governmentId: row.governmentId,
      sourceId: row.id,
      receivedBy: null,
      sample: page.sample,
      history: false,
      receivedAt: now,
    },
    ids,
  )
  const stored = results.filter((result) => result.kind === 'stored').length
  const newest = stored > 0 ? newestOf(page.posts.map((post) => post.postedAt)) : null
  await tx
    .update(sources)
    .set({
      cursor: page.cursor,
      stored: sql`${sources.stored} + ${stored}`,
      lastSuccessAt: now,
      ...(newest ? { lastPostAt: newest, lagSeconds: lagOf(newest, now) } : {}),
      failures: 0,
      idleReason: null,
      lastError: null,
      leaseUntil: null,
      nextPollAt: page.more ? now : inSeconds(row.intervalSeconds),
    })
    .where(mine(poll))
  return { kind: 'saved', stored }
}

const lagOf = (postedAt: Date, now: Date): number =>
  Math.max(0, Math.round((now.getTime() - postedAt.getTime()) / 1000))

const createGates = (db: Database): Pick<PollWork, 'gate' | 'closeGate'> => ({
  gate: async (key) => {
    const [row] = await db
      .select()
      .from(rateGates)
      .where(and(eq(rateGates.key, key), sql`${rateGates.closedUntil} > now()`))
    return row?.closedUntil ?? null
  },

  closeGate: async (key, until, because) => {
    await db
      .insert(rateGates)
      .values({ key, closedUntil: until, because })
      .onConflictDoUpdate({
        target: rateGates.key,
        set: {
          closedUntil: sql`greatest(${rateGates.closedUntil}, excluded.closed_until)`,
          because,
        },
      })
  },
})

const createVerdicts = (db: Database, clock: Clock): Pick<PollWork, 'idle' | 'wait' | 'fail'> => ({
  idle: async (poll, missing) => {
    await db
      .update(sources)
      .set({
        idleReason: `Belum diisi: ${missing.join(', ')}.`,
        leaseUntil: null,
        nextPollAt: inSeconds(IDLE_SECONDS),
      })
      .where(mine(poll))
  },

  wait: async (poll, until, because) => {
    await db
      .update(sources)
      .set({ leaseUntil: null, nextPollAt: until, lastError: because, lastErrorAt: clock.now() })
      .where(mine(poll))
  },

  fail: async (poll, because) => {
    await db
      .update(sources)
      .set({
        leaseUntil: null,
        failures: sql`${sources.failures} + 1`,
        lastError: because,
        lastErrorAt: clock.now(),
        nextPollAt: inSeconds(backoff),
      })
      .where(mine(poll))
  },
})

export const createPollWork = (db: Database, clock: Clock, ids: Ids, box: SecretBox): PollWork => ({
  ...createGates(db),
  ...createVerdicts(db, clock),

  takeDue: async (limit) => {
    const found = db
      .select({ id: sources.id })
      .from(sources)
      .where(dueBefore(sql`now()`))
      .limit(limit)
      .for('update', { skipLocked: true })
    const rows = await db
      .update(sources)
      .set({ nextPollAt: TELL_AGAIN })
      .where(inArray(sources.id, found))
      .returning({ id: sources.id })
    return rows.map((row) => row.id)
  },

  begin: async (sourceId) => {
    const [row] = await db
      .update(sources)
      .set({ fence: sql`${sources.fence} + 1`, leaseUntil: POLL_LEASE, lastPollAt: clock.now() })
      // A source that was just told is due within TELL_AGAIN; one polled meanwhile is due later.
      .where(and(eq(sources.id, sourceId), dueBefore(TELL_AGAIN)))
      .returning()
    if (!row) return null
    const { id, governmentId, connector, settings, cursor, fence } = row
    const secrets = box.open(row.secrets, id)
    return { source: { id, governmentId, connector, settings }, secrets, cursor, fence }
  },

  save: (poll, page) => db.transaction((tx) => savePage(tx, clock, ids, poll, page)),
})
