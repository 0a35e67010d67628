import type { LaporMove } from '../core/lapor-move.ts'

export interface Lapor {
  /** The case of a tracking id: recorded, or known from the post that an import brought. */
  caseOf(governmentId: string, trackingId: string): Promise<string | null>
  /** Each move once: true where it was new. */
  keep(governmentId: string, move: LaporMove, importedAt: Date): Promise<boolean>
}
