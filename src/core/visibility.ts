import type { Case } from './case.ts'
import type { Viewer } from './roles.ts'

/**
 * What a viewer may see of the cases, as plain data. The store turns it into the one SQL predicate
 * that every list, count, search, event stream and export uses.
 *
 * - `cases: 'all'` is the whole government, `'agency'` the cases that the viewer's agency owns.
 * - Confidential cases (integrity, violence) are seen only by the agency that owns them, and by the
 *   coordinator as long as nobody owns them. The accused agency never owns one, so it never sees one.
 */
export interface Visibility {
  governmentId: string
  cases: 'none' | 'agency' | 'all'
  agencyId: string | null
  /** Unowned cases: the triage desk. */
  triageDesk: boolean
  /**
   * Cases that others own and in which the agency helps, or that it was offered: to read, never to
   * work on, and never confidential ones.
   */
  shared: boolean
}

export const visibilityOf = ({ roles, governmentId, agencyId }: Viewer): Visibility => {
  const whole = roles.some((role) => ['coordinator', 'leader', 'inspectorate'].includes(role))
  const some = roles.some((role) => ['desk-officer', 'supervisor', 'agency-head'].includes(role))
  const own = some && agencyId !== null
  return {
    governmentId,
    cases: whole ? 'all' : own ? 'agency' : 'none',
    agencyId,
    triageDesk: roles.includes('coordinator'),
    // who sees the whole government sees these anyway
    shared: own && !whole,
  }
}

/** Whether one confidential case is out of the viewer's sight, by the same rule. */
export const isHiddenFrom = (
  viewer: Viewer,
  { confidential, agencyId }: Pick<Case, 'confidential' | 'agencyId'>,
): boolean =>
  confidential &&
  (agencyId === null ? !visibilityOf(viewer).triageDesk : agencyId !== viewer.agencyId)
