/** Verifying at the desk, and asking the reporter: the public question, the reply, the silence. */
import type { Case } from './case.ts'
import { type CaseChange, type CaseDecision, held, heldByOther } from './case-rules.ts'
import { next } from './case-state.ts'
import { step } from './custody-change.ts'
import { refuse } from './errors.ts'
import type { Kind } from './reading.ts'
import type { Viewer } from './roles.ts'
import type { CountsWorkingDays } from './task.ts'

/** Working days that the reporter has (SP4N-LAPOR!: ten, then the system closes). */
const REPORTER_WORKING_DAYS = 10

/** Calendar days in which a case that was closed so can be opened again (domain §4). */
const REOPENABLE_DAYS = 30

/** The desk confirms category and kind as they stand: what is wrong is recategorised before. */
export const verify = (
  current: Case,
  viewer: Viewer,
  now: Date,
  seen: { category: string; kind: Kind; place: string | null },
): CaseDecision => {
  if (heldByOther(current, viewer, now)) return held(current)
  const same = seen.category === current.category && seen.kind === current.kind
  if (!same || seen.place !== (current.place?.name ?? null)) return refuse('same-as-read')
  const after = next(current.state, 'verify')
  if (after.kind === 'refused') return after
  const { category, kind, place } = seen
  const because = [`kategori ${category}`, `jenis ${kind}`, ...(place ? [`tempat ${place}`] : [])]
  return step('verified', { because }, { state: after.state })
}

/** Nobody waits in silence: without the public question there is nothing to wait for. */
export const askReporter = (
  current: Case,
  viewer: Viewer,
  now: Date,
  { question, url }: { question: string; url: string | null },
): CaseDecision => {
  if (heldByOther(current, viewer, now)) return held(current)
  const after = next(current.state, 'ask-reporter')
  if (after.kind === 'refused') return after
  const data = { text: question, ...(url ? { url } : {}) }
  return step('reporter-asked', data, { state: after.state, claim: null })
}

/** By a new post of the same author, or as an officer heard it. */
export const reporterReplied = (current: Case, text: string): CaseDecision => {
  const after = next(current.state, 'reporter-replies')
  if (after.kind === 'refused') return after
  return step('reporter-replied', { text }, { state: after.state })
}

export const replyDue = (askedAt: Date, working: CountsWorkingDays): Date =>
  working.endOfWorkingDay(askedAt, REPORTER_WORKING_DAYS)

/** The system alone closes, and says that the case can come back. */
export const closeUnanswered = (
  current: Case,
  askedAt: Date,
  now: Date,
  working: CountsWorkingDays,
): CaseDecision => {
  if (current.state !== 'waiting-reporter' || now <= replyDue(askedAt, working))
    return refuse('illegal-move')
  const after = next(current.state, 'close')
  if (after.kind === 'refused') return after
  const ended = { state: after.state, claim: null, endedAt: now }
  const told: CaseChange = step('closed', { reason: NO_REPLY }, ended)
  return told
}

/** The system alone closes what is solved, once its reporter had the whole window to say otherwise. */
export const closeConfirmed = (current: Case): CaseDecision => {
  if (current.state !== 'resolved') return refuse('illegal-move')
  const after = next(current.state, 'close')
  if (after.kind === 'refused') return after
  return step('closed', { reason: NO_OBJECTION }, { state: after.state })
}

const NO_OBJECTION =
  'Pelapor tidak menyanggah sampai masa konfirmasi berakhir. Kasus dapat dibuka kembali.'
const NO_REPLY = `Pelapor belum menjawab dalam ${REPORTER_WORKING_DAYS} hari kerja. Kasus dapat dibuka kembali dalam ${REOPENABLE_DAYS} hari.`
