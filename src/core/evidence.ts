/** What shows that something was done: the after-photo, a letter, the reporter's word, a public link. */
export const EVIDENCE_KINDS = ['photo-before', 'photo-after', 'letter', 'reporter', 'link'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

export const EVIDENCE_LABELS: Record<EvidenceKind, string> = {
  'photo-before': 'Foto sebelum',
  'photo-after': 'Foto sesudah',
  letter: 'Nomor surat',
  reporter: 'Konfirmasi pelapor',
  link: 'Tautan publik',
}

/** A picture of how it was before shows no fix. */
export const CLOSING_KINDS: readonly EvidenceKind[] = ['photo-after', 'letter', 'reporter', 'link']

export interface Evidence {
  id: string
  caseId: string
  /** The field task or the helper's part that it shows the end of. */
  taskId: string | null
  kind: EvidenceKind
  note: string
  letterNumber: string | null
  url: string | null
  /** Where the officer stood; never published. */
  location: { latitude: number; longitude: number } | null
  /** Of the photo as it was taken; null where there is none. */
  sha256: string | null
  addedBy: string
  addedAt: Date
  withdrawn: { at: Date; reason: string } | null
}
