/** Writing an answer, and what is held of its words before anybody outside reads them. */
import type { Answer, AnswerKind } from './answer.ts'
import { type AnswerDecision, type AnswerDesk, changed, whereSaid } from './answer-desk.ts'
import type { Case } from './case.ts'
import { refuse } from './errors.ts'
import type { Qualification } from './qualified-answer.ts'
import type { Viewer } from './roles.ts'
import { lintTone, refusedTone } from './tone-lint.ts'

export interface Draft {
  id: string
  kind: AnswerKind
  text: string
}

/** A draft belongs to its author; a rejected answer is written anew in its place. */
export const writeDraft = (
  desk: AnswerDesk,
  viewer: Viewer,
  now: Date,
  draft: Draft,
  quality: Qualification,
): AnswerDecision => {
  const said = { kind: draft.kind, text: draft.text, ...judged(desk.case, draft.text, quality) }
  const known = desk.answers.find(({ id }) => id === draft.id)
  if (known) {
    const editable = known.state === 'draft' || known.state === 'rejected'
    if (!editable || known.author.userId !== viewer.userId) return refuse('answer-not-yours')
    return changed({ ...known, ...said, state: 'draft' })
  }
  return changed({
    ...NOTHING_DECIDED,
    ...said,
    id: draft.id,
    caseId: desk.case.id,
    state: 'draft',
    author: { userId: viewer.userId, name: viewer.name },
    createdAt: now,
  })
}

const NOTHING_DECIDED = {
  submittedAt: null,
  decidedBy: null,
  decidedAt: null,
  decisionNote: null,
  holdUntil: null,
}

/** What asks for personal data in public is no answer, however long it is. */
export const judged = (
  about: Case,
  text: string,
  { qualified, because }: Qualification,
): Pick<Answer, 'qualified' | 'because'> => {
  const refused = refusedTone(lintTone(text, whereSaid(about)))
  return refused.length === 0
    ? { qualified, because }
    : { qualified: false, because: refused.map((finding) => finding.because) }
}
