import { and, eq } from 'drizzle-orm'
import type { Lapor } from '../ports/lapor.ts'
import type { Database } from './database.ts'
import { laporMoves, laporNumbers } from './schema/lapor.ts'
import { posts } from './schema/posts.ts'

export const createLapor = (db: Database): Lapor => ({
  caseOf: async (governmentId, trackingId) => {
    const [recorded] = await db
      .select({ caseId: laporNumbers.caseId })
      .from(laporNumbers)
      .where(
        and(eq(laporNumbers.governmentId, governmentId), eq(laporNumbers.trackingId, trackingId)),
      )
    if (recorded) return recorded.caseId
    const [read] = await db
      .select({ caseId: posts.caseId })
      .from(posts)
      .where(
        and(
          eq(posts.governmentId, governmentId),
          eq(posts.platform, 'lapor'),
          eq(posts.externalId, trackingId),
        ),
      )
    return read?.caseId ?? null
  },

  keep: async (governmentId, move, importedAt) => {
    const kept = await db
      .insert(laporMoves)
      .values({ governmentId, ...move, importedAt })
      .onConflictDoNothing()
      .returning({ id: laporMoves.trackingId })
    return kept.length > 0
  },
})
