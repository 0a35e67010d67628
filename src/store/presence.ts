import { and, eq, gt, gte, inArray, lt, ne, sql } from 'drizzle-orm'
import { refuse } from '../core/errors.ts'
import { inOrder, type Onlooker, PRESENCE_SECONDS, type PresenceLevel } from '../core/presence.ts'
import type { Viewer } from '../core/roles.ts'
import type { Clock } from '../ports/clock.ts'
import type { CasePresence, Presence } from '../ports/presence.ts'
import type { Database } from './database.ts'
import { EVENTS_CHANNEL } from './insert-events.ts'
import { cases } from './schema/cases.ts'
import { users } from './schema/people.ts'
import { casePresence } from './schema/presence.ts'
import { visibleTo } from './visible-to.ts'

const ALIVE_MS = PRESENCE_SECONDS * 1000
/** A row that says "gone" is kept so long, for the live line to tell of it. */
const GONE_MS = 5 * 60_000

const alive = (now: Date) => gt(casePresence.seenAt, new Date(now.getTime() - ALIVE_MS))

/** Somebody else who looks or writes: then "next" hands the case to nobody. */
export const lookedAtByOther = (viewer: Viewer, now: Date) =>
  sql`exists (select from ${casePresence} where ${and(
    eq(casePresence.caseId, cases.id),
    ne(casePresence.userId, viewer.userId),
    ne(casePresence.level, 'away'),
    alive(now),
  )})`

const isSeen = async (db: Database, viewer: Viewer, caseId: string): Promise<boolean> => {
  const [row] = await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.id, caseId), visibleTo(viewer)))
  return row !== undefined
}

const peopleOf = async (db: Database, viewer: Viewer, caseIds: string[], now: Date) => {
  if (caseIds.length === 0) return new Map<string, Onlooker[]>()
  const rows = await db
    .select({ at: casePresence, name: users.name })
    .from(casePresence)
    .innerJoin(users, eq(users.id, casePresence.userId))
    .where(
      and(
        inArray(casePresence.caseId, caseIds),
        ne(casePresence.userId, viewer.userId),
        alive(now),
      ),
    )
  const found = new Map<string, Onlooker[]>()
  for (const { at, name } of rows) {
    const until = new Date(at.seenAt.getTime() + ALIVE_MS)
    const { userId, level, since } = at
    found.set(at.caseId, [...(found.get(at.caseId) ?? []), { userId, name, level, since, until }])
  }
  return found
}

/** True where it is news to the others: a renewal of the same level is none. */
const put = async (
  db: Database,
  viewer: Viewer,
  caseId: string,
  level: PresenceLevel,
  now: Date,
): Promise<boolean> => {
  const fresh = sql`${casePresence.level} <> excluded.level or not (${alive(now)})`
  const rows = await db
    .insert(casePresence)
    .values({
      caseId,
      userId: viewer.userId,
      governmentId: viewer.governmentId,
      level,
      since: now,
      seenAt: now,
    })
    .onConflictDoUpdate({
      target: [casePresence.caseId, casePresence.userId],
      set: {
        level,
        seenAt: now,
        since: sql`case when ${fresh} then excluded.since else ${casePresence.since} end`,
      },
    })
    .returning({ since: casePresence.since })
  return rows[0]?.since.getTime() === now.getTime()
}

/** Gone is a row that nobody counts any more, with a fresh moment for the live line. */
const leave = async (db: Database, viewer: Viewer, caseId: string, now: Date): Promise<boolean> => {
  const rows = await db
    .update(casePresence)
    .set({ since: now, seenAt: new Date(now.getTime() - ALIVE_MS) })
    .where(and(eq(casePresence.caseId, caseId), eq(casePresence.userId, viewer.userId), alive(now)))
    .returning({ caseId: casePresence.caseId })
  await db
    .delete(casePresence)
    .where(
      and(
        eq(casePresence.governmentId, viewer.governmentId),
        lt(casePresence.seenAt, new Date(now.getTime() - GONE_MS)),
      ),
    )
  return rows.length > 0
}

const newsOf = async (db: Database, viewer: Viewer, since: Date, now: Date) => {
  const changed = await db
    .selectDistinctOn([cases.id], { id: cases.id, code: cases.code })
    .from(casePresence)
    .innerJoin(cases, eq(cases.id, casePresence.caseId))
    .where(
      and(
        eq(casePresence.governmentId, viewer.governmentId),
        gte(casePresence.since, since),
        ne(casePresence.userId, viewer.userId),
        visibleTo(viewer),
      ),
    )
  const ids = changed.map(({ id }) => id)
  const people = await peopleOf(db, viewer, ids, now)
  return changed.map(
    ({ id, code }): CasePresence => ({ caseId: id, code, people: inOrder(people.get(id) ?? []) }),
  )
}

export const createPresence = (db: Database, clock: Clock): Presence => ({
  report: async (viewer, caseId, level) => {
    if (!(await isSeen(db, viewer, caseId))) return refuse('not-found')
    const now = clock.now()
    const news = level
      ? await put(db, viewer, caseId, level, now)
      : await leave(db, viewer, caseId, now)
    if (news) await db.execute(sql`select pg_notify(${EVENTS_CHANNEL}, '')`)
    const people = await peopleOf(db, viewer, [caseId], now)
    return { kind: 'reported', people: inOrder(people.get(caseId) ?? []) }
  },

  of: async (viewer, caseId) => {
    if (!(await isSeen(db, viewer, caseId))) return []
    const people = await peopleOf(db, viewer, [caseId], clock.now())
    return inOrder(people.get(caseId) ?? [])
  },

  news: (viewer, since) => newsOf(db, viewer, since, clock.now()),
})
