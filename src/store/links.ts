import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Clock } from '../ports/clock.ts'
import type { LinkPurpose, Users } from '../ports/people.ts'
import type { Database } from './database.ts'
import { hashOf } from './ids.ts'
import { oneTimeLinks, users } from './schema/people.ts'
import { toUser } from './to-user.ts'
import { writeAudit } from './write-audit.ts'

const stillGood = (token: string, now: Date) =>
  and(
    eq(oneTimeLinks.tokenHash, hashOf(token)),
    isNull(oneTimeLinks.usedAt),
    gt(oneTimeLinks.expiresAt, now),
  )

/** One-time links: the only way to a password. Kept as hashes. */
export const createLinks = (
  db: Database,
  clock: Clock,
): Pick<Users, 'createLink' | 'peekLink' | 'useLink'> => ({
  createLink: async (purpose, userId, token, until) => {
    await db.transaction(async (tx) => {
      // A new link replaces the ones before it.
      const same = userId ? eq(oneTimeLinks.userId, userId) : eq(oneTimeLinks.purpose, purpose)
      await tx.delete(oneTimeLinks).where(same)
      const [owner] = userId ? await tx.select().from(users).where(eq(users.id, userId)) : []
      const governmentId = owner?.governmentId ?? null
      await tx
        .insert(oneTimeLinks)
        .values({ tokenHash: hashOf(token), purpose, governmentId, userId, expiresAt: until })
      const subject = `user:${userId ?? 'first'}`
      const after = { purpose, until }
      const at = clock.now()
      await writeAudit(tx, [{ governmentId, at, act: 'user.link-made', subject, after }])
    })
  },

  peekLink: async (token) => {
    const [row] = await db
      .select({ purpose: oneTimeLinks.purpose, user: users })
      .from(oneTimeLinks)
      .leftJoin(users, eq(users.id, oneTimeLinks.userId))
      .where(stillGood(token, clock.now()))
    if (!row) return null
    return { purpose: row.purpose as LinkPurpose, user: row.user ? toUser(row.user) : null }
  },

  useLink: async (token) => {
    const rows = await db
      .update(oneTimeLinks)
      .set({ usedAt: clock.now() })
      .where(stillGood(token, clock.now()))
      .returning({ purpose: oneTimeLinks.purpose })
    return rows.length > 0
  },
})
