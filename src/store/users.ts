import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { refuse } from '../core/errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Users } from '../ports/people.ts'
import type { Database, Queryable } from './database.ts'
import { createLinks } from './links.ts'
import { cases } from './schema/cases.ts'
import { sessions, users } from './schema/people.ts'
import { toUser } from './to-user.ts'
import { writeAudit } from './write-audit.ts'

type Row = typeof users.$inferSelect

const belongs = (governmentId: string | null, userId: string) =>
  and(eq(users.id, userId), governmentId ? eq(users.governmentId, governmentId) : undefined)

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && (error.cause as { code?: string } | undefined)?.code === '23505'

/** Locked in one order: two administrators who disable each other wait, and one of them stays. */
const otherAdministrators = async (tx: Queryable, user: Row): Promise<number> => {
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.governmentId, user.governmentId),
        isNull(users.disabledAt),
        // Somebody who was invited and never came cannot let anybody back in.
        isNotNull(users.passwordHash),
        sql`'administrator' = any(${users.roles})`,
      ),
    )
    .orderBy(users.id)
    .for('update')
  return rows.filter(({ id }) => id !== user.id).length
}

const lockOut = async (tx: Queryable, userId: string) => {
  await tx.delete(sessions).where(eq(sessions.userId, userId))
  await tx
    .update(cases)
    .set({ claimedBy: null, claimedName: null, claimedUntil: null })
    .where(eq(cases.claimedBy, userId))
}

/** A line of the account; of a password only that there is a new one. */
const tell = (
  tx: Queryable,
  { id, governmentId }: Pick<Row, 'id' | 'governmentId'>,
  what: string,
  at: Date,
  change: { before?: Record<string, unknown>; after?: Record<string, unknown> } = {},
) => writeAudit(tx, [{ governmentId, at, act: `user.${what}`, subject: `user:${id}`, ...change }])

/** Who may come in: leaving and coming back. */
const createAdmission = (db: Database, clock: Clock): Pick<Users, 'disable' | 'enable'> => ({
  disable: (governmentId, userId) =>
    db.transaction(async (tx) => {
      const [row] = await tx.select().from(users).where(belongs(governmentId, userId))
      if (!row) return refuse('not-found')
      if (row.roles.includes('administrator') && (await otherAdministrators(tx, row)) === 0)
        return refuse('last-administrator')
      const disabledAt = clock.now()
      await tx.update(users).set({ disabledAt }).where(eq(users.id, userId))
      await lockOut(tx, userId)
      const before = { disabledAt: row.disabledAt }
      await tell(tx, row, 'disabled', disabledAt, { before, after: { disabledAt } })
      return { kind: 'disabled' }
    }),

  enable: (governmentId, userId) =>
    db.transaction(async (tx) => {
      const [row] = await tx.select().from(users).where(belongs(governmentId, userId)).for('update')
      if (!row) return refuse('not-found')
      await tx.update(users).set({ disabledAt: null }).where(eq(users.id, userId))
      const change = { before: { disabledAt: row.disabledAt }, after: { disabledAt: null } }
      await tell(tx, row, 'enabled', clock.now(), change)
      return { kind: 'enabled' }
    }),
})

export const createUsers = (db: Database, clock: Clock, ids: Ids): Users => ({
  count: () => db.$count(users),

  list: async (governmentId) => {
    const rows = await db
      .select()
      .from(users)
      .where(eq(users.governmentId, governmentId))
      .orderBy(asc(users.username))
    return rows.map(toUser)
  },

  find: async (governmentId, userId) => {
    const [row] = await db.select().from(users).where(belongs(governmentId, userId))
    return row ? toUser(row) : null
  },

  byUsername: async (username) => {
    const [row] = await db.select().from(users).where(eq(users.username, username))
    return row ? { ...toUser(row), passwordHash: row.passwordHash } : null
  },

  add: async (user) => {
    try {
      const id = ids.next()
      const added = await db.transaction(async (tx) => {
        const now = clock.now()
        const [row] = await tx
          .insert(users)
          .values({ id, createdAt: now, ...user })
          .returning()
        if (row) await tell(tx, row, 'added', now, { after: { ...user } })
        return row
      })
      return added ? { kind: 'added', user: toUser(added) } : refuse('invalid-input')
    } catch (error) {
      if (isUniqueViolation(error)) return refuse('username-taken')
      throw error
    }
  },

  setPassword: async (userId, passwordHash) => {
    await db.transaction(async (tx) => {
      const [row] = await tx
        .update(users)
        .set({ passwordHash })
        .where(eq(users.id, userId))
        .returning()
      await tx.delete(sessions).where(eq(sessions.userId, userId))
      if (row) await tell(tx, row, 'password-set', clock.now())
    })
  },

  ...createAdmission(db, clock),
  ...createLinks(db, clock),
})
