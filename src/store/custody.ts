import { and, asc, desc, eq, inArray, isNull, not, or, type SQL, sql } from 'drizzle-orm'
import { refuse } from '../core/errors.ts'
import { hasRight, type Viewer } from '../core/roles.ts'
import { visibilityOf } from '../core/visibility.ts'
import type { Clock } from '../ports/clock.ts'
import type {
  Custody,
  CustodyChanged,
  CustodyDoor,
  OfferBox,
  TaskFilter,
} from '../ports/custody.ts'
import type { Ids } from '../ports/ids.ts'
import { toCase } from './case-rows.ts'
import { recordsOf } from './custody-rows.ts'
import type { Database, Queryable } from './database.ts'
import { cameFrom, linkedStatus } from './linked-status.ts'
import { saveCustody } from './save-custody.ts'
import { cases } from './schema/cases.ts'
import { clocks } from './schema/clocks.ts'
import { handOvers, offers } from './schema/custody.ts'
import { laporNumbers } from './schema/lapor.ts'
import { posts } from './schema/posts.ts'
import { tasks } from './schema/tasks.ts'
import { isSecret, visibleTo } from './visible-to.ts'

const MOST_OFFERS = 200
const WORDS = 5

/** Whom an offer asks may come to the case through it, and only through it. */
const askedOf = ({ governmentId, agencyId, roles }: Viewer): SQL => {
  const here = eq(offers.governmentId, governmentId)
  const agency = agencyId ? and(here, eq(offers.toAgencyId, agencyId)) : sql`false`
  const triages = hasRight(roles, 'case:triage')
  const desk = triages ? and(here, eq(offers.toKind, 'desk')) : sql`false`
  const abroad = triages ? eq(offers.toGovernmentId, governmentId) : sql`false`
  return or(agency, desk, abroad) ?? sql`false`
}

/** Whoever decides what nobody could settle comes to the case through that offer, and only through it. */
const decidedBy = ({ governmentId, roles }: Viewer): SQL | undefined => {
  if (!hasRight(roles, 'custody:decide')) return sql`false`
  const party = or(eq(offers.governmentId, governmentId), eq(offers.toGovernmentId, governmentId))
  return and(eq(offers.state, 'undecided'), party)
}

const behind = (viewer: Viewer | null, door: CustodyDoor): SQL | undefined => {
  if (door.by === 'system') return eq(cases.id, door.caseId)
  if (!viewer) return sql`false`
  const seen = visibleTo(viewer)
  if (door.by === 'case') return and(eq(cases.id, door.caseId), seen)
  if (door.by === 'task')
    return and(sql`${cases.id} = (select case_id from tasks where id = ${door.taskId})`, seen)
  if (door.by === 'hand-over')
    return and(
      sql`${cases.id} = (select case_id from hand_overs where id = ${door.handOverId})`,
      seen,
    )
  const asked = sql`select ${offers.caseId} from ${offers}
    where ${offers.id} = ${door.offerId} and ${or(askedOf(viewer), decidedBy(viewer))}`
  const any = sql`select ${offers.caseId} from ${offers} where ${offers.id} = ${door.offerId}`
  return or(sql`${cases.id} = (${asked})`, and(sql`${cases.id} = (${any})`, seen))
}

