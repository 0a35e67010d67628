/** What somebody is writing and has not said yet; one of each kind for a person and a case. */
export const DRAFT_KINDS = ['answer', 'note'] as const
export type DraftKind = (typeof DRAFT_KINDS)[number]

export interface Draft {
  caseId: string
  kind: DraftKind
  text: string
  /** The case as the writer saw it: its version, and the last event of its history. */
  version: number
  seenEventId: string
  savedAt: Date
}
