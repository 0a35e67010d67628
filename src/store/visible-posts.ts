import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { hasRight, type Viewer } from '../core/roles.ts'
import { cases } from './schema/cases.ts'
import { posts } from './schema/posts.ts'
import { visibleTo } from './visible-to.ts'

/** A post in a case is seen with its case; the others by those who keep the ledger. */
export const visiblePosts = (viewer: Viewer): SQL | undefined => {
  const inCase = sql`exists (select 1 from ${cases} where ${cases.id} = ${posts.caseId} and ${visibleTo(viewer)})`
  const keepsLedger = hasRight(viewer.roles, 'ledger:read')
  return and(
    eq(posts.governmentId, viewer.governmentId),
    keepsLedger ? or(inCase, isNull(posts.caseId)) : inCase,
  )
}
