/**
 * What the system alone ends because a reporter said nothing in time: what waited for their reply,
 * what was solved and not objected to, and what was closed for silence and never came back. Each is
 * judged by its clock, and tells what the clock gave (domain §4).
 */
import type { Case } from './case.ts'
import type { CaseDecision } from './case-change.ts'
import { hasPassed } from './case-clock.ts'
import { next } from './case-state.ts'
import type { Legs } from './clock-happened.ts'
import { step } from './custody-change.ts'
import type { Target } from './deadline-settings.ts'
import { type Refusal, refuse } from './errors.ts'
import { inWords } from './target-words.ts'

/** Closed with notice; `reopening`: how long it can come back. */
export const closeUnanswered = (
  current: Case,
  { reporter }: Legs,
  reopening: Target,
  now: Date,
): CaseDecision => {
  if (current.state !== 'waiting-reporter' || !hasPassed(reporter, now))
    return refuse('illegal-move')
  const reason = `Pelapor belum menjawab dalam ${inWords(reporter.target)}. Kasus dapat dibuka kembali dalam ${inWords(reopening)}.`
  const after = next(current.state, 'close')
  if (after.kind === 'refused') return after
  return step('closed', { reason }, { state: after.state, claim: null, endedAt: now })
}

/** Its reporter had the whole window to say otherwise. */
export const closeConfirmed = (current: Case, { confirmation }: Legs, now: Date): CaseDecision => {
  if (current.state !== 'resolved' || !hasPassed(confirmation, now)) return refuse('illegal-move')
  const after = next(current.state, 'close')
  if (after.kind === 'refused') return after
  return step('closed', { reason: NO_OBJECTION }, { state: after.state })
}

const NO_OBJECTION =
  'Pelapor tidak menyanggah sampai masa konfirmasi berakhir. Kasus dapat dibuka kembali.'

/** Nobody came back in the time that was told: what is written later is a new case. */
export const archiveSilent = (current: Case, { reopening }: Legs, now: Date): CaseDecision => {
  if (current.state !== 'closed' || !hasPassed(reopening, now)) return refuse('illegal-move')
  const after = next(current.state, 'archive')
  if (after.kind === 'refused') return after
  const reason = `Masa buka kembali ${inWords(reopening.target)} berakhir tanpa kabar dari pelapor.`
  return step('archived', { reason }, { state: after.state })
}

/** Whoever opens it again is held to that window; cases that ended otherwise have none. */
export const whyNotReopen = ({ state }: Case, { reopening }: Legs, now: Date): Refusal | null =>
  state === 'archived' || (state === 'closed' && hasPassed(reopening, now))
    ? refuse('reopening-over')
    : null
