import type { Viewer } from '../core/roles.ts'
import type { LedgerOutcome, SilenceReason } from '../core/silence.ts'

/** A case of which writers wait without a word. */
export interface SilentCase {
  caseId: string
  code: string
  title: string
  /** Whose it was that day; null is the triage desk. */
  agencyId: string | null
  posts: number
  authors: number
  /** The oldest post that waits. */
  since: Date
  why: SilenceReason
}

/** Everything that came in, and where it stands. */
export interface LedgerSum {
  governmentId: string
  /** Counted where posts are stored. */
  ingested: number
  /** Counted over the posts as they are now: adds up to the same. */
  outcomes: Record<LedgerOutcome, number>
}

export interface SilentDay {
  day: string
  /** Null: the day is not over. */
  closedAt: Date | null
  cases: SilentCase[]
}

/** The silence ledger: nothing that came in is without a stated place. */
export interface Ledger {
  sums(): Promise<LedgerSum[]>
  /** Null asks for today. Null answers: that day was not kept. */
  silent(viewer: Viewer, day: string | null, today: string): Promise<SilentDay | null>
  /** The newest day that was kept; null: none ever was. */
  lastDay(governmentId: string): Promise<string | null>
  /** Keeps what was left silent at the end of the day; false where that was done. */
  closeDay(governmentId: string, day: string, now: Date): Promise<boolean>
}
