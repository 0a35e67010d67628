/** A second person before the public, and the author's own way back. */
import type { Answer } from './answer.ts'
import {
  type AnswerChange,
  type AnswerDecision,
  type AnswerDesk,
  changed,
  inState,
  pendingBeside,
  unsentOf,
  waitingFor,
  whereSaid,
} from './answer-desk.ts'
import { release, saidIn, superseding } from './answer-sending.ts'
import { type Refusal, refuse } from './errors.ts'
import { whyNotSay } from './public-words.ts'
import type { Viewer } from './roles.ts'

/** Somebody else than the author looks at it before the public does. */
export const approveAnswer = (
  desk: AnswerDesk,
  viewer: Viewer,
  now: Date,
  approved: { answerId: string; others: 'reject' | 'keep' | null },
): AnswerDecision => {
  const answer = submittedIn(desk, viewer, approved.answerId)
  if ('code' in answer) return answer
  const unsayable = whyNotSay(answer.text, whereSaid(desk.case))
  if (unsayable) return unsayable
  const pending = pendingBeside(desk, answer.id)
  if (pending.length > 0 && approved.others === null)
    return refuse('answer-pending', waitingFor(pending))
  const by = { userId: viewer.userId, name: viewer.name }
  const rejected = pending.map(
    (one): Answer => ({
      ...one,
      state: one.state === 'held' ? 'superseded' : 'rejected',
      decidedBy: by,
      decidedAt: now,
      decisionNote: 'Tanggapan lain yang disetujui.',
    }),
  )
  const beside: Partial<AnswerChange> =
    approved.others === 'reject' ? { ...superseding(desk, pending), others: rejected } : {}
  return release(desk, { ...answer, decidedBy: by, decidedAt: now }, now, {
    ...beside,
    event: { type: 'answer-approved', data: saidIn(answer) },
  })
}

export const rejectAnswer = (
  desk: AnswerDesk,
  viewer: Viewer,
  now: Date,
  rejected: { answerId: string; note: string },
): AnswerDecision => {
  const answer = submittedIn(desk, viewer, rejected.answerId)
  if ('code' in answer) return answer
  const decided = {
    decidedBy: { userId: viewer.userId, name: viewer.name },
    decidedAt: now,
    decisionNote: rejected.note,
  }
  return changed(
    { ...answer, ...decided, state: 'rejected' },
    { event: { type: 'answer-rejected', data: { answerId: answer.id, reason: rejected.note } } },
  )
}

const submittedIn = (desk: AnswerDesk, viewer: Viewer, id: string): Answer | Refusal => {
  const answer = desk.answers.find((one) => one.id === id)
  if (!answer) return refuse('not-found')
  if (answer.state !== 'submitted') return inState(answer)
  return answer.author.userId === viewer.userId ? refuse('own-answer') : answer
}

/** Within the hold, by its author: nobody outside has seen it. */
export const recallAnswer = (
  desk: AnswerDesk,
  viewer: Viewer,
  now: Date,
  answerId: string,
): AnswerDecision => {
  const answer = desk.answers.find(({ id }) => id === answerId)
  if (!answer) return refuse('not-found')
  if (answer.author.userId !== viewer.userId) return refuse('answer-not-yours')
  const waits = answer.state === 'submitted'
  if (!waits && !(answer.state === 'held' && answer.holdUntil && now < answer.holdUntil))
    return refuse('recall-too-late')
  return changed(
    { ...answer, state: 'recalled', holdUntil: null },
    {
      skipped: unsentOf(desk, [answer]).map(({ id }) => ({
        id,
        because: 'Dibatalkan penulisnya.',
      })),
      event: { type: 'answer-recalled', data: { answerId } },
    },
  )
}
