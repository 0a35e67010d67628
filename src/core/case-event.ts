/** What happens to a case: every kind of event with its label, and what an event carries. */
import type { Case, CaseStanding, Snooze } from './case.ts'
import type { ClockName } from './case-clock.ts'
import type { Rung } from './escalation.ts'
import type { Platform } from './post.ts'
import type { Kind, Urgency } from './reading.ts'
import type { TaskKind } from './task.ts'

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
  'verified',
  'urgency-changed',
  'offered',
  'offer-accepted',
  'offer-returned',
  'offer-withdrawn',
  'offer-decided',
  'handed-over',
  'hand-over-checked',
  'hand-over-ended',
  'lapor-sent',
  'lapor-recorded',
  'lapor-moved',
  'reporter-asked',
  'reporter-replied',
  'reporter-unsatisfied',
  'task-opened',
  'task-done',
  'task-cancelled',
  'skipped',
  'snoozed',
  'woken',
  'answer-submitted',
  'answer-approved',
  'answer-rejected',
  'answer-recalled',
  'answer-delivered',
  'answer-failed',
  'evidence-added',
  'evidence-withdrawn',
  'undone',
  'deadline-moved',
  'escalation-acknowledged',
  'post-deleted',
  'archived',
  'continued',
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
  verified: 'Diverifikasi',
  'urgency-changed': 'Urgensi diubah',
  offered: 'Ditawarkan kepada pengampu lain',
  'offer-accepted': 'Tawaran diterima',
  'offer-returned': 'Tawaran dikembalikan',
  'offer-withdrawn': 'Tawaran ditarik',
  'offer-decided': 'Pengampu diputuskan koordinator',
  'handed-over': 'Dialihkan ke instansi luar',
  'hand-over-checked': 'Pemantauan instansi luar',
  'hand-over-ended': 'Hasil dari instansi luar',
  'lapor-sent': 'Disalin ke SP4N-LAPOR!',
  'lapor-recorded': 'Nomor SP4N-LAPOR! dicatat',
  'lapor-moved': 'Kabar dari SP4N-LAPOR!',
  'reporter-asked': 'Meminta keterangan pelapor',
  'reporter-replied': 'Pelapor menjawab',
  'reporter-unsatisfied': 'Pelapor menyatakan belum selesai',
  'task-opened': 'Tugas dibuat',
  'task-done': 'Tugas selesai',
  'task-cancelled': 'Tugas dibatalkan',
  skipped: 'Dilewati petugas',
  snoozed: 'Ditunda',
  woken: 'Kembali dari penundaan',
  'answer-submitted': 'Tanggapan diajukan untuk disetujui',
  'answer-approved': 'Tanggapan disetujui',
  'answer-rejected': 'Tanggapan ditolak',
  'answer-recalled': 'Tanggapan dibatalkan sebelum terbit',
  'answer-delivered': 'Tanggapan terbit',
  'answer-failed': 'Tanggapan gagal terbit',
  'evidence-added': 'Bukti dukung ditambahkan',
  'evidence-withdrawn': 'Bukti dukung ditarik',
  undone: 'Tindakan dibatalkan',
  'deadline-moved': 'Tenggat dihitung ulang',
  'escalation-acknowledged': 'Eskalasi diterima',
  'post-deleted': 'Kiriman dihapus di platform',
  archived: 'Diarsipkan',
  continued: 'Berlanjut di kasus baru',
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
  /** Of `answered`: false stops no clock; absent in events from before answers were judged. */
  qualified?: boolean
  /** Of `answered`: said elsewhere, in a P1 or P2 case, before a second person saw it. */
  unapproved?: boolean
  /** Of `dismissed`: what it owed was past due; no lateness is undone by saying that it was nothing. */
  late?: boolean
  answerId?: string
  reason?: string
  /** When an officer said of a post kept out of the queue that it is a complaint. */
  saidAt?: string
  /** Of `resolved`: why there is no evidence of the fix. */
  evidenceReason?: string
  evidenceId?: string
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
  fromUrgency?: Urgency
  toUrgency?: Urgency
  alertId?: string
  /** When the citizen was answered, where that is not the moment of the event. */
  answeredAt?: string
  /** A clock of the case, its leg, and the share of it that was used up. */
  clock?: ClockName
  leg?: number
  rung?: Rung
  /** A deadline that was computed anew. */
  fromDue?: string | null
  toDue?: string | null
  because?: string[]
  /** Put off until then (ISO 8601), until somebody writes, or both. */
  until?: string
  forReply?: boolean
  /** From whom a supervisor took the case over. */
  takenFrom?: { userId: string; name: string }
  /** The other case of a merge or a split, or the one that this goes on from or in. */
  otherId?: string
  otherCode?: string
  /** Custody: the offer, task or hand-over that the event tells of. */
  offerId?: string
  taskId?: string
  taskKind?: TaskKind
  handOverId?: string
  /** Whom the case was offered or handed to: an agency, `desk`, `government:<slug>`, a body outside. */
  target?: string
  /** Where it was asked for and under what number: a body outside, SP4N-LAPOR!. */
  channel?: string
  reference?: string
  contactRole?: string
  nextCheckAt?: string
  /** State as another system names it, and when it held there. */
  status?: string
  statusAt?: string
  level?: string
  evidence?: string
  /** What both were before, for taking it back. */
  before?: { own: CaseStanding; other: CaseStanding | null }
  /** Posts that the survivor of a merge had from the other one before: they stay when it is undone. */
  stay?: string[]
  /** User names that a note mentions. */
  mentions?: string[]
  /** What the case was before, and was after, for taking it back. */
  was?: CaseMemory
  became?: CaseMemory
  /** The event that this one takes back. */
  undoes?: string
  undoneType?: CaseEventType
}

/** Fields of a case as JSON: moments as text. */
export interface CaseMemory
  extends Partial<
    Pick<
      Case,
      'agencyId' | 'category' | 'confidential' | 'kind' | 'proposedOwner' | 'state' | 'urgency'
    >
  > {
  endedAt?: string | null
  snooze?: (Omit<Snooze, 'since' | 'until'> & { since: string; until: string | null }) | null
  woken?: { at: string; because: string } | null
}

export const FOLLOW_UP_TYPES = ['field', 'administrative', 'final-answer'] as const
export type FollowUpType = (typeof FOLLOW_UP_TYPES)[number]

export const FOLLOW_UP_LABELS: Record<FollowUpType, string> = {
  field: 'Lapangan',
  administrative: 'Administrasi',
  'final-answer': 'Jawaban final',
}
