/** What a head of the model learns from. */
import type { SparseVector } from './vector.ts'

export interface Example {
  vector: SparseVector
  /**
   * Labels of which any is right; mostly one. A case that was referred to an agency says only that
   * its topic is among that agency's: partial labels, T. Cour, B. Sapp, B. Taskar, "Learning from
   * Partial Labels", JMLR 12 (2011).
   */
  among: number[]
  /** How much this example counts: a post 1, a phrase of the taxonomy less. */
  weight: number
}
