import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Sessions } from '../ports/people.ts'
import type { Database, Queryable } from './database.ts'
import { hashOf } from './ids.ts'
import { sessions, users } from './schema/people.ts'
import { writeAudit } from './write-audit.ts'

const MINUTE = 60_000
/** An officer's day with its breaks, and the longest a session lives at all. */
const IDLE_MS = 4 * 60 * MINUTE
const WHOLE_MS = 12 * 60 * MINUTE
/** "Seen" is written once a minute, not with every request. */
const SEEN_EVERY_MS = MINUTE

const tell = (
  tx: Queryable,
  { id, name, governmentId }: { id: string; name: string; governmentId: string },
  what: 'signed-in' | 'signed-out',
  at: Date,
) => {
  const actor = { userId: id, name }
  const line = { governmentId, at, actor, act: `user.${what}`, subject: `user:${id}` }
  return writeAudit(tx, [line])
}

const signOut = async (tx: Queryable, token: string, now: Date): Promise<void> => {
  const [gone] = await tx
    .delete(sessions)
    .where(eq(sessions.tokenHash, hashOf(token)))
    .returning({ userId: sessions.userId })
  if (!gone) return
  const [user] = await tx.select().from(users).where(eq(users.id, gone.userId))
  if (user) await tell(tx, user, 'signed-out', now)
}

export const createSessions = (db: Database, clock: Clock, ids: Ids): Sessions => ({
  open: async (userId) => {
    const token = ids.secret()
    const now = clock.now()
    const until = new Date(now.getTime() + WHOLE_MS)
    const [user] = await db.select().from(users).where(eq(users.id, userId))
    if (!user) throw new Error('A session was asked for a user who does not exist')
    await db.transaction(async (tx) => {
      await tx.insert(sessions).values({
        tokenHash: hashOf(token),
        governmentId: user.governmentId,
        userId,
        openedAt: now,
        lastSeenAt: now,
        expiresAt: until,
      })
      await tell(tx, user, 'signed-in', now)
    })
    return { token, until }
  },

  viewer: async (token, { touch } = { touch: true }) => {
    const now = clock.now()
    const [row] = await db
      .select({ session: sessions, user: users })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(
        and(
          eq(sessions.tokenHash, hashOf(token)),
          gt(sessions.expiresAt, now),
          gt(sessions.lastSeenAt, new Date(now.getTime() - IDLE_MS)),
          isNull(users.disabledAt),
        ),
      )
    if (!row) return null
    if (touch && now.getTime() - row.session.lastSeenAt.getTime() > SEEN_EVERY_MS)
      await db
        .update(sessions)
        .set({ lastSeenAt: now })
        .where(eq(sessions.tokenHash, row.session.tokenHash))
    const { id, name, governmentId, agencyId, roles } = row.user
    return {
      viewer: { userId: id, name, governmentId, agencyId, roles },
      until: row.session.expiresAt,
    }
  },

  close: async (token) => {
    await db.transaction((tx) => signOut(tx, token, clock.now()))
  },

  closeAllOf: async (userId) => {
    await db.delete(sessions).where(eq(sessions.userId, userId))
  },
})
