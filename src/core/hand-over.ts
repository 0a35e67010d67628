/** A case in the hands of a body outside regional government: watched, never closed by it. */
export const HAND_OVER_OUTCOMES = ['diterima', 'ditolak', 'tidak-ada-jawaban', 'selesai'] as const
export type HandOverOutcome = (typeof HAND_OVER_OUTCOMES)[number]

export const HAND_OVER_OUTCOME_LABELS: Record<HandOverOutcome, string> = {
  diterima: 'Diterima',
  ditolak: 'Ditolak',
  'tidak-ada-jawaban': 'Tidak ada jawaban',
  selesai: 'Selesai',
}

export interface HandOver {
  id: string
  governmentId: string
  caseId: string
  /** Code of the taxonomy, or `government:<slug>` that does not work with Tanggap. */
  body: string
  /** Portal, letter, telephone, liaison … as the officer says it. */
  channel: string
  reference: string
  /** The role of who was spoken to, never a private name. */
  contactRole: string
  text: string
  handedAt: Date
  handedBy: string | null
  outcome: HandOverOutcome | null
  outcomeAt: Date | null
  outcomeText: string | null
  /** Set by every outcome but "diterima". */
  endedAt: Date | null
}

export type NewHandOver = Omit<
  HandOver,
  'governmentId' | 'caseId' | 'outcome' | 'outcomeAt' | 'outcomeText' | 'endedAt'
>
