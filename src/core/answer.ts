import type { Platform } from './post.ts'
import type { ToneFinding } from './tone-lint.ts'

/** `interim`: "jawaban sementara", work goes on · `final`: "jawaban final". */
export const ANSWER_KINDS = ['interim', 'final'] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]

/**
 * draft → (submitted → approved or rejected) → held for fifteen seconds → published. Approval starts
 * the hold at once, so there is no state of its own for it: `approvedBy` says who gave it.
 */
export const ANSWER_STATES = [
  'draft',
  'submitted',
  'rejected',
  'held',
  'published',
  'recalled',
  'superseded',
] as const
export type AnswerState = (typeof ANSWER_STATES)[number]

export const ANSWER_STATE_LABELS: Record<AnswerState, string> = {
  draft: 'Draf',
  submitted: 'Menunggu persetujuan',
  rejected: 'Ditolak',
  held: 'Terbit dalam 15 detik',
  published: 'Terbit',
  recalled: 'Dibatalkan',
  superseded: 'Digantikan',
}

/** `manual`: an officer copies the variant, posts it there and brings the link of the reply back. */
export const TARGET_STATES = [
  'held',
  'queued',
  'manual',
  'sent',
  'failed',
  'skipped',
  'deleted',
] as const
export type TargetState = (typeof TARGET_STATES)[number]

export const TARGET_STATE_LABELS: Record<TargetState, string> = {
  held: 'Ditahan',
  queued: 'Menunggu dikirim',
  manual: 'Perlu dikirim petugas',
  sent: 'Terkirim',
  failed: 'Gagal',
  skipped: 'Dilewati',
  deleted: 'Balasan dihapus',
}

/** The author may take an answer back this long after it was released. */
export const HOLD_SECONDS = 15

interface Person {
  userId: string
  name: string
}

/** What the agency says to everybody who reported the problem. */
export interface Answer {
  id: string
  caseId: string
  kind: AnswerKind
  text: string
  state: AnswerState
  author: Person
  /** Whether it counts as an answer (core/qualified-answer.ts), and why. */
  qualified: boolean
  because: string[]
  createdAt: Date
  submittedAt: Date | null
  decidedBy: Person | null
  decidedAt: Date | null
  decisionNote: string | null
  holdUntil: Date | null
}

/** One reply to one author in one thread. */
export interface AnswerTarget {
  id: string
  answerId: string
  threadKey: string
  authorKey: string
  /** The post that is replied to, and all posts of that author in that thread. */
  postId: string
  postIds: string[]
  platform: Platform
  authorHandle: string | null
  postUrl: string | null
  text: string
  state: TargetState
  /** Why it was skipped or failed, or how the text was fitted to the channel. */
  because: string[]
  /** By the platform's interface, or by an officer's own hand. */
  via: 'api' | 'manual' | null
  attempts: number
  /** Held and queued: when it is sent. */
  nextAt: Date | null
  externalUrl: string | null
  deliveredAt: Date | null
}

/** What the composer shows before anything is said. */
export interface AnswerPreview {
  reporters: number
  threads: number
  channels: number
  variants: {
    platform: Platform
    authorHandle: string | null
    text: string
    because: string[]
    byApi: boolean
  }[]
  tone: ToneFinding[]
}
