/**
 * The silence ledger: every post that came in is at every moment in exactly one stated place, and
 * what is left without a word is named. Domain: "jangan dibiarkan saja, besok juga hilang".
 */
import type { CaseState } from './case-state.ts'
import type { Outcome, PostStage } from './post.ts'

export const LEDGER_OUTCOMES = [
  'unread',
  'quarantined',
  'answered',
  'gathered',
  'handed-on',
  'not-a-service',
  'counted-only',
  'out-of-area',
  'unreachable',
  'history',
  'silent',
] as const
export type LedgerOutcome = (typeof LEDGER_OUTCOMES)[number]

/** What the ledger knows of a post and of the case that it lies in. */
export interface LedgerFacts {
  stage: PostStage
  outcome: Outcome | null
  /** Its writer was answered. */
  answered: boolean
  /** It only repeats somebody. */
  repeats: boolean
  deleted: boolean
  history: boolean
  /** Null where it lies in no case. */
  caseState: CaseState | null
  caseAnswered: boolean
  /** The case still stands at the triage desk. */
  untriaged: boolean
}

const UNREAD: Record<PostStage, LedgerOutcome | null> = {
  received: 'unread',
  suspect: 'unread',
  quarantined: 'quarantined',
  read: null,
}

/** Where a post stands; total: there is no post without a place. */
export const ledgerOutcomeOf = (post: LedgerFacts): LedgerOutcome => {
  if (post.answered) return 'answered'
  if (post.deleted || post.outcome === 'removed') return 'unreachable'
  const unread = UNREAD[post.stage]
  if (unread) return unread
  if (post.outcome !== null && post.outcome !== 'case') return post.outcome
  return inCaseOutcomeOf(post)
}

const inCaseOutcomeOf = (post: LedgerFacts): LedgerOutcome => {
  if (post.caseState === 'not-a-service') return 'not-a-service'
  if (post.repeats && post.caseAnswered) return 'gathered'
  if (post.caseState === 'handed-over') return 'handed-on'
  // resolved without a public answer: with its reason why it stays private
  if (post.caseState && PRIVATELY.has(post.caseState) && !post.caseAnswered) return 'answered'
  return post.history ? 'history' : 'silent'
}

const PRIVATELY: ReadonlySet<CaseState> = new Set(['resolved', 'closed', 'archived'])

export const SILENCE_REASONS = ['untriaged', 'late-comer', 'waiting-reporter', 'no-answer'] as const
export type SilenceReason = (typeof SILENCE_REASONS)[number]

export const SILENCE_LABELS: Record<SilenceReason, string> = {
  untriaged: 'Belum dipilah',
  'late-comer': 'Kiriman datang sesudah jawaban',
  'waiting-reporter': 'Menunggu keterangan pelapor',
  'no-answer': 'Belum dijawab',
}

/** Why a silent post has no answer yet. */
export const silenceReasonOf = (post: LedgerFacts): SilenceReason => {
  if (post.untriaged) return 'untriaged'
  if (post.caseAnswered) return 'late-comer'
  return post.caseState === 'waiting-reporter' ? 'waiting-reporter' : 'no-answer'
}

/** Adds up; each outcome is named, also those of which there is none. */
export const sumOf = (groups: (LedgerFacts & { n: number })[]): Record<LedgerOutcome, number> => {
  const sum = Object.fromEntries(LEDGER_OUTCOMES.map((name) => [name, 0])) as Record<
    LedgerOutcome,
    number
  >
  for (const { n, ...facts } of groups) sum[ledgerOutcomeOf(facts)] += n
  return sum
}
