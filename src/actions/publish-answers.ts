import type { Answer, AnswerPreview } from '../core/answer.ts'
import { approveAnswer, recallAnswer, rejectAnswer } from '../core/answer-approval.ts'
import {
  type AnswerDecision,
  type AnswerDesk,
  needsApproval,
  whereSaid,
} from '../core/answer-desk.ts'
import { writeDraft } from '../core/answer-draft.ts'
import { sendAnswer } from '../core/answer-sending.ts'
import { targetsFor } from '../core/answer-targets.ts'
import { type Refusal, refuse } from '../core/errors.ts'
import { answerLateComers, lateComers } from '../core/late-comers.ts'
import type { Qualification } from '../core/qualified-answer.ts'
import type { Viewer } from '../core/roles.ts'
import { lintTone } from '../core/tone-lint.ts'
import type { Ports } from '../ports/ports.ts'
import { mayWork } from './change-case.ts'
import { qualityOf } from './judge-answer.ts'

type AnswerPorts = Pick<Ports, 'answers' | 'clock' | 'ids'>
export type AnswerChanged = { kind: 'changed'; answer: Answer } | Refusal

export interface PreviewedAnswer extends AnswerPreview {
  quality: Qualification
  needsApproval: boolean
  pending: Answer[]
}

/** "12 pelapor, 4 utas, 3 kanal": what would be said to whom, and how it sounds. */
export const previewAnswer = async (
  ports: AnswerPorts,
  viewer: Viewer,
  caseId: string,
  text: string,
): Promise<PreviewedAnswer | Refusal> => {
  const [desk, quality] = await Promise.all([
    ports.answers.desk(viewer, caseId),
    qualityOf(ports, viewer, caseId, text),
  ])
  if (!desk || !quality) return refuse('not-found')
  const targets = targetsFor(desk, { id: '', text }, desk.reporters, ports.clock.now())
  return {
    reporters: new Set(desk.reporters.map(({ authorKey }) => authorKey)).size,
    threads: new Set(desk.reporters.map(({ threadKey }) => threadKey)).size,
    channels: new Set(desk.reporters.map(({ platform }) => platform)).size,
    variants: targets.map(({ platform, authorHandle, text: variant, because, state }) => ({
      platform,
      authorHandle,
      text: variant,
      because,
      byApi: state === 'held',
    })),
    tone: lintTone(text, whereSaid(desk.case)),
    quality,
    needsApproval: needsApproval(desk),
    pending: desk.answers.filter(({ state }) => state === 'submitted' || state === 'held'),
  }
}

const change = (
  { answers, clock }: AnswerPorts,
  viewer: Viewer,
  caseId: string,
  decide: (desk: AnswerDesk, now: Date) => AnswerDecision,
): Promise<AnswerChanged> =>
  answers.change(viewer, caseId, (desk) =>
    mayWork(viewer, desk.case) ? decide(desk, clock.now()) : refuse('no-right'),
  )

const changeOne = async (
  ports: AnswerPorts,
  viewer: Viewer,
  answerId: string,
  decide: (desk: AnswerDesk, now: Date) => AnswerDecision,
): Promise<AnswerChanged> => {
  const caseId = await ports.answers.caseOf(viewer, answerId)
  return caseId ? change(ports, viewer, caseId, decide) : refuse('not-found')
}

/** A new draft, or the words of one's own draft anew. */
export const draftAnswer = async (
  ports: AnswerPorts,
  viewer: Viewer,
  caseId: string,
  draft: { id: string | null; kind: Answer['kind']; text: string },
): Promise<AnswerChanged> => {
  const quality = await qualityOf(ports, viewer, caseId, draft.text)
  if (!quality) return refuse('not-found')
  const id = draft.id ?? ports.ids.next()
  return change(ports, viewer, caseId, (desk, now) =>
    draft.id && !desk.answers.some((one) => one.id === draft.id)
      ? refuse('not-found')
      : writeDraft(desk, viewer, now, { ...draft, id }, quality),
  )
}

export const releaseAnswer = (
  ports: AnswerPorts,
  viewer: Viewer,
  answerId: string,
  supersede: boolean | null,
): Promise<AnswerChanged> =>
  changeOne(ports, viewer, answerId, (desk, now) =>
    sendAnswer(desk, viewer, now, { answerId, supersede }),
  )

export const approve = (
  ports: AnswerPorts,
  viewer: Viewer,
  answerId: string,
  others: 'reject' | 'keep' | null,
): Promise<AnswerChanged> =>
  changeOne(ports, viewer, answerId, (desk, now) =>
    approveAnswer(desk, viewer, now, { answerId, others }),
  )

export const reject = (
  ports: AnswerPorts,
  viewer: Viewer,
  answerId: string,
  note: string,
): Promise<AnswerChanged> =>
  changeOne(ports, viewer, answerId, (desk, now) =>
    rejectAnswer(desk, viewer, now, { answerId, note }),
  )

export const recall = (
  ports: AnswerPorts,
  viewer: Viewer,
  answerId: string,
): Promise<AnswerChanged> =>
  changeOne(ports, viewer, answerId, (desk, now) => recallAnswer(desk, viewer, now, answerId))

export const confirmLateComers = (
  ports: AnswerPorts,
  viewer: Viewer,
  caseId: string,
  postIds: readonly string[] | null,
): Promise<AnswerChanged> =>
  change(ports, viewer, caseId, (desk, now) => answerLateComers(desk, viewer, now, postIds))

/** Everything about the answers of a case, with those who came after the last one. */
export const viewAnswers = async (
  { answers }: Pick<AnswerPorts, 'answers'>,
  viewer: Viewer,
  caseId: string,
) => {
  const desk = await answers.desk(viewer, caseId)
  if (!desk) return null
  const own = desk.answers.filter(
    ({ state, author }) => state !== 'draft' || author.userId === viewer.userId,
  )
  const late = lateComers(desk)
  const at = new Date(0)
  return {
    answers: own,
    targets: desk.targets,
    late: late ? targetsFor(desk, late.answer, late.reporters, at) : [],
    needsApproval: needsApproval(desk),
  }
}
