import type { Case } from '../core/case.ts'
import type { Refusal } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'

/** A case as the public may know it. */
export interface TrackedCase {
  governmentId: string
  case: Pick<Case, 'code' | 'state' | 'category' | 'place' | 'agencyId' | 'dueAt'> & {
    answered: boolean
  }
  /** Of its last step. */
  since: Date
  /** Until when its reporter may say that it is not solved; null: nothing was ended, or for good. */
  mayObjectUntil: Date | null
}

export interface Verdict {
  /** 1 to 4; null where none was given. */
  rating: number | null
  unsatisfied: boolean
}

/** The side of whoever reported it: looks, rates, objects; without a name and without signing in. */
export interface Reporters {
  /** Null for a code that is none, and for a case that has no public page. */
  tracked(code: string): Promise<TrackedCase | null>
  /** A link for the reporter of an ended case whose window is open; it replaces the one before. */
  makeLink(
    viewer: Viewer,
    caseId: string,
    may: (current: Case) => boolean,
  ): Promise<{ kind: 'made'; token: string; until: Date } | Refusal>
  /** The code that a link that still works speaks of. */
  peek(token: string): Promise<string | null>
  /** Once: what is said by a link is the last word by it. */
  say(
    token: string,
    verdict: Verdict,
  ): Promise<{ kind: 'heard'; code: string; reopened: boolean } | Refusal>
}
