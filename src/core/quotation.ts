/** Whether a post that quotes another goes where that one lies. */
import type { Case } from './case.ts'
import type { Gatherable } from './gatherable.ts'
import { RECURRENCE_WINDOW } from './gathering-windows.ts'
import { kinshipOf } from './sister-categories.ts'

/** The quoted post as it came in here, and the case in which it lies. */
export interface Quoted {
  case: Case
  post: Gatherable
}

/**
 * What only repeats goes with its original. Who says more and names no place speaks of the quoted
 * one's; who names one is compared like everybody, and another place is another problem.
 */
export function goesWithQuoted(post: Gatherable, quoted: Quoted, now: Date): boolean {
  // nobody learns what is secret by a case that is not
  if (post.confidential && !quoted.case.confidential) return false
  if (post.sharedFrom) return true
  if (post.kind === 'praise' || post.kind === 'irrelevant') return false
  const { names, marks } = post.telling
  const placed = names.length > 0 || marks.length > 0
  const akin = kinshipOf(post.category, quoted.post.category) !== 'other'
  return !placed && akin && stillMeant(quoted.case, now)
}

/** What was no service, or was solved long ago, is not opened again by a quotation. */
function stillMeant({ state, endedAt }: Case, now: Date): boolean {
  if (endedAt === null) return true
  const solved = state === 'resolved' || state === 'closed'
  return solved && now.getTime() - endedAt.getTime() <= RECURRENCE_WINDOW
}
