import type { HandOver } from '../../core/hand-over.ts'
import { type Offer, targetName } from '../../core/offer.ts'
import type { Viewer } from '../../core/roles.ts'
import type { Task } from '../../core/task.ts'
import { isHiddenFrom } from '../../core/visibility.ts'
import type { CustodyChanged } from '../../ports/custody.ts'
import { granted } from '../refused.ts'
import type { HandOverShape } from '../schemas/hand-over.ts'
import type { OfferShape } from '../schemas/offer.ts'
import type { TaskShape } from '../schemas/task.ts'
import { caseFull } from './case.ts'
import { iso, isoOrNull } from './moments.ts'

export const taskShape = (it: Task, dueAt: Date, late: boolean): TaskShape => ({
  id: it.id,
  caseId: it.caseId,
  kind: it.kind,
  agencyId: it.agencyId,
  assigneeId: it.assigneeId,
  title: it.title,
  startedAt: iso(it.startedAt),
  target: it.target,
  dueAt: iso(dueAt),
  late,
  state: it.state,
  handOverId: it.handOverId,
  endedAt: isoOrNull(it.endedAt),
  result: it.result,
})

export const offerShape = (it: Offer): OfferShape => ({
  id: it.id,
  caseId: it.caseId,
  governmentId: it.governmentId,
  fromAgencyId: it.fromAgencyId,
  to: targetName(it),
  reason: it.reason,
  text: it.text,
  proposedOwner: it.proposedOwner,
  offeredAt: iso(it.offeredAt),
  dueAt: iso(it.dueAt),
  state: it.state,
  answeredAt: isoOrNull(it.answeredAt),
  returnReason: it.returnReason,
  returnText: it.returnText,
  returnOwner: it.returnOwner,
  escalatedAt: isoOrNull(it.escalatedAt),
  verdict: it.verdict && {
    owner: it.verdict.owner,
    governmentId: it.verdict.governmentId,
    name: it.verdict.name,
  },
})

export const handOverShape = (it: HandOver, nextCheckAt: Date | null): HandOverShape => ({
  id: it.id,
  body: it.body,
  channel: it.channel,
  reference: it.reference,
  contactRole: it.contactRole,
  text: it.text,
  handedAt: iso(it.handedAt),
  nextCheckAt: isoOrNull(it.endedAt ? null : nextCheckAt),
  outcome: it.outcome,
  outcomeAt: isoOrNull(it.outcomeAt),
  outcomeText: it.outcomeText,
  endedAt: isoOrNull(it.endedAt),
})

/**
 * Whoever took it over from another government sees their own case, never the sender's; and nobody a
 * confidential one that the offer told them of, and no more.
 */
export const custodyChanged = (viewer: Viewer, result: CustodyChanged) => {
  const changed = granted(result)
  const own = [changed.there, changed.case].find((it) => it?.governmentId === viewer.governmentId)
  return { case: own && !isHiddenFrom(viewer, own) ? caseFull(own, viewer) : null }
}
