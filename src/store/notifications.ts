import { and, desc, eq, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { refuse } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import type { Clock } from '../ports/clock.ts'
import type { Mentioned, Notification, Notifications } from '../ports/notifications.ts'
import type { Database } from './database.ts'
import { decodeMarker, encodeMarker } from './keyset.ts'
import { caseEvents, cases } from './schema/cases.ts'
import { notifications } from './schema/notifications.ts'
import { users } from './schema/people.ts'
import { toUser } from './to-user.ts'
import { visibleTo } from './visible-to.ts'

/** More unread than these are only told as "100+". */
const COUNTED_AT_MOST = 100

/** A note that was taken back told nobody anything. */
const STANDS = sql`not exists (select from case_events undone
  where undone.case_id = ${notifications.caseId} and undone.type = 'undone'
    and undone.data ->> 'undoes' = ${notifications.eventId}::text)`

const toldTo = (viewer: Viewer, unread: boolean): SQL | undefined =>
  and(
    eq(notifications.userId, viewer.userId),
    unread ? isNull(notifications.readAt) : undefined,
    visibleTo(viewer),
    STANDS,
  )

const rowsFor = (db: Database, where: SQL | undefined, limit: number) =>
  db
    .select({ row: notifications, code: cases.code, event: caseEvents })
    .from(notifications)
    .innerJoin(cases, eq(cases.id, notifications.caseId))
    .innerJoin(caseEvents, eq(caseEvents.id, notifications.eventId))
    .where(where)
    .orderBy(desc(notifications.id))
    .limit(limit)

const toNotification = ({
  row,
  code,
  event,
}: Awaited<ReturnType<typeof rowsFor>>[number]): Notification => ({
  id: String(row.id),
  kind: row.kind,
  caseId: row.caseId,
  caseCode: code,
  by: event.actorName,
  text: event.data.text ?? event.data.reason ?? event.data.because?.[0] ?? null,
  at: row.at,
  readAt: row.readAt,
})

const unreadOf = async (db: Database, viewer: Viewer): Promise<number> =>
  (await rowsFor(db, toldTo(viewer, true), COUNTED_AT_MOST)).length

const markerOf = (cursor: string): bigint | null => {
  const [id] = decodeMarker(cursor, 1) ?? []
  return /^\d{1,18}$/.test(String(id)) ? BigInt(String(id)) : null
}

const sees = async (db: Database, person: Viewer, caseId: string): Promise<boolean> => {
  const [row] = await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.id, caseId), visibleTo(person)))
  return row !== undefined
}

const mentionedOf = async (
  db: Database,
  viewer: Viewer,
  caseId: string,
  usernames: string[],
): Promise<Mentioned[]> => {
  if (usernames.length === 0) return []
  const rows = await db
    .select()
    .from(users)
    .where(and(eq(users.governmentId, viewer.governmentId), inArray(users.username, usernames)))
  return Promise.all(
    rows.map(toUser).map(async ({ id, username, disabledAt, ...person }) => ({
      userId: id,
      username,
      sees: !disabledAt && (await sees(db, { ...person, userId: id }, caseId)),
    })),
  )
}

export const createNotifications = (db: Database, clock: Clock): Notifications => ({
  list: async (viewer, { unread, cursor, limit }) => {
    const before = cursor ? markerOf(cursor) : null
    if (cursor && before === null) return refuse('bad-cursor')
    const older = before === null ? undefined : lt(notifications.id, before)
    const [rows, left] = await Promise.all([
      rowsFor(db, and(toldTo(viewer, unread), older), limit + 1),
      unreadOf(db, viewer),
    ])
    const page = rows.slice(0, limit)
    const last = rows.length > limit ? page.at(-1) : undefined
    return {
      items: page.map(toNotification),
      next: last ? encodeMarker([String(last.row.id)]) : null,
      unread: left,
    }
  },

  read: async (viewer, ids) => {
    const chosen = ids?.filter((id) => /^\d{1,18}$/.test(id)).map(BigInt)
    await db
      .update(notifications)
      .set({ readAt: clock.now() })
      .where(
        and(
          eq(notifications.userId, viewer.userId),
          isNull(notifications.readAt),
          chosen && inArray(notifications.id, chosen),
        ),
      )
    return unreadOf(db, viewer)
  },

  mentioned: (viewer, caseId, usernames) => mentionedOf(db, viewer, caseId, usernames),
})
