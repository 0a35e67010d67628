/** Verifying at the desk, and asking the reporter: the public question and the reply. */
import { whereSaid } from './answer-desk.ts'
import type { Case } from './case.ts'
import type { CaseDecision } from './case-change.ts'
import { held, heldByOther } from './case-lease.ts'
import { next } from './case-state.ts'
import { step } from './custody-change.ts'
import { refuse } from './errors.ts'
import { whyNotSay } from './public-words.ts'
import type { Kind } from './reading.ts'
import type { Viewer } from './roles.ts'

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
  const unsayable = whyNotSay(question, whereSaid(current))
  if (unsayable) return unsayable
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
