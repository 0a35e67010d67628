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

/** Where a post lies, and through which cases it came there, the last one last. */
interface PostFact {
  id: string
  caseId: string | null
  cameFrom: string[]
}

/** What must hold whatever happens is read from these. */
export interface Facts {
  cases: Pick<Case, 'id' | 'state' | 'agencyId' | 'mergedInto' | 'version'>[]
  posts: PostFact[]
  /** When the citizen's clock of a case began, once for each leg that it has. */
  starts: { caseId: string; at: Date }[]
  firstPosts: (readonly [string, Date])[]
  /** What went into another case by a merge that could still be taken back. */
  mergedAway: string[]
  /** Rows of the history. */
  written: number
}

/** What to take back: of merges those that hold, the last one first; of splits the last one. */
export const joinings = <Event extends Told>(
  { id: survivor }: Pick<Case, 'id'>,
  type: 'merged' | 'split',
  { events, cases }: { events: Event[]; cases: Pick<Case, 'id' | 'mergedInto'>[] },
): Event[] => {
  const all = events.filter((each) => each.caseId === survivor && each.type === type)
  const gone = cases.filter(({ mergedInto }) => mergedInto === survivor).map(({ id }) => id)
  const hold = all.filter(({ data }) => gone.includes(data.otherId ?? ''))
  return (type === 'merged' && hold.length > 0 ? hold : all.slice(-1)).toReversed()
}

type Told = Pick<CaseEvent, 'caseId' | 'type' | 'data'>

/**
 * A case that was joined again to what it was split from stays there. Of two that were parted anew since,
 * so that one would be left without a post, neither comes out again.
 */
export const mergedAway = (
  cases: Pick<Case, 'id' | 'mergedInto'>[],
  events: Told[],
  posts: PostFact[],
): string[] => {
  const wentBy = (id: string | null) =>
    events.findLast(
      ({ caseId, type }) =>
        caseId === id && ['merged-into', 'merge-undone', 'split-undone'].includes(type),
    )?.type
  const isShut = (into: string | null) =>
    wentBy(into) === 'split-undone' && cases.some(({ id, mergedInto }) => id === into && mergedInto)
  const bothLive = (id: string, into: string | null) => {
    const stay = events.findLast(
      ({ caseId, type, data }) => caseId === into && type === 'merged' && data.otherId === id,
    )?.data.stay
    const there = posts.filter(({ caseId }) => caseId === into)
    const brought = there.filter((post) => post.cameFrom.at(-1) === id && !stay?.includes(post.id))
    return brought.length > 0 && brought.length < there.length
  }
  return cases
    .filter(({ id, mergedInto }) => mergedInto && wentBy(id) === 'merged-into')
    .filter(({ id, mergedInto }) => isShut(mergedInto) || bothLive(id, mergedInto))
    .map(({ id }) => id)
}
