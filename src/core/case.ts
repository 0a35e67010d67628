import type { CaseState } from './case-state.ts'
import type { Kind, Place, Urgency } from './reading.ts'

/** One real-world problem that one or many posts speak of. */
export interface Case {
  id: string
  governmentId: string
  /** What citizens and officers call it: "BKL-7F3K2Q". */
  code: string
  state: CaseState
  kind: Kind
  category: string
  urgency: Urgency
  confidential: boolean
  /** The owner; null is the triage desk. */
  agencyId: string | null
  /** Whose duty the reading believes it to be where that is no agency of ours: pln, government:… */
  proposedOwner: string | null
  place: Place | null
  /** Shortened text of the first post, for lists. */
  title: string
  because: string[]
  openedAt: Date
  firstPostAt: Date
  lastPostAt: Date
  /** What is due next, the first answer or the triage desk's forwarding; derived, null once answered. */
  dueAt: Date | null
  /** It lies beyond the decree of holidays that is loaded: "sementara". */
  dueProvisional: boolean
  answeredAt: Date | null
  /** The citizen waits for an answer: the first one, or a new one after "belum selesai". Derived. */
  owesAnswer: boolean
  followedUpAt: Date | null
  escalatedAt: Date | null
  endedAt: Date | null
  claim: Claim | null
  /** The last time that it was put off; `active` as long as it is. */
  snooze: Snooze | null
  /** It came back from being put off, and nobody has worked on it since. */
  woken: { at: Date; because: string } | null
  postCount: number
  authorCount: number
  /** The case that took this one in; null where it stands for itself. */
  mergedInto: string | null
  /** How often it came back after it was ended: "kambuh". */
  recurrences: number
  /** Shipped sample: shown as such, never counted, scored or learned from. */
  sample: boolean
  /** Imported as history: raises no alert and no escalation. */
  history: boolean
  /** Grows with every change; a write names the version that it saw. */
  version: number
}

export interface Claim {
  userId: string
  name: string
  until: Date
}

/** "Ditunda": out of the queue until a moment, a word of a citizen, or whichever comes first. */
export interface Snooze {
  active: boolean
  since: Date
  until: Date | null
  forReply: boolean
  reason: string
  by: { userId: string; name: string }
}

/** A claim is a lease: renewed by the open page, gone 90 s after it was left. */
export const CLAIM_SECONDS = 90

/** What a merge or a split changes of a case, as JSON: moments as text. */
export interface CaseStanding {
  state: CaseState
  kind: Kind
  urgency: Urgency
  openedAt: string
  answeredAt: string | null
  followedUpAt: string | null
  recurrences: number
  history: boolean
  /** The version that the merge or split left: as long as it stands, nobody worked on the case since. */
  version: number
}
