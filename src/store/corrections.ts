import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import type { Correction, CorrectionAct, Disproved, Grounds } from '../core/correction.ts'
import type { Viewer } from '../core/roles.ts'
import type { Queryable } from './database.ts'
import { corrections } from './schema/learning.ts'
import { posts } from './schema/posts.ts'

/** A viral case has thousands of posts that say the same: more of them teach nothing more. */
const POSTS_KEPT = 200

export interface CorrectionToWrite extends Correction {
  /** The case as it was: whose it is, and whether it may be learned from at all. */
  case: Pick<Case, 'id' | 'governmentId' | 'sample'>
  by: Pick<Viewer, 'userId'>
  at: Date
  /** Where only some posts are meant (a split); else all posts of the case. */
  postIds?: string[]
  /** Where the posts have been read anew since; else as they were read. */
  grounds?: Grounds
}

/**
 * Keeps a correction, in the transaction of the change that it tells of: before the posts move to
 * another case, since it is the case's posts as they are now that are learned from.
 */
export const writeCorrection = async (tx: Queryable, row: CorrectionToWrite): Promise<void> => {
  if (row.case.sample) return
  const found = await postsOf(tx, row.case.id)
  const { act, before, after, reason, at } = row
  await tx.insert(corrections).values({
    governmentId: row.case.governmentId,
    caseId: row.case.id,
    postIds: (row.postIds ?? found.map(({ id }) => id)).slice(0, POSTS_KEPT),
    act,
    before: { ...before, ...(row.grounds ?? groundsOf(found, row.postIds)) },
    after,
    reason,
    userId: row.by.userId,
    at,
  })
}

const postsOf = (tx: Queryable, caseId: string) =>
  tx
    .select({ id: posts.id, reading: posts.reading })
    .from(posts)
    .where(eq(posts.caseId, caseId))
    .orderBy(asc(posts.id))
    .limit(POSTS_KEPT)

type Found = Awaited<ReturnType<typeof postsOf>>

/** A case is laid where its first post was read to belong. */
const groundsOf = (found: Found, meant: string[] | undefined): Grounds => {
  const first = found.find(({ id }) => !meant || meant.includes(id))?.reading
  const { rules = [], ownerRules = [], confidence = null } = first ?? {}
  return { rules, ownerRules, confidence }
}

/** What an act taught is withdrawn with the act; the row stays, since it was so for a while. */
export const withdrawCorrection = (
  tx: Queryable,
  caseId: string,
  what: { act: CorrectionAct; at: Date } | Disproved,
  now: Date,
) =>
  tx
    .update(corrections)
    .set({ withdrawnAt: now })
    .where(
      and(
        eq(corrections.caseId, caseId),
        eq(corrections.act, what.act),
        isNull(corrections.withdrawnAt),
        'at' in what
          ? eq(corrections.at, what.at)
          : sql`${corrections.after}->>'proposedOwner' = ${what.owner}`,
      ),
    )
