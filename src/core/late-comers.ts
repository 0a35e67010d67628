/** Whoever wrote after the answer was given, and the same answer for them. */
import type { Answer } from './answer.ts'
import { type AnswerDecision, type AnswerDesk, changed, whereSaid } from './answer-desk.ts'
import { holdFrom, targetsFor } from './answer-targets.ts'
import { held, heldByOther } from './case-lease.ts'
import { refuse } from './errors.ts'
import { whyNotSay } from './public-words.ts'
import { type Reporter, reporterKey } from './reporters.ts'
import type { Viewer } from './roles.ts'

/** Whoever wrote after the answer was given, and what it is. */
export const lateComers = (desk: AnswerDesk): { answer: Answer; reporters: Reporter[] } | null => {
  const answer = desk.answers.findLast(({ state }) => state === 'published')
  // what came back is not answered by what was said before
  if (!answer || desk.case.state === 'reopened') return null
  const reached = new Set(
    desk.targets.filter(({ answerId }) => answerId === answer.id).map(reporterKey),
  )
  const reporters = desk.reporters.filter((one) => !one.removed && !reached.has(reporterKey(one)))
  return { answer, reporters }
}

/** A person confirms that they get the same answer; it is held like any other. */
export const answerLateComers = (
  desk: AnswerDesk,
  viewer: Viewer,
  now: Date,
  postIds: readonly string[] | null,
): AnswerDecision => {
  const late = lateComers(desk)
  const chosen = late?.reporters.filter(
    (one) => postIds === null || one.postIds.some((id) => postIds.includes(id)),
  )
  if (!late || !chosen || chosen.length === 0) return refuse('nobody-to-answer')
  if (heldByOther(desk.case, viewer, now)) return held(desk.case)
  const unsayable = whyNotSay(late.answer.text, whereSaid(desk.case))
  if (unsayable) return unsayable
  return changed(late.answer, { newTargets: targetsFor(desk, late.answer, chosen, holdFrom(now)) })
}
