import type { CaseState } from './case-state.ts'
import type { Platform } from './post.ts'
import type { Kind, Place, Urgency } from './reading.ts'

/** One real-world problem that one or many posts speak of. */
export interface Case {
  id: string
  governmentId: string
  /** What citizens and officers call it: "BKL-7F3K2Q". */
  code: string
  state: CaseState
  kind: Kind
  category: string
  urgency: Urgency
  confidential: boolean
  /** The owner; null is the triage desk. */
  agencyId: string | null
  /** Whose duty the reading believes it to be where that is no agency of ours: pln, government:… */
  proposedOwner: string | null
  place: Place | null
  /** Shortened text of the first post, for lists. */
  title: string
  because: string[]
  openedAt: Date
  firstPostAt: Date
  lastPostAt: Date
  /** First answer due, derived from urgency and working time; null once answered. */
  dueAt: Date | null
  answeredAt: Date | null
  followedUpAt: Date | null
  escalatedAt: Date | null
  endedAt: Date | null
  claim: Claim | null
  postCount: number
  authorCount: number
  /** The case that took this one in; null where it stands for itself. */
  mergedInto: string | null
  /** How often it came back after it was ended: "kambuh". */
  recurrences: number
  /** Shipped sample: shown as such, never counted, scored or learned from. */
  sample: boolean
  /** Imported as history: raises no alert and no escalation. */
  history: boolean
  /** Grows with every change; a write names the version that it saw. */
  version: number
}

export interface Claim {
  userId: string
  name: string
  until: Date
}

/** A claim is a lease: renewed by the open page, gone 90 s after it was left. */
export const CLAIM_SECONDS = 90

export const CASE_EVENT_TYPES = [
  'opened',
  'post-joined',
  'claimed',
  'released',
  'transferred',
  'returned',
  'recategorised',
  'noted',
  'answered',
  'followed-up',
  'resolved',
  'closed',
  'reopened',
  'recurred',
  'merged',
  'merged-into',
  'merge-undone',
  'split',
  'split-from',
  'split-undone',
  'dismissed',
  'escalated',
  'alert-raised',
  'alert-acknowledged',
] as const
export type CaseEventType = (typeof CASE_EVENT_TYPES)[number]

export const EVENT_LABELS: Record<CaseEventType, string> = {
  opened: 'Kasus dibuka',
  'post-joined': 'Kiriman baru bergabung',
  claimed: 'Diambil petugas',
  released: 'Dilepas petugas',
  transferred: 'Diteruskan',
  returned: 'Dikembalikan',
  recategorised: 'Kategori dibetulkan',
  noted: 'Catatan internal',
  answered: 'Tanggapan dicatat',
  'followed-up': 'Tindak lanjut dicatat',
  resolved: 'Selesai',
  closed: 'Ditutup',
  reopened: 'Dibuka kembali',
  recurred: 'Kambuh',
  merged: 'Digabungkan',
  'merged-into': 'Digabungkan ke kasus lain',
  'merge-undone': 'Penggabungan dibatalkan',
  split: 'Dipisahkan',
  'split-from': 'Dipisahkan dari kasus lain',
  'split-undone': 'Pemisahan dibatalkan',
  dismissed: 'Dinyatakan bukan layanan',
  escalated: 'Lewat tenggat',
  'alert-raised': 'Peringatan',
  'alert-acknowledged': 'Peringatan diterima',
}

/** What happened to a case, who did it, and what was said. Never changed after it was written. */
export interface CaseEvent {
  /** Grows in the order in which events became visible. */
  id: string
  caseId: string
  type: CaseEventType
  /** Null where the system acted. */
  actor: { userId: string; name: string } | null
  at: Date
  /** Owner before and after, where the owner changed. */
  fromAgencyId: string | null
  toAgencyId: string | null
  data: CaseEventData
}

export interface CaseEventData {
  text?: string
  url?: string
  final?: boolean
  reason?: string
  proposedOwner?: string
  postId?: string
  platform?: Platform
  followUp?: FollowUpType
  outcome?: string
  /** Before and after an officer put it right. */
  fromCategory?: string
  toCategory?: string
  fromKind?: Kind
  toKind?: Kind
  alertId?: string
  because?: string[]
  /** The other case of a merge or a split. */
  otherId?: string
  otherCode?: string
  /** What both were before, for taking it back. */
  before?: { own: CaseStanding; other: CaseStanding | null }
}

export const FOLLOW_UP_TYPES = ['field', 'administrative', 'final-answer'] as const
export type FollowUpType = (typeof FOLLOW_UP_TYPES)[number]

export const FOLLOW_UP_LABELS: Record<FollowUpType, string> = {
  field: 'Lapangan',
  administrative: 'Administrasi',
  'final-answer': 'Jawaban final',
}

/** What a merge or a split changes of a case, as JSON: moments as text. */
export interface CaseStanding {
  state: CaseState
  kind: Kind
  urgency: Urgency
  openedAt: string
  dueAt: string | null
  answeredAt: string | null
  followedUpAt: string | null
  escalatedAt: string | null
  recurrences: number
  history: boolean
  /** The version that the merge or split left: as long as it stands, nobody worked on the case since. */
  version: number
}
