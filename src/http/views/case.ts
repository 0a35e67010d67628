import type { Case } from '../../core/case.ts'
import { riskOf } from '../../core/risk.ts'
import type { Viewer } from '../../core/roles.ts'
import type { CaseFull, CaseRow, ClaimShape } from '../schemas/case-row.ts'
import { iso, isoOrNull } from './moments.ts'

export const caseRow = (it: Case, viewer: Viewer): CaseRow => ({
  id: it.id,
  code: it.code,
  state: it.state,
  kind: it.kind,
  category: it.category,
  urgency: it.urgency,
  confidential: it.confidential,
  agencyId: it.agencyId,
  proposedOwner: it.proposedOwner,
  place: it.place,
  title: it.title,
  openedAt: iso(it.openedAt),
  firstPostAt: iso(it.firstPostAt),
  lastPostAt: iso(it.lastPostAt),
  dueAt: isoOrNull(it.dueAt),
  dueProvisional: it.dueProvisional,
  answeredAt: isoOrNull(it.answeredAt),
  owesAnswer: it.owesAnswer,
  endedAt: isoOrNull(it.endedAt),
  escalatedAt: isoOrNull(it.escalatedAt),
  claim: claimShape(it, viewer),
  snooze: snoozeShape(it),
  woken: it.woken && { at: iso(it.woken.at), because: it.woken.because },
  risk: riskOf(it),
  postCount: it.postCount,
  authorCount: it.authorCount,
  mergedInto: it.mergedInto,
  recurrences: it.recurrences,
  sample: it.sample,
  history: it.history,
  version: it.version,
})

export const caseFull = (it: Case, viewer: Viewer): CaseFull => ({
  ...caseRow(it, viewer),
  because: it.because,
  followedUpAt: isoOrNull(it.followedUpAt),
})

const claimShape = ({ claim }: Case, { userId }: Viewer): ClaimShape | null =>
  claim && { name: claim.name, until: iso(claim.until), mine: claim.userId === userId }

const snoozeShape = ({ snooze }: Case) =>
  snooze && {
    ...snooze,
    since: iso(snooze.since),
    until: isoOrNull(snooze.until),
    by: snooze.by.name,
  }
