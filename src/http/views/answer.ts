import type { Answer, AnswerTarget } from '../../core/answer.ts'
import type { AnswerShape, TargetShape } from '../schemas/answer.ts'
import { iso, isoOrNull } from './moments.ts'

export const answerShape = (it: Answer): AnswerShape => ({
  id: it.id,
  caseId: it.caseId,
  kind: it.kind,
  text: it.text,
  state: it.state,
  author: it.author,
  qualified: it.qualified,
  because: it.because,
  createdAt: iso(it.createdAt),
  submittedAt: isoOrNull(it.submittedAt),
  decidedBy: it.decidedBy,
  decidedAt: isoOrNull(it.decidedAt),
  decisionNote: it.decisionNote,
  holdUntil: isoOrNull(it.holdUntil),
})

export const targetShape = (it: AnswerTarget): TargetShape => ({
  id: it.id,
  answerId: it.answerId,
  postId: it.postId,
  platform: it.platform,
  authorHandle: it.authorHandle,
  postUrl: it.postUrl,
  text: it.text,
  state: it.state,
  because: it.because,
  via: it.via,
  attempts: it.attempts,
  nextAt: isoOrNull(it.nextAt),
  externalUrl: it.externalUrl,
  deliveredAt: isoOrNull(it.deliveredAt),
})
