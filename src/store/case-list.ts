import { and, asc, desc, eq, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { type Refusal, refuse } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import { visibilityOf } from '../core/visibility.ts'
import type { CaseFilter, CasePage, CaseSort, QueueName } from '../ports/cases.ts'
import { toCase } from './case-rows.ts'
import type { Database } from './database.ts'
import { decodeMarker, encodeMarker, isUuid, type Marker } from './keyset.ts'
import { cases } from './schema/cases.ts'
import { visibleTo } from './visible-to.ts'

type Row = typeof cases.$inferSelect

/** Imported history and the sample are nobody's lateness. */
const late = (now: Date): SQL | undefined =>
  and(cases.isOpen, lt(cases.dueAt, now), eq(cases.history, false), eq(cases.sample, false))

/** What is due is the answer, not the desk's forwarding of what it answered. */
const ANSWER_RUNS = sql`exists (select from clocks
  where clocks.case_id = ${cases.id} and clock = 'answer' and clocks.state <> 'stopped'
    and clocks.due_at <= ${cases.dueAt})`

/** Which cases a queue holds, on top of what the viewer may see at all. */
export const inQueue = (viewer: Viewer, queue: QueueName, now: Date): SQL | undefined => {
  const { agencyId, shared, triageDesk } = visibilityOf(viewer)
  const noOwner = isNull(cases.agencyId)
  const own = agencyId ? eq(cases.agencyId, agencyId) : noOwner
  const queues: Record<QueueName, SQL | undefined> = {
    agency: and(cases.isOpen, eq(cases.isSnoozed, false), own),
    triage: and(cases.isOpen, eq(cases.isSnoozed, false), noOwner),
    // who only helps with a case is not late with it
    unanswered: and(late(now), ANSWER_RUNS, shared ? own : undefined),
    late: and(late(now), shared ? own : undefined),
    snoozed: and(cases.isOpen, cases.isSnoozed, or(own, triageDesk ? noOwner : undefined)),
    all: and(cases.isOpen),
    ended: eq(cases.isOpen, false),
  }
  return queues[queue]
}

/**
 * Row comparison needs one direction and no nulls; each order is a column or expression of an index,
 * named with its table: what is selected as text must not be what is sorted by.
 */
const ORDERS: Record<CaseSort | 'ended', { key: SQL; down: boolean; moment: boolean }> = {
  due: { key: sql`"cases".queue_at`, down: false, moment: true },
  newest: { key: sql`${cases.lastPostAt}`, down: true, moment: true },
  risk: { key: sql`"cases".risk`, down: true, moment: false },
  ended: {
    key: sql`coalesce(${cases.endedAt}, timestamptz 'infinity')`,
    down: true,
    moment: true,
  },
}
type Order = (typeof ORDERS)[CaseSort]

const orderOf = (filter: CaseFilter): Order =>
  ORDERS[filter.queue === 'ended' ? 'ended' : filter.sort]
/** What a marker keeps of a row: a number, whatever the order. */
const keyOf = ({ key, moment }: Order): SQL => (moment ? sql`extract(epoch from ${key})` : key)

/** The year 9000 in seconds: a marker that somebody made up must not name a moment that is none. */
const LAST_SECOND = 221_845_392_000

/** The number of a marker as what the order compares, so that the index can be used. */
const momentOrNumber = ({ moment }: Order, text: string): SQL => {
  if (!moment) return sql`${text}::double precision`
  if (Math.abs(Number(text)) < LAST_SECOND) return sql`to_timestamp(${text}::double precision)`
  return Number(text) < 0 ? sql`timestamptz '-infinity'` : sql`timestamptz 'infinity'`
}

const after = (filter: CaseFilter, marker: Marker): SQL => {
  const order = orderOf(filter)
  const value = momentOrNumber(order, String(marker[0]))
  const id = sql`${String(marker[1])}::uuid`
  return order.down
    ? sql`(${order.key}, ${cases.id}) < (${value}, ${id})`
    : sql`(${order.key}, ${cases.id}) > (${value}, ${id})`
}

/** Cut as the column `search` is: at everything ASCII but letters and digits, and at “…–. */
const WORD = /[0-9a-z\u00c0-\u1fff\u2070-\u{10ffff}]+/gu
const LONGEST_WORD = 100

/** Every word must occur, each may be unfinished. A cast parses nothing: words stay whole. */
const matches = (search: string): SQL | undefined => {
  const words = search.toWellFormed().toLowerCase().match(WORD)?.slice(0, 8) ?? []
  if (words.length === 0) return undefined
  const query = words.map((word) => `'${word.slice(0, LONGEST_WORD).toWellFormed()}':*`)
  return sql`search @@ ${query.join(' & ')}::tsquery`
}

const conditionsOf = (viewer: Viewer, filter: CaseFilter, now: Date): SQL | undefined =>
  and(
    visibleTo(viewer),
    inQueue(viewer, filter.queue, now),
    filter.search ? matches(filter.search) : undefined,
    filter.agencyId ? eq(cases.agencyId, filter.agencyId) : undefined,
    filter.category ? eq(cases.category, filter.category) : undefined,
    filter.urgency ? eq(cases.urgency, filter.urgency) : undefined,
    filter.sort === 'due' && filter.queue === 'late' ? isNotNull(cases.dueAt) : undefined,
  )

const NUMBER = /^(-?\d{1,20}(\.\d{1,40})?|-?Infinity)$/
const markerOf = (cursor: string): Marker | null => {
  const marker = decodeMarker(cursor, 2)
  const [key, id] = marker ?? []
  return marker && NUMBER.test(String(key)) && isUuid(String(id)) ? marker : null
}

export const listCases = async (
  db: Database,
  viewer: Viewer,
  filter: CaseFilter,
  now: Date,
): Promise<CasePage | Refusal> => {
  const marker = filter.cursor ? markerOf(filter.cursor) : undefined
  if (marker === null) return refuse('bad-cursor')
  const order = orderOf(filter)
  const direction = order.down ? desc : asc
  const rows: { row: Row; key: string }[] = await db
    .select({ row: cases, key: sql<string>`${keyOf(order)}::text` })
    .from(cases)
    .where(and(conditionsOf(viewer, filter, now), marker ? after(filter, marker) : undefined))
    .orderBy(direction(order.key), direction(cases.id))
    .limit(filter.limit + 1)
  const page = rows.slice(0, filter.limit)
  const last = rows.length > filter.limit ? page.at(-1) : undefined
  return {
    items: page.map(({ row }) => toCase(row)),
    next: last ? encodeMarker([last.key, last.row.id]) : null,
  }
}
