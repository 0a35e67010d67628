import type { Case } from './case.ts'
import type { Urgency } from './reading.ts'

const WEIGHT: Record<Urgency, number> = { P1: 8, P2: 4, P3: 2, P4: 1 }

/** How grave, and how many say so (domain AC-004-4); the column `cases.risk` says the same. */
export const riskOf = ({ urgency, authorCount }: Pick<Case, 'urgency' | 'authorCount'>): number =>
  WEIGHT[urgency] * (1 + Math.log2(1 + authorCount))

/** The formula as the console shows it beside the figure. */
export const RISK_FORMULA =
  'Risiko = bobot urgensi (P1 8, P2 4, P3 2, P4 1) × (1 + log₂(1 + jumlah warga yang melapor))'
