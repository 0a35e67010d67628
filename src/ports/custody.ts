import type { Case } from '../core/case.ts'
import type { ClockName } from '../core/case-clock.ts'
import type { CaseState } from '../core/case-state.ts'
import type { CustodyDecision, CustodyRecords } from '../core/custody-change.ts'
import type { Refusal } from '../core/errors.ts'
import type { HandOver } from '../core/hand-over.ts'
import type { Offer } from '../core/offer.ts'
import type { Viewer } from '../core/roles.ts'
import type { Task, TaskKind, TaskState } from '../core/task.ts'

/** How a person comes to a case: as one they see, by a task or hand-over of it, or as the one asked. */
export type CustodyDoor =
  | { by: 'case'; caseId: string }
  | { by: 'task'; taskId: string }
  | { by: 'offer'; offerId: string }
  | { by: 'hand-over'; handOverId: string }
  /** Nobody: what time or another system brought about. */
  | { by: 'system'; caseId: string }

export type CustodyChanged =
  /** `there`: the case of the government that took it. */
  { kind: 'changed'; case: Case; there: Case | null } | (Refusal & { current?: Case })

/** What a government sees of the case that another one has of the same problem: never its notes. */
export interface LinkedStatus {
  governmentId: string
  code: string
  state: CaseState
  /** Name of the agency that holds it there; null: its triage desk. */
  owner: string | null
  lastAnswer: { text: string; url: string | null; at: Date } | null
}

export interface CustodyView extends Pick<CustodyRecords, 'offers' | 'tasks' | 'handOvers'> {
  case: Case
  /** When somebody has to ask the body outside again; null: nobody has it. */
  nextCheckAt: Date | null
  /** Cases that other governments opened of this one. */
  linked: LinkedStatus[]
  /** Where this case came from. */
  cameFrom: { governmentId: string; code: string }[]
  trackingIds: string[]
}

/** incoming: asked of the viewer · sent: by the viewer's agency · undecided: for the coordinators */
export const OFFER_BOXES = ['incoming', 'sent', 'undecided'] as const
export type OfferBox = (typeof OFFER_BOXES)[number]

/** What the one asked has to know to answer; of a confidential case only that there is one. */
export interface OfferOnList {
  offer: Offer
  code: string
  title: string | null
  place: string | null
  category: string | null
  urgency: Case['urgency']
  confidential: boolean
  firstPostAt: Date
  postCount: number
}

export interface TaskOnList {
  task: Task
  code: string
  caseTitle: string
  urgency: Case['urgency']
}

export interface TaskFilter {
  state: TaskState
  kind?: TaskKind | undefined
  /** At most 500. */
  limit: number
}

export interface Custody {
  view(viewer: Viewer, caseId: string): Promise<CustodyView | null>
  /**
   * Loads the case with all that hangs on it under a lock, if the viewer may come in by this door,
   * asks the rule, and saves steps, events and rows: one transaction. Null viewer: the system.
   */
  change(
    viewer: Viewer | null,
    door: CustodyDoor,
    version: number | null,
    decide: (current: Case, records: CustodyRecords) => CustodyDecision,
  ): Promise<CustodyChanged>
  /** Tasks of the viewer's agency, or of the government, oldest first. */
  tasks(viewer: Viewer, filter: TaskFilter): Promise<TaskOnList[]>
  offers(viewer: Viewer, box: OfferBox): Promise<OfferOnList[]>
  /** Hand-overs to bodies outside of the cases that the viewer may see. */
  handOvers(viewer: Viewer): Promise<HandOver[]>
  /** The words of the case's first citizens, for a form of another system. */
  words(
    viewer: Viewer,
    caseId: string,
  ): Promise<{ case: Case; words: string[]; url: string | null } | null>
  /** The file names no case: true where our code is one of this government. */
  byCode(governmentId: string, code: string): Promise<string | null>
}

/** What time brings about, for the worker. */
export interface CustodyWork {
  /** Cases with a window of this kind that passed without what it waited for, longest past first. */
  passed(clock: ClockName, now: Date): Promise<string[]>
  /** What another government told of a case while somebody here worked on it. */
  hearNews(limit: number): Promise<void>
  /** Cases of which SP4N-LAPOR! told something that nobody applied yet. */
  toldByLapor(limit: number): Promise<string[]>
}
