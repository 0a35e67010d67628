/** A post that was kept out of the queue, and that an officer calls a complaint after all. */
import type { Case } from './case.ts'
import { type Correction, type Grounds, judgementOf, NOT_A_SERVICE } from './correction.ts'
import { type Refusal, refuse } from './errors.ts'
import type { Outcome, PostStage } from './post.ts'
import type { JudgedContext, Kind, Reading } from './reading.ts'
import type { Viewer } from './roles.ts'

/** A post that lies in no case. */
export interface OutsidePost {
  stage: PostStage
  outcome: Outcome | null
  deleted: boolean
  reading: Reading | null
}

export interface Verdict {
  category: string
  kind: Kind
  reason: string | null
}

export type Judged = { kind: 'judged'; judged: JudgedContext } | Refusal

const STILL_READ = 'Kiriman ini sedang dibaca. Tunggu hasilnya sebentar, lalu muat ulang.'
const WITHOUT_WORDS =
  'Kata-kata kiriman ini sudah dihapus: tidak ada lagi yang dapat ditindaklanjuti.'

/** What is to be read once more, with the officer's word standing; whatever kept it out before. */
export const judge = (
  { stage, outcome, deleted, reading }: OutsidePost,
  { category, kind, reason }: Verdict,
  { userId, name }: Viewer,
  now: Date,
): Judged => {
  if (deleted || outcome === 'removed') return refuse('illegal-move', WITHOUT_WORDS)
  if (stage === 'received' || stage === 'suspect') return refuse('illegal-move', STILL_READ)
  const before = {
    kind: reading?.kind ?? ('irrelevant' as const),
    category: reading?.category ?? NOT_A_SERVICE,
    rules: reading?.rules ?? [],
    confidence: reading?.confidence ?? null,
  }
  const by = { userId, name }
  return { kind: 'judged', judged: { kind, category, reason, by, at: now.toISOString(), before } }
}

/** What is learned of it, once it lies in a case: the reader's word before, the officer's after. */
export const raisedCorrection = (
  { before: { rules, confidence, ...read }, category, kind, reason }: JudgedContext,
  laid: Case,
): { correction: Correction; grounds: Grounds } => ({
  correction: {
    act: 'recategorise',
    before: { ...read, agencyId: null, proposedOwner: null },
    after: { ...judgementOf(laid), category, kind },
    reason,
  },
  grounds: { rules, confidence },
})
