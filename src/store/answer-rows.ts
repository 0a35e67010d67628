import type { Answer, AnswerTarget } from '../core/answer.ts'
import type { Case } from '../core/case.ts'
import type { answers, answerTargets } from './schema/answers.ts'

export type AnswerRow = typeof answers.$inferSelect
export type TargetRow = typeof answerTargets.$inferSelect

const personOf = (userId: string | null, name: string | null) =>
  userId ? { userId, name: name ?? '' } : null

export const toAnswer = (row: AnswerRow): Answer => ({
  id: row.id,
  caseId: row.caseId,
  kind: row.kind,
  text: row.text,
  state: row.state,
  author: { userId: row.authorId, name: row.authorName },
  qualified: row.qualified,
  because: row.because,
  createdAt: row.createdAt,
  submittedAt: row.submittedAt,
  decidedBy: personOf(row.decidedBy, row.decidedName),
  decidedAt: row.decidedAt,
  decisionNote: row.decisionNote,
  holdUntil: row.holdUntil,
})

export const toAnswerRow = (
  { author, decidedBy, ...rest }: Answer,
  { governmentId, agencyId }: Case,
): Omit<AnswerRow, 'firstDeliveredAt'> => ({
  ...rest,
  governmentId,
  agencyId,
  authorId: author.userId,
  authorName: author.name,
  decidedBy: decidedBy?.userId ?? null,
  decidedName: decidedBy?.name ?? null,
})

export const toTarget = ({
  governmentId: _government,
  caseId: _case,
  leaseToken: _token,
  externalId: _external,
  recordedBy: _recorder,
  ...target
}: TargetRow): AnswerTarget => target
