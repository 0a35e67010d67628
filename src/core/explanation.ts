/** Why a post was read as it was, word by word: counted anew when somebody asks, never stored. */
import type { CaseState } from './case-state.ts'

/** What words can speak for, with the term on screen. */
export const SPOKE_FOR_LABELS = {
  category: 'kategori',
  place: 'tempat',
  danger: 'bahaya',
  confidential: 'kerahasiaan',
  kind: 'bentuk kiriman',
} as const
export type SpokeFor = keyof typeof SPOKE_FOR_LABELS
export const SPOKE_FOR = Object.keys(SPOKE_FOR_LABELS) as SpokeFor[]

/** A stretch of the text and what it did; stretches may lie over each other. */
export interface SpokenWords {
  /** Offsets in the text, `to` exclusive. */
  from: number
  to: number
  for: SpokeFor
  /** In words that an officer can check: "frasa: jalan rusak". */
  why: string
  /** How much it counts: the model's share, or 1 for a rule that spoke. */
  weight: number
}

export interface Explanation {
  /** The text as it was read. */
  text: string
  category: string
  /** The second choice, against which the model's words were weighed. */
  against: string | null
  words: SpokenWords[]
}

/** A solved case that was about the same, and how it ended. */
export interface SimilarCase {
  id: string
  code: string
  title: string
  state: CaseState
  endedAt: Date
  /** "kategori dan tempat yang sama" */
  because: string
}
