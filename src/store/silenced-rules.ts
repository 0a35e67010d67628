import { and, asc, eq, isNull } from 'drizzle-orm'
import type { SilencedRules } from '../ports/learning.ts'
import type { Database } from './database.ts'
import { silencedRules } from './schema/learning.ts'

export const createSilencedRules = (db: Database): SilencedRules => ({
  list: (governmentId) =>
    db
      .select()
      .from(silencedRules)
      .where(eq(silencedRules.governmentId, governmentId))
      .orderBy(asc(silencedRules.silencedAt), asc(silencedRules.rule)),

  silence: async (governmentId, { rule, reason, by, at }) => {
    const added = await db
      .insert(silencedRules)
      .values({ governmentId, rule, reason, silencedBy: by, silencedAt: at })
      .onConflictDoNothing()
      .returning({ id: silencedRules.id })
    return added.length > 0
  },

  restore: async (governmentId, { rule, by, at }) => {
    const restored = await db
      .update(silencedRules)
      .set({ restoredBy: by, restoredAt: at })
      .where(
        and(
          eq(silencedRules.governmentId, governmentId),
          eq(silencedRules.rule, rule),
          isNull(silencedRules.restoredAt),
        ),
      )
      .returning({ id: silencedRules.id })
    return restored.length > 0
  },
})
