/**
 * What may be done with an answer, as pure rules over the desk that it lies on: the case, its
 * answers with their targets, and everybody who reported it. The store saves what changes, with the
 * event of the case, in one transaction.
 */
import type { Answer, AnswerKind, AnswerTarget } from './answer.ts'
import { ANSWER_STATE_LABELS, HOLD_SECONDS } from './answer.ts'
import { variantFor } from './answer-variant.ts'
import type { Case } from './case.ts'
import type { CaseChange } from './case-rules.ts'
import { held, heldByOther } from './case-rules.ts'
import { type Refusal, refuse } from './errors.ts'
import type { Platform } from './post.ts'
import type { Qualification } from './qualified-answer.ts'
import { type Reporter, reporterKey } from './reporters.ts'
import type { Viewer } from './roles.ts'
import { lintTone, refusedTone } from './tone-lint.ts'

export interface AnswerDesk {
  case: Case
  /** Oldest first. */
  answers: Answer[]
  targets: AnswerTarget[]
  reporters: Reporter[]
  /** Platforms on which an account of the government may publish by interface. */
  reachable: ReadonlySet<Platform>
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

const changed = (answer: Answer, more: Partial<AnswerChange> = {}): AnswerChange => ({
  kind: 'changed',
  answer,
  others: [],
  newTargets: [],
  skipped: [],
  event: null,
  ...more,
})

/** Approval stands between a P1 or P2 answer and the public; nothing else waits for it. */
export const needsApproval = ({ urgency }: Case): boolean => urgency === 'P1' || urgency === 'P2'

export const whereSaid = ({ confidential }: Case): 'public' | 'private' =>
  confidential ? 'private' : 'public'

const pendingBeside = (desk: AnswerDesk, id: string): Answer[] =>
  desk.answers.filter((one) => one.id !== id && ['submitted', 'held'].includes(one.state))

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

/** Out it goes: to whoever approves, or, after the hold, to the citizens. */
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
  if (needsApproval(desk.case))
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
  if (about.state === 'duplicate' || about.state === 'archived') return refuse('illegal-move')
  if (heldByOther(about, viewer, now)) return held(about)
  if (reporters.length === 0) return refuse('nobody-to-answer')
  const [asked] = refusedTone(lintTone(answer.text, whereSaid(about)))
  return asked
    ? refuse('tone-refused', `“${asked.quote}”: ${asked.because} ${asked.suggestion}`)
    : null
}

const inState = ({ state }: Answer): Refusal =>
  refuse('answer-state', `Tanggapan ini berstatus “${ANSWER_STATE_LABELS[state]}”.`)

const waitingFor = (pending: Answer[]): string =>
  `Masih ada tanggapan lain: ${pending.map(({ author }) => author.name).join(', ')}.`

const superseding = (desk: AnswerDesk, gone: Answer[]): Partial<AnswerChange> => ({
  others: gone.map((one) => ({ ...one, state: 'superseded' })),
  skipped: unsentOf(desk, gone).map(({ id }) => ({ id, because: 'Digantikan tanggapan lain.' })),
})

const unsentOf = ({ targets }: AnswerDesk, answers: Answer[]): AnswerTarget[] =>
  targets.filter(
    ({ answerId, state }) =>
      ['held', 'queued', 'manual', 'failed'].includes(state) &&
      answers.some(({ id }) => id === answerId),
  )

/** An older answer that has not reached everybody is not said after a newer one. */
const release = (
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

export const holdFrom = (now: Date): Date => new Date(now.getTime() + HOLD_SECONDS * 1000)

export const targetsFor = (
  { case: about, reachable }: Pick<AnswerDesk, 'case' | 'reachable'>,
  answer: Pick<Answer, 'id' | 'text'>,
  reporters: readonly Reporter[],
  nextAt: Date,
): NewTarget[] =>
  reporters.map(({ removed, ...reporter }) => {
    const handle = reporter.authorHandle
    const { text, because } = variantFor(reporter.platform, {
      text: answer.text,
      handle,
      code: about.code,
    })
    const byApi = !about.confidential && !about.sample && reachable.has(reporter.platform)
    const common = { ...reporter, answerId: answer.id, text }
    if (removed)
      return {
        ...common,
        state: 'skipped',
        because: ['Kiriman warga sudah dihapus.'],
        nextAt: null,
      }
    return byApi
      ? { ...common, state: 'held', because, nextAt }
      : { ...common, state: 'manual', because, nextAt: null }
  })

const saidIn = ({ id, text, kind, qualified, because }: Answer) => ({
  answerId: id,
  text,
  final: kind === 'final',
  qualified,
  because,
})

/** Somebody else than the author looks at it before the public does. */
export const approveAnswer = (
  desk: AnswerDesk,
  viewer: Viewer,
  now: Date,
  approved: { answerId: string; others: 'reject' | 'keep' | null },
): AnswerDecision => {
  const answer = submittedIn(desk, viewer, approved.answerId)
  if ('code' in answer) return answer
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

/** Whoever wrote after the answer was given, and what it is. */
export const lateComers = (desk: AnswerDesk): { answer: Answer; reporters: Reporter[] } | null => {
  const answer = desk.answers.findLast(({ state }) => state === 'published')
  // what came back is not answered by what was said before
  if (!answer || desk.case.state === 'reopened') return null
  const reached = new Set(
    desk.targets.filter(({ answerId }) => answerId === answer.id).map(reporterKey),
  )
  const reporters = desk.reporters.filter((one) => !reached.has(reporterKey(one)))
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
  return changed(late.answer, { newTargets: targetsFor(desk, late.answer, chosen, holdFrom(now)) })
}
