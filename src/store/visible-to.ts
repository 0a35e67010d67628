import { and, eq, isNull, not, or, type SQL, sql } from 'drizzle-orm'
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
  const seen = or(own, unowned, open, lent)
  return and(eq(cases.governmentId, governmentId), seen, not(inSecretOf(viewer))) ?? NOTHING
}

/**
 * A case that went into others is as secret as what has its posts now: by itself, or by what it
 * went into. For `cases` under its own name.
 */
export const isSecret: SQL = sql`(${cases.confidential} or ${wentInto(sql`true`)})`

/** It went into a confidential case that is not the viewer's to see. */
const inSecretOf = (viewer: Viewer): SQL => {
  const { agencyId, triageDesk } = visibilityOf(viewer)
  const own = agencyId ? sql`taker.agency_id is not distinct from ${agencyId}` : NOTHING
  const unowned = triageDesk ? sql`taker.agency_id is null` : NOTHING
  return wentInto(sql`not (${own} or ${unowned})`)
}

/**
 * What a case went into, and that one after it; most went into none, and are asked nothing. The
 * column is written out: inside a list of selected fields Drizzle would leave its table away.
 */
function wentInto(condition: SQL): SQL {
  return sql`(cases.merged_into is not null and exists (
    with recursive taker as (
      select id, merged_into, confidential, agency_id from cases first
      where first.id = cases.merged_into
      union
      select after.id, after.merged_into, after.confidential, after.agency_id
      from cases after join taker on after.id = taker.merged_into)
    select from taker where taker.confidential and ${condition}))`
}

/** Where the agency still helps, or was asked to take over; a set of ids that is looked up once. */
const lentTo = (governmentId: string, agencyId: string): SQL => {
  const helps = sql`select ${tasks.caseId} from ${tasks}
    where ${tasks.agencyId} = ${agencyId} and ${tasks.governmentId} = ${governmentId}
      and ${tasks.kind} = 'support' and ${tasks.state} = 'open'`
  const asked = sql`select ${offers.caseId} from ${offers}
    where ${offers.toAgencyId} = ${agencyId} and ${offers.governmentId} = ${governmentId}
      and ${offers.state} in ('open', 'undecided')`
  return sql`(${cases.confidential} = false and ${cases.id} in (${helps} union all ${asked}))`
}
