import { and, asc, eq, isNull } from 'drizzle-orm'
import type { SilencedRules } from '../ports/learning.ts'
import type { Database, Queryable } from './database.ts'
import { silencedRules } from './schema/learning.ts'
import { writeAudit } from './write-audit.ts'

const tell = (
  tx: Queryable,
  governmentId: string,
  act: 'rule.silenced' | 'rule.restored',
  { rule, at, ...after }: { rule: string; by: string; at: Date; reason?: string },
) => writeAudit(tx, [{ governmentId, at, act, subject: `rule:${rule}`, after }])

export const createSilencedRules = (db: Database): SilencedRules => ({
  list: (governmentId) =>
    db
      .select()
      .from(silencedRules)
      .where(eq(silencedRules.governmentId, governmentId))
      .orderBy(asc(silencedRules.silencedAt), asc(silencedRules.rule)),

  silence: (governmentId, wish) =>
    db.transaction(async (tx) => {
      const { rule, reason, by, at } = wish
      const added = await tx
        .insert(silencedRules)
        .values({ governmentId, rule, reason, silencedBy: by, silencedAt: at })
        .onConflictDoNothing()
        .returning({ id: silencedRules.id })
      if (added.length > 0) await tell(tx, governmentId, 'rule.silenced', wish)
      return added.length > 0
    }),

  restore: (governmentId, wish) =>
    db.transaction(async (tx) => {
      const { rule, by, at } = wish
      const restored = await tx
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
      if (restored.length > 0) await tell(tx, governmentId, 'rule.restored', wish)
      return restored.length > 0
    }),
})
