/** A post that the viewer brought into the queue, and how they take that back. */
import { viewCase } from '../api/cases.ts'
import { joinCases } from '../api/join.ts'
import { sentenceOf } from '../api/request.ts'
import type { Case, CaseEvent, CaseView } from '../api/wire.ts'
import { type Deed, DONE, refused } from './deed.ts'
import { me } from './session.ts'

/** Opened by the viewer's own word; only that can be taken back as a whole. */
export const isOwnOpening = ({ type, actor, undone }: CaseEvent): boolean =>
  type === 'opened' && !undone && actor !== null && actor.userId === me.value?.user.id

/** The case as it stands, and the event by which this post opened it: null where it joined others. */
export interface Raised {
  case: Case
  opening: string | null
}

export const raisedAs = async (caseId: string, postId: string): Promise<Raised | null> => {
  const answer = await viewCase(caseId)
  return answer.kind === 'ok' ? found(answer.body, postId) : null
}

const found = ({ case: current, events }: CaseView, postId: string): Raised => {
  const own = events.find((event) => isOwnOpening(event) && event.data.postId === postId)
  return { case: current, opening: own?.id ?? null }
}

/** Asks for the case anew: clocks and colleagues change it while the page stands. */
export const undoRaising = async (caseId: string, postId: string): Promise<Deed> => {
  const raised = await raisedAs(caseId, postId)
  if (!raised?.opening) return refused('Kasus ini sudah berubah. Buka kasusnya untuk melihatnya.')
  const answer = await joinCases(raised.case, 'undo', { eventId: raised.opening })
  return answer.kind === 'refused' ? refused(sentenceOf(answer.problem)) : DONE
}
