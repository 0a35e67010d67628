import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Viewer } from '../core/roles.ts'
import { visibilityOf } from '../core/visibility.ts'
import { cases } from './schema/cases.ts'

const NOTHING = sql`false`

/**
 * The one predicate over `cases` that every list, count, search, event stream and export uses.
 * What a viewer may see is decided in core; here it becomes SQL.
 */
export const visibleTo = (viewer: Viewer): SQL => {
  const { governmentId, cases: scope, agencyId, triageDesk } = visibilityOf(viewer)
  if (scope === 'none') return NOTHING
  const own = agencyId ? eq(cases.agencyId, agencyId) : NOTHING
  const unowned = triageDesk ? isNull(cases.agencyId) : NOTHING
  const open = scope === 'all' ? eq(cases.confidential, false) : NOTHING
  return and(eq(cases.governmentId, governmentId), or(own, unowned, open)) ?? NOTHING
}
