import type { Case } from './case.ts'
import type { Kind, Urgency } from './reading.ts'

/**
 * An officer knew better than the reader, or than an officer before: a labelled example, kept with
 * who and when. Never of the shipped sample.
 */
export const CORRECTION_ACTS = [
  'transfer',
  'recategorise',
  'merge',
  'split',
  'not-a-service',
  // reopened after it had been dismissed
  'a-service',
  'urgency',
] as const
export type CorrectionAct = (typeof CORRECTION_ACTS)[number]

/** The category of what no service is asked by. */
export const NOT_A_SERVICE = 'spam.non_layanan'

/** What a case was held for. */
export interface Judgement {
  kind: Kind
  category: string
  /** The owner; null is the triage desk. */
  agencyId: string | null
  /** Whose duty it is believed to be where the triage desk holds it. */
  proposedOwner: string | null
  /** Only where it was this that was put right. */
  urgency?: Urgency
}

export interface Correction {
  act: CorrectionAct
  before: Judgement
  after: Judgement
  reason: string | null
}

/** What decided before: the rules that the first post was read by, and how sure the reader was. */
export interface Grounds {
  rules: string[]
  /** … and what chose the owner; absent in corrections from before this was kept. */
  ownerRules?: string[]
  confidence: number | null
}

/**
 * What is learned where a case goes to another owner by a person's act; null where it went to whom it
 * was believed to belong already. A body outside never becomes its owner here: whose duty it is says
 * `proposedOwner`.
 */
export const transferOf = (
  before: Judgement,
  owner: Pick<Judgement, 'agencyId' | 'proposedOwner'>,
  reason: string | null,
): Correction | null => {
  const same = before.agencyId === owner.agencyId && before.proposedOwner === owner.proposedOwner
  return same ? null : { act: 'transfer', before, after: { ...before, ...owner }, reason }
}

/** What others were taught that is not their duty after all. */
export interface Disproved {
  act: 'transfer'
  /** A body outside, or `government:<slug>`. */
  owner: string
}

export const judgementOf = ({ kind, category, agencyId, proposedOwner }: Case): Judgement => ({
  kind,
  category,
  agencyId,
  proposedOwner,
})
