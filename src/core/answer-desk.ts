/**
 * What lies on the desk when something is done with an answer: the case, its answers with their
 * targets, and everybody who reported it. A rule takes the desk and returns what changes; the store
 * saves that with the event of the case, in one transaction.
 */
import type { Answer, AnswerTarget } from './answer.ts'
import { ANSWER_STATE_LABELS } from './answer.ts'
import type { Case } from './case.ts'
import type { CaseChange } from './case-change.ts'
import { type Refusal, refuse } from './errors.ts'
import type { Platform } from './post.ts'
import type { Urgency } from './reading.ts'
import type { Reporter } from './reporters.ts'

export interface AnswerDesk {
  case: Case
  /** Oldest first. */
  answers: Answer[]
  targets: AnswerTarget[]
  reporters: Reporter[]
  /** Platforms on which an account of the government may publish by interface. */
  reachable: ReadonlySet<Platform>
  /** From and to which officers changed the urgency since the case was opened or came back last. */
  weighedAs: Urgency[]
}

export interface AnswerChange {
  kind: 'changed'
  /** The answer that was meant, as it became. */
  answer: Answer
  /** Others that changed with it. */
  others: Answer[]
  newTargets: NewTarget[]
  /** Targets that will not be sent any more. */
  skipped: { id: string; because: string }[]
  event: CaseChange['event']
}
export type AnswerDecision = AnswerChange | Refusal

export type NewTarget = Omit<
  AnswerTarget,
  'id' | 'via' | 'attempts' | 'externalUrl' | 'deliveredAt'
>

export const changed = (answer: Answer, more: Partial<AnswerChange> = {}): AnswerChange => ({
  kind: 'changed',
  answer,
  others: [],
  newTargets: [],
  skipped: [],
  event: null,
  ...more,
})

/**
 * Approval stands between a P1 or P2 answer and the public; nothing else waits for it. Who says
 * meanwhile that it is less grave still answers the citizen to whom it was that grave.
 */
export const needsApproval = ({
  case: { urgency },
  weighedAs,
}: Pick<AnswerDesk, 'case' | 'weighedAs'>): boolean =>
  [urgency, ...weighedAs].some((one) => one === 'P1' || one === 'P2')

export const whereSaid = ({ confidential }: Case): 'public' | 'private' =>
  confidential ? 'private' : 'public'

export const pendingBeside = (desk: AnswerDesk, id: string): Answer[] =>
  desk.answers.filter((one) => one.id !== id && ['submitted', 'held'].includes(one.state))

export const unsentOf = ({ targets }: AnswerDesk, answers: Answer[]): AnswerTarget[] =>
  targets.filter(
    ({ answerId, state }) =>
      ['held', 'queued', 'manual', 'failed'].includes(state) &&
      answers.some(({ id }) => id === answerId),
  )

export const inState = ({ state }: Answer): Refusal =>
  refuse('answer-state', `Tanggapan ini berstatus “${ANSWER_STATE_LABELS[state]}”.`)

export const waitingFor = (pending: Answer[]): string =>
  `Masih ada tanggapan lain: ${pending.map(({ author }) => author.name).join(', ')}.`
