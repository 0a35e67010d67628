import { and, asc, desc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import type { CaseDecision } from '../core/case-change.ts'
import { refuse } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import {
  type CaseClock,
  type CaseFilter,
  type CasePost,
  type Cases,
  type CaseView,
  QUEUES,
  type QueueName,
} from '../ports/cases.ts'
import type { Clock } from '../ports/clock.ts'
import { applyChange } from './apply-change.ts'
import { inQueue, listCases } from './case-list.ts'
import { toCase, toEvent } from './case-rows.ts'
import type { Database } from './database.ts'
import { partsIn } from './post-parts.ts'
import { caseEvents, cases } from './schema/cases.ts'
import { clocks } from './schema/clocks.ts'
import { posts } from './schema/posts.ts'
import { similarCases } from './similar-cases.ts'
import { suggestionsFor } from './suggestions.ts'
import { eventSeenBy, undoEvent } from './undoing.ts'
import { visibleTo } from './visible-to.ts'

/** More than a page of a queue is only told as "1000+". */
const COUNTED_AT_MOST = 1000
const POSTS_SHOWN = 200
const EXPORT_PAGE = 100

const countOf = async (db: Database, viewer: Viewer, queue: QueueName, now: Date) => {
  const some = db
    .select({ one: sql`1` })
    .from(cases)
    .where(and(visibleTo(viewer), inQueue(viewer, queue, now)))
    .limit(COUNTED_AT_MOST)
    .as('some')
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(some)
  return row?.n ?? 0
}

const postsOf = async (db: Database, viewer: Viewer, caseId: string): Promise<CasePost[]> => {
  const [found, parts] = await Promise.all([rowsOf(db, caseId), partsIn(db, viewer, caseId)])
  return found.map((post) => ({ ...post, part: parts.get(post.id) ?? null }))
}

const rowsOf = (db: Database, caseId: string) =>
  db
    .select({
      id: posts.id,
      platform: posts.platform,
      url: posts.url,
      authorHandle: posts.authorHandle,
      text: posts.text,
      context: posts.context,
      postedAt: posts.postedAt,
      receivedAt: posts.receivedAt,
      reading: posts.reading,
      sample: posts.sample,
      history: posts.history,
      sharedFrom: posts.sharedFrom,
      deletedAt: posts.deletedAt,
    })
    .from(posts)
    .where(eq(posts.caseId, caseId))
    .orderBy(asc(posts.id))
    .limit(POSTS_SHOWN)

/** Each post remembers whether its writer was answered; who only repeats another waits for nothing. */
const unansweredOf = (db: Database, caseId: string): Promise<number> => {
  const reachable = and(isNull(posts.sharedFrom), isNull(posts.deletedAt))
  const waiting = and(isNull(posts.answeredAt), reachable)
  return db.$count(posts, and(eq(posts.caseId, caseId), waiting))
}

/** All that people did, and of the posts that joined the newest: a viral case has thousands. */
const eventsOf = (db: Database, caseId: string) => {
  const ofCase = eq(caseEvents.caseId, caseId)
  const newestJoined = db
    .select({ id: caseEvents.id })
    .from(caseEvents)
    .where(and(ofCase, eq(caseEvents.type, 'post-joined')))
    .orderBy(desc(caseEvents.id))
    .limit(POSTS_SHOWN)
  return db
    .select()
    .from(caseEvents)
    .where(
      and(ofCase, or(ne(caseEvents.type, 'post-joined'), inArray(caseEvents.id, newestJoined))),
    )
    .orderBy(asc(caseEvents.id))
}

const clocksOf = (db: Database, caseId: string): Promise<CaseClock[]> => {
  const { clock, leg, agencyId, startedAt, state, dueAt, provisional, stoppedAt, outcome } = clocks
  return db
    .select({ clock, leg, agencyId, startedAt, state, dueAt, provisional, stoppedAt, outcome })
    .from(clocks)
    .where(eq(clocks.caseId, caseId))
    .orderBy(asc(startedAt), asc(clock), asc(leg))
}

/** How long the first post stood there before we knew of it: our own listening, nobody's answering. */
const lagOf = (found: CasePost[]): number | null => {
  const known = found.flatMap(({ postedAt, receivedAt }) =>
    postedAt ? [{ postedAt, receivedAt }] : [],
  )
  const [first] = known.toSorted((one, other) => one.postedAt.getTime() - other.postedAt.getTime())
  if (!first) return null
  const lag = first.receivedAt.getTime() - first.postedAt.getTime()
  return Math.max(0, Math.round(lag / 1000))
}

const viewOf = async (db: Database, viewer: Viewer, caseId: string): Promise<CaseView | null> => {
  const [row] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), visibleTo(viewer)))
  if (!row) return null
  const [found, events, suggestions, unanswered, clocks] = await Promise.all([
    postsOf(db, viewer, caseId),
    eventsOf(db, caseId),
    suggestionsFor(db, viewer, caseId),
    row.answeredAt ? unansweredOf(db, caseId) : 0,
    clocksOf(db, caseId),
  ])
  const said = { events: events.map(toEvent), suggestions, unanswered }
  const detectionLagSeconds = lagOf(found)
  return { case: toCase(row), posts: found, ...said, clocks, detectionLagSeconds }
}

async function* exported(db: Database, viewer: Viewer, filter: CaseFilter, clock: Clock) {
  let cursor: string | undefined
  do {
    const wanted = { ...filter, cursor, limit: EXPORT_PAGE }
    const page = await listCases(db, viewer, wanted, clock.now())
    if (!('items' in page)) return
    yield* page.items
    cursor = page.next ?? undefined
  } while (cursor)
}

export const createCases = (db: Database, clock: Clock): Cases => ({
  list: (viewer, filter) => listCases(db, viewer, filter, clock.now()),

  counts: async (viewer) => {
    const now = clock.now()
    const counted = await Promise.all(QUEUES.map((queue) => countOf(db, viewer, queue, now)))
    return Object.fromEntries(QUEUES.map((queue, at) => [queue, counted[at] ?? 0])) as Record<
      QueueName,
      number
    >
  },

  view: (viewer, caseId) => viewOf(db, viewer, caseId),

  similar: (viewer, caseId) => similarCases(db, viewer, caseId),

  change: (viewer, caseId, version, decide: (current: Case) => CaseDecision) =>
    db.transaction(async (tx) => {
      const [row] = await tx
        .select()
        .from(cases)
        .where(and(eq(cases.id, caseId), visibleTo(viewer)))
        .for('no key update')
      if (!row) return refuse('not-found')
      const current = toCase(row)
      if (version !== null && version !== current.version)
        return { ...refuse('stale-version'), current }
      const decision = decide(current)
      if (decision.kind === 'refused') return { ...decision, current }
      return {
        kind: 'changed',
        case: await applyChange(tx, viewer, current, decision, clock.now()),
      }
    }),

  event: (viewer, caseId, eventId) => eventSeenBy(db, viewer, caseId, eventId),

  undo: (viewer, caseId, version, eventId, decide) =>
    undoEvent(db, viewer, { caseId, version, eventId }, decide, clock.now()),

  export: (viewer, filter) => exported(db, viewer, filter, clock),
})
