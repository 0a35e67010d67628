import type { AnswerDesk } from '../core/answer-desk.ts'
import { judged } from '../core/answer-draft.ts'
import { approversOf, marked } from '../core/answer-elsewhere.ts'
import type { Case } from '../core/case.ts'
import { answer } from '../core/case-rules.ts'
import { refuse } from '../core/errors.ts'
import { whyUnfinished } from '../core/public-words.ts'
import type { Viewer } from '../core/roles.ts'
import type { Ports } from '../ports/ports.ts'
import { type CaseChanged, changeCase, type SeenCase } from './change-case.ts'
import { qualityOf } from './judge-answer.ts'

export interface GivenAnswer {
  text: string
  url: string | null
  final: boolean
  /** When the citizen was answered; null is now. */
  answeredAt: Date | null
}

/**
 * Records what the citizen was told, and where: the way by hand, for everything that was said
 * elsewhere. The clock stops at the time that is stated, if what was said is an answer.
 */
export const answerCase = async (
  ports: Pick<Ports, 'answers' | 'cases' | 'clock' | 'users'>,
  viewer: Viewer,
  seen: SeenCase,
  said: GivenAnswer,
): Promise<CaseChanged> => {
  const unfinished = whyUnfinished(said.text)
  if (unfinished) return unfinished
  const quality = await qualityOf(ports, viewer, seen.caseId, said.text)
  const desk = await ports.answers.desk(viewer, seen.caseId)
  if (!quality || !desk) return refuse('not-found')
  const people = await peopleOf(ports, viewer)
  return changeCase(ports, viewer, seen, (current, now) => {
    const answeredAt = said.answeredAt ?? now
    // The stated time is what an agency is scored by, so it may not be set at will.
    if (answeredAt > now) return refuse('invalid-input', 'Waktu tanggapan berada di masa depan.')
    if (answeredAt < current.firstPostAt)
      return refuse('invalid-input', 'Waktu tanggapan mendahului kiriman warga.')
    if (!said.url && wouldUndoLateness(current, answeredAt, now))
      return refuse(
        'invalid-input',
        'Tenggat sudah lewat: sertakan tautan tanggapan yang lebih awal.',
      )
    const counts = judged(current, said.text, quality)
    const decision = answer(current, viewer, now, { ...said, answeredAt, ...counts })
    const approvers = approversOf(people, viewer, current)
    return marked(decision, seenAs(desk, current), said.text, approvers)
  })
}

/** It may have been called less grave since the desk was looked at. */
const seenAs = (desk: AnswerDesk, current: Case): AnswerDesk => ({
  ...desk,
  case: current,
  weighedAs: [...desk.weighedAs, desk.case.urgency],
})

const peopleOf = async ({ users }: Pick<Ports, 'users'>, { governmentId }: Viewer) =>
  (await users.list(governmentId))
    .filter(({ disabledAt }) => disabledAt === null)
    .map(({ id, agencyId, roles }) => ({ userId: id, agencyId, roles }))

/** A word alone does not make a deadline met that has passed; a reply that anybody can look up may. */
const wouldUndoLateness = ({ dueAt }: Case, answeredAt: Date, now: Date): boolean =>
  dueAt !== null && dueAt < now && answeredAt <= dueAt
