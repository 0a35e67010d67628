/** What the model is held against: the rules on paper, or the stores on Postgres. */
import type { Case } from '../../src/core/case.ts'
import type { CaseEvent } from '../../src/core/case-event.ts'
import type { Sight } from './reference.ts'
import type { Step } from './steps.ts'

export interface House {
  /** Was it done, or refused? */
  take(step: Step): Promise<boolean>
  sight(): Promise<Sight[]>
  facts(): Promise<Facts>
}

/** What must hold whatever happens is read from these. */
export interface Facts {
  cases: Pick<Case, 'id' | 'state' | 'agencyId' | 'mergedInto' | 'version'>[]
  posts: { id: string; caseId: string | null }[]
  /** When the citizen's clock of a case began, once for each leg that it has. */
  starts: { caseId: string; at: Date }[]
  firstPosts: (readonly [string, Date])[]
  /** What went into another case by a merge that could still be taken back. */
  mergedAway: string[]
  /** Rows of the history. */
  written: number
}

/** A case that was joined again to what it was split from stays there, and whatever went into it. */
export const mergedAway = (
  cases: Pick<Case, 'id' | 'mergedInto'>[],
  events: Pick<CaseEvent, 'caseId' | 'type'>[],
): string[] => {
  const byMerge = (id: string | null) =>
    events.findLast(
      ({ caseId, type }) =>
        caseId === id && ['merged-into', 'merge-undone', 'split-undone'].includes(type),
    )?.type
  const goneFor = (id: string | null): boolean => {
    const it = cases.find((each) => each.id === id)
    if (!it?.mergedInto) return false
    return byMerge(it.id) === 'split-undone' || goneFor(it.mergedInto)
  }
  return cases.filter(({ id, mergedInto }) => mergedInto && !goneFor(id)).map(({ id }) => id)
}