/** A case may cross in both directions: whoever moves cases between governments takes turns. */
const lockBetween = (tx: Queryable, offerId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext('custody'), hashtext('between governments'))
    from offers where id = ${offerId} and to_kind = 'government'`)

/** The case behind the door, held until the transaction is over. */
const comeIn = async (tx: Queryable, viewer: Viewer | null, door: CustodyDoor) => {
  if (door.by === 'offer') await lockBetween(tx, door.offerId)
  const [row] = await tx.select().from(cases).where(behind(viewer, door)).for('no key update')
  return row ? toCase(row) : null
}

/** Two who record one number of SP4N-LAPOR! at once: the second is told. */
const orTaken = async (changing: Promise<CustodyChanged>): Promise<CustodyChanged> => {
  try {
    return await changing
  } catch (error) {
    if (isTaken(error)) return refuse('tracking-taken')
    throw error
  }
}

const isTaken = (error: unknown): boolean => {
  const { constraint, cause } = error as { constraint?: string; cause?: { constraint?: string } }
  return (constraint ?? cause?.constraint) === 'lapor_numbers_pkey'
}

const inBox = (viewer: Viewer, box: OfferBox): SQL | undefined => {
  const pending = inArray(offers.state, ['open', 'undecided'])
  const here = eq(offers.governmentId, viewer.governmentId)
  if (box === 'incoming') return and(pending, isNull(offers.answeredAt), askedOf(viewer))
  if (box === 'undecided') return decidedBy(viewer)
  const own = viewer.agencyId ? eq(offers.fromAgencyId, viewer.agencyId) : sql`false`
  const sent = or(own, hasRight(viewer.roles, 'case:triage') ? sql`true` : sql`false`)
  // its owner may have become another one since, and the case confidential
  return and(here, sent, or(not(isSecret), visibleTo(viewer)))
}

const ofOffer = and(
  eq(clocks.caseId, offers.caseId),
  eq(clocks.clock, 'offer'),
  eq(clocks.leg, offers.leg),
)

const offersIn = async (db: Database, viewer: Viewer, box: OfferBox) => {
  const rows = await db
    .select({ offer: offers, of: cases, dueAt: clocks.dueAt, given: clocks.target })
    .from(offers)
    .innerJoin(cases, eq(cases.id, offers.caseId))
    .innerJoin(clocks, ofOffer)
    .where(inBox(viewer, box))
    .orderBy(box === 'sent' ? desc(offers.offeredAt) : asc(offers.offeredAt), asc(offers.id))
    .limit(MOST_OFFERS)
  return rows.map(({ offer: { leg: _leg, ...offer }, of, dueAt, given }) => ({
    offer: { ...offer, dueAt: dueAt ?? offer.offeredAt, given },
    code: of.code,
    title: of.confidential ? null : of.title,
    place: of.confidential ? null : (of.place?.name ?? null),
    category: of.confidential ? null : of.category,
    urgency: of.urgency,
    confidential: of.confidential,
    firstPostAt: of.firstPostAt,
    postCount: of.postCount,
  }))
}

/** An agency sees its own tasks, a coordinator those of the government; of cases that they may see. */
const tasksFor = async (db: Database, viewer: Viewer, { state, kind, limit }: TaskFilter) => {
  const { cases: scope, agencyId } = visibilityOf(viewer)
  const own = agencyId ? eq(tasks.agencyId, agencyId) : sql`false`
  const mine = or(own, eq(tasks.assigneeId, viewer.userId))
  const rows = await db
    .select({ task: tasks, code: cases.code, caseTitle: cases.title, urgency: cases.urgency })
    .from(tasks)
    .innerJoin(cases, eq(cases.id, tasks.caseId))
    .where(
      and(
        eq(tasks.governmentId, viewer.governmentId),
        eq(tasks.state, state),
        kind ? eq(tasks.kind, kind) : undefined,
        scope === 'all' ? undefined : mine,
        visibleTo(viewer),
      ),
    )
    .orderBy(asc(tasks.startedAt), asc(tasks.id))
    .limit(limit)
  return rows
}

const viewOf = async (db: Database, viewer: Viewer, caseId: string) => {
  const [row] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), visibleTo(viewer)))
  if (!row) return null
  const { offers, tasks, handOvers, clocks } = await recordsOf(db, row)
  const look = clocks['external-check']
  const numbers = await db
    .select({ id: laporNumbers.trackingId })
    .from(laporNumbers)
    .where(eq(laporNumbers.caseId, caseId))
  return {
    ...{ offers, tasks, handOvers },
    case: toCase(row),
    nextCheckAt: look?.state === 'running' ? look.dueAt : null,
    linked: await linkedStatus(db, caseId),
    cameFrom: await cameFrom(db, caseId),
    trackingIds: numbers.map(({ id }) => id),
  }
}

const wordsOf = async (db: Database, viewer: Viewer, caseId: string) => {
  const [row] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), visibleTo(viewer)))
  if (!row) return null
  const said = await db
    .select({ text: posts.text, url: posts.url })
    .from(posts)
    .where(and(eq(posts.caseId, caseId), isNull(posts.sharedFrom)))
    .orderBy(asc(posts.id))
    .limit(WORDS)
  const url = said.find((each) => each.url !== null)?.url ?? null
  return { case: toCase(row), words: said.map(({ text }) => text), url }
}

export const createCustody = (db: Database, clock: Clock, ids: Ids): Custody => ({
  view: (viewer, caseId) => viewOf(db, viewer, caseId),

  change: (viewer, door, version, decide) =>
    orTaken(
      db.transaction(async (tx) => {
        const current = await comeIn(tx, viewer, door)
        if (!current) return refuse('not-found')
        if (version !== null && version !== current.version)
          return { ...refuse('stale-version'), current }
        const decision = decide(current, await recordsOf(tx, current))
        if (decision.kind === 'refused') return decision
        return saveCustody({ tx, ids, viewer, now: clock.now() }, current, decision)
      }),
    ),

  tasks: (viewer, filter) => tasksFor(db, viewer, filter),
  offers: (viewer, box) => offersIn(db, viewer, box),

  handOvers: async (viewer) => {
    const rows = await db
      .select({ handOver: handOvers })
      .from(handOvers)
      .innerJoin(cases, eq(cases.id, handOvers.caseId))
      .where(and(eq(handOvers.governmentId, viewer.governmentId), visibleTo(viewer)))
    return rows.map(({ handOver }) => handOver)
  },

  words: (viewer, caseId) => wordsOf(db, viewer, caseId),

  byCode: async (governmentId, code) => {
    // a confidential case was never typed there: its code in a file is somebody's guess
    const open = eq(cases.confidential, false)
    const [row] = await db
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.governmentId, governmentId), eq(cases.code, code), open))
    return row?.id ?? null
  },
})
