import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Viewer } from '../core/roles.ts'
import { visibilityOf } from '../core/visibility.ts'
import { cases } from './schema/cases.ts'
import { offers } from './schema/custody.ts'
import { tasks } from './schema/tasks.ts'

const NOTHING = sql`false`

/**
 * The one predicate over `cases` that every list, count, search, event stream and export uses.
 * What a viewer may see is decided in core; here it becomes SQL.
 */
export const visibleTo = (viewer: Viewer): SQL => {
  const { governmentId, cases: scope, agencyId, triageDesk, shared } = visibilityOf(viewer)
  if (scope === 'none') return NOTHING
  const own = agencyId ? eq(cases.agencyId, agencyId) : NOTHING
  const unowned = triageDesk ? isNull(cases.agencyId) : NOTHING
  const open = scope === 'all' ? eq(cases.confidential, false) : NOTHING
  const lent = shared && agencyId ? lentTo(governmentId, agencyId) : NOTHING
  return and(eq(cases.governmentId, governmentId), or(own, unowned, open, lent)) ?? NOTHING
}

/** Where the agency helps, or was asked to take over; a set of ids that is looked up once. */
const lentTo = (governmentId: string, agencyId: string): SQL => {
  const helps = sql`select ${tasks.caseId} from ${tasks}
    where ${tasks.agencyId} = ${agencyId} and ${tasks.governmentId} = ${governmentId}
      and ${tasks.kind} = 'support' and ${tasks.state} <> 'cancelled'`
  const asked = sql`select ${offers.caseId} from ${offers}
    where ${offers.toAgencyId} = ${agencyId} and ${offers.governmentId} = ${governmentId}
      and ${offers.state} in ('open', 'undecided')`
  return sql`(${cases.confidential} = false and ${cases.id} in (${helps} union all ${asked}))`
}
