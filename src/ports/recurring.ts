import type { Case } from '../core/case.ts'
import type { Viewer } from '../core/roles.ts'

/** One place that complains of the same thing again and again. */
export interface RecurringProblem {
  id: string
  category: string
  /** As the newest case names it. */
  place: string | null
  openedAt: Date
  /** As far as the viewer may see them, newest first. */
  cases: Pick<Case, 'id' | 'code' | 'title' | 'state' | 'agencyId' | 'openedAt'>[]
}

export interface RecurringProblems {
  /** Opens what has become one, and links further cases to those there are; says how many are new. */
  find(now: Date): Promise<number>
  /** Those of which the viewer may see a case, newest first. */
  list(viewer: Viewer): Promise<RecurringProblem[]>
}
