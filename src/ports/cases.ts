import type { Case } from '../core/case.ts'
import type { CaseDecision } from '../core/case-change.ts'
import type { ClockName, ClockReading } from '../core/case-clock.ts'
import type { CaseEvent } from '../core/case-event.ts'
import type { Refusal } from '../core/errors.ts'
import type { SimilarCase } from '../core/explanation.ts'
import type { Reading, Urgency } from '../core/reading.ts'
import type { Viewer } from '../core/roles.ts'
import type { Taken } from '../core/undo.ts'

export const CASE_SORTS = ['due', 'newest', 'risk'] as const

export type CaseSort = (typeof CASE_SORTS)[number]

export const QUEUES = ['agency', 'triage', 'unanswered', 'late', 'snoozed', 'all', 'ended'] as const

/**
 * agency: my agency's open cases · triage: open, unowned · unanswered: the first answer is past due ·
 * late: open, past due · snoozed: put off, of my agency or of the desk · all · ended
 */
export type QueueName = (typeof QUEUES)[number]

export interface CaseFilter {
  queue: QueueName
  search?: string | undefined
  agencyId?: string | undefined
  category?: string | undefined
  urgency?: Urgency | undefined
  sort: CaseSort
  cursor?: string | undefined
  /** 1 to 100. */
  limit: number
}

export interface CasePage {
  items: Case[]
  /** Opaque; null at the end. */
  next: string | null
}

export interface CasePost {
  id: string
  platform: string
  url: string | null
  authorHandle: string | null
  text: string
  context: { parentText?: string; account?: string; attachmentId?: string } | null
  postedAt: Date | null
  receivedAt: Date
  reading: Reading | null
  sample: boolean
  history: boolean
  /** Whom it only repeats. */
  sharedFrom: string | null
  /** When we learned that its writer took it back: its text is gone. */
  deletedAt: Date | null
  part: PostPart | null
}

/** Which complaint of a citizen's post this one is, and where the others went. */
export interface PostPart {
  number: number
  of: number
  /** What the citizen wrote; null on the first part, which is that text. */
  whole: string | null
  /** As far as the viewer may see them. */
  sisters: { number: number; caseId: string; code: string }[]
}

/** An open case that may be the same problem. */
export interface Suggestion {
  id: string
  code: string
  title: string
  postCount: number
  because: string
}

export interface CaseView {
  case: Case
  posts: CasePost[]
  events: CaseEvent[]
  suggestions: Suggestion[]
  /** Writers of their own words who came after the answer was given and have none. */
  unanswered: number
  /** Every leg of every clock, oldest first: the citizen's, and one for each agency that held the case. */
  clocks: CaseClock[]
  /** Between the first post and our receiving it; null where its time is not known. */
  detectionLagSeconds: number | null
}

export interface CaseClock {
  clock: ClockName
  leg: number
  agencyId: string | null
  startedAt: Date
  state: ClockReading['state']
  dueAt: Date | null
  /** Beyond the decree of holidays that is loaded. */
  provisional: boolean
  stoppedAt: Date | null
  outcome: ClockReading['outcome']
}

export interface Cases {
  list(viewer: Viewer, filter: CaseFilter): Promise<CasePage | Refusal>
  /** How many each queue holds, at most 1000 counted. */
  counts(viewer: Viewer): Promise<Record<QueueName, number>>
  view(viewer: Viewer, caseId: string): Promise<CaseView | null>
  /** At most three solved cases about the same, if the viewer may see them. */
  similar(viewer: Viewer, caseId: string): Promise<SimilarCase[]>
  /**
   * Loads the case under a lock if the viewer may see it, asks the rule, saves the patch with the
   * event, and announces it: one transaction. `version: null` takes whatever version there is.
   */
  change(
    viewer: Viewer,
    caseId: string,
    version: number | null,
    decide: (current: Case) => CaseDecision,
  ): Promise<{ kind: 'changed'; case: Case } | (Refusal & { current?: Case })>
  /** An event of a case that the viewer sees, or of one that left the viewer's sight by it. */
  event(viewer: Viewer, caseId: string, eventId: string): Promise<CaseEvent | null>
  /** Like `change`, for a case that the viewer sees or that left the viewer's sight by the event. */
  undo(
    viewer: Viewer,
    caseId: string,
    version: number | null,
    eventId: string,
    decide: (current: Case, taken: Taken) => CaseDecision,
  ): Promise<{ kind: 'changed'; case: Case } | (Refusal & { current?: Case })>
  /** Rows for CSV, one by one, in the queue's order. */
  export(viewer: Viewer, filter: CaseFilter): AsyncIterable<Case>
}
