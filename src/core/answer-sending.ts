/** Out it goes: to whoever approves, or, after the hold, to the citizens. */
import type { Answer } from './answer.ts'
import {
  type AnswerChange,
  type AnswerDecision,
  type AnswerDesk,
  changed,
  inState,
  needsApproval,
  pendingBeside,
  unsentOf,
  waitingFor,
  whereSaid,
} from './answer-desk.ts'
import { holdFrom, targetsFor } from './answer-targets.ts'
import type { Case } from './case.ts'
import { held, heldByOther } from './case-lease.ts'
import { type Refusal, refuse } from './errors.ts'
import { whyNotSay } from './public-words.ts'
import type { Viewer } from './roles.ts'

export const sendAnswer = (
  desk: AnswerDesk,
  viewer: Viewer,
  now: Date,
  sent: { answerId: string; supersede: boolean | null },
): AnswerDecision => {
  const answer = desk.answers.find(({ id }) => id === sent.answerId)
  if (!answer) return refuse('not-found')
  const refusal = whyNotSend(desk, viewer, now, answer)
  if (refusal) return refusal
  const pending = pendingBeside(desk, answer.id)
  if (pending.length > 0 && sent.supersede === null)
    return refuse('answer-pending', waitingFor(pending))
  const gone = sent.supersede ? superseding(desk, pending) : {}
  if (needsApproval(desk))
    return changed(
      { ...answer, state: 'submitted', submittedAt: now, decidedBy: null, decidedAt: null },
      { ...gone, event: { type: 'answer-submitted', data: saidIn(answer) } },
    )
  return release(desk, { ...answer, submittedAt: now }, now, gone)
}

const whyNotSend = (
  { case: about, reporters }: AnswerDesk,
  viewer: Viewer,
  now: Date,
  answer: Answer,
): Refusal | null => {
  if (answer.author.userId !== viewer.userId) return refuse('answer-not-yours')
  if (answer.state !== 'draft') return inState(answer)
  if (isAside(about)) return refuse('illegal-move')
  if (heldByOther(about, viewer, now)) return held(about)
  if (reporters.length === 0) return refuse('nobody-to-answer')
  return whyNotSay(answer.text, whereSaid(about))
}

/** Nobody works on it under its own code any more. */
const isAside = ({ state }: Pick<Case, 'state'>): boolean =>
  state === 'duplicate' || state === 'archived'

/** What still waited is replaced, and not said any more. */
export const superseding = (desk: AnswerDesk, gone: Answer[]): Partial<AnswerChange> => ({
  others: gone.map((one) => ({ ...one, state: 'superseded' })),
  skipped: unsentOf(desk, gone).map(({ id }) => ({ id, because: 'Digantikan tanggapan lain.' })),
})

/** An older answer that has not reached everybody is not said after a newer one. */
export const release = (
  desk: AnswerDesk,
  answer: Answer,
  now: Date,
  more: Partial<AnswerChange>,
): AnswerChange => {
  const holdUntil = holdFrom(now)
  const older = desk.answers.filter(({ id, state }) => id !== answer.id && state === 'published')
  const late = unsentOf(desk, older).map(({ id }) => ({
    id,
    because: 'Digantikan tanggapan yang lebih baru.',
  }))
  return changed(
    { ...answer, state: 'held', holdUntil },
    {
      ...more,
      newTargets: targetsFor(desk, answer, desk.reporters, holdUntil),
      skipped: [...(more.skipped ?? []), ...late],
    },
  )
}

export const saidIn = ({ id, text, kind, qualified, because }: Answer) => ({
  answerId: id,
  text,
  final: kind === 'final',
  qualified,
  because,
})
