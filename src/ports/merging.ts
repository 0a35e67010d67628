import type { Case } from '../core/case.ts'
import type { Refusal } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'

/** A case as a person saw it; null takes whatever version there is. */
export interface Seen {
  caseId: string
  version: number | null
}

export type Joined = { kind: 'changed'; case: Case; other: Case } | (Refusal & { current?: Case })

export type Declined = { kind: 'declined' } | Refusal

/**
 * Moves posts between cases: all rows locked in one order, and no reader gathers meanwhile. A case
 * that the viewer may not see is not there.
 */
export interface Merging {
  /** `from` is absorbed: it becomes a duplicate that points to `into`. */
  merge(
    viewer: Viewer,
    pair: { into: Seen; from: Seen },
    may: (current: Case) => boolean,
  ): Promise<Joined>
  /** The posts become a case of their own, `other` in the answer. */
  split(
    viewer: Viewer,
    seen: Seen,
    postIds: string[],
    may: (current: Case) => boolean,
  ): Promise<Joined>
  /** "Bukan sama": this pair is never suggested again. */
  decline(viewer: Viewer, pair: { caseId: string; otherId: string }): Promise<Declined>
  /** Takes back the merge or split that the event tells of. */
  undo(
    viewer: Viewer,
    seen: Seen,
    eventId: string,
    may: (current: Case) => boolean,
  ): Promise<Joined>
}
