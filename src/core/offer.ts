/** An offer of a case: the owner asks somebody else to take it over and stays owner until they do. */
import type { Target } from './deadline-settings.ts'

export const OFFER_REASONS = [
  'bukan-kewenangan',
  'salah-kategori',
  'salah-wilayah',
  'milik-pemda-lain',
  'instansi-luar',
  'data-kurang',
  'sudah-ditangani',
  'lainnya',
] as const
export type OfferReason = (typeof OFFER_REASONS)[number]

export const OFFER_REASON_LABELS: Record<OfferReason, string> = {
  'bukan-kewenangan': 'Bukan kewenangan kami',
  'salah-kategori': 'Kategori keliru',
  'salah-wilayah': 'Di luar wilayah kerja kami',
  'milik-pemda-lain': 'Kewenangan pemerintah daerah lain',
  'instansi-luar': 'Kewenangan instansi di luar pemerintah daerah',
  'data-kurang': 'Data belum cukup untuk menentukan',
  'sudah-ditangani': 'Sudah ditangani pada kasus lain',
  lainnya: 'Lainnya',
}

export const OFFER_STATES = [
  'open',
  'undecided',
  'accepted',
  'returned',
  'withdrawn',
  'decided',
] as const
export type OfferState = (typeof OFFER_STATES)[number]

export const OFFER_STATE_LABELS: Record<OfferState, string> = {
  open: 'Menunggu jawaban',
  undecided: 'Menunggu keputusan koordinator',
  accepted: 'Diterima',
  returned: 'Dikembalikan',
  withdrawn: 'Ditarik',
  decided: 'Diputuskan koordinator',
}

export type OfferTarget =
  | { toKind: 'agency'; toAgencyId: string; toGovernmentId: null }
  | { toKind: 'desk'; toAgencyId: null; toGovernmentId: null }
  | { toKind: 'government'; toAgencyId: null; toGovernmentId: string }

export interface Offer {
  id: string
  governmentId: string
  caseId: string
  /** The owner, as long as nobody accepted; null is the triage desk. */
  fromAgencyId: string | null
  toKind: OfferTarget['toKind']
  toAgencyId: string | null
  toGovernmentId: string | null
  reason: OfferReason
  text: string
  proposedOwner: string | null
  offeredBy: string | null
  offeredAt: Date
  state: OfferState
  answeredAt: Date | null
  answeredBy: string | null
  returnReason: OfferReason | null
  returnText: string | null
  returnOwner: string | null
  /** When it went to the coordinator. */
  escalatedAt: Date | null
  verdict: Verdict | null
  /** The clock of the offer says until when the one asked has the word, and what they were given. */
  dueAt: Date
  given: Target
}

/** What is kept of it; its deadline is not, but derived. */
export type OfferPatch = Partial<Omit<Offer, 'dueAt' | 'given'>>

/** What one of two coordinators would decide. */
export interface Verdict {
  owner: string
  governmentId: string
  userId: string
  name: string
}

export type NewOffer = Pick<
  Offer,
  'id' | 'fromAgencyId' | 'reason' | 'text' | 'proposedOwner' | 'offeredBy' | 'offeredAt'
> &
  OfferTarget

/** Somebody still has the word: the one asked, or the coordinator. */
export const isPending = ({ state }: Pick<Offer, 'state'>): boolean =>
  state === 'open' || state === 'undecided'

/** Whom the offer asks, as events and screens name it: an agency id, `desk`, `government:<slug>`. */
export const targetName = (target: OfferTarget | Offer): string => {
  if (target.toKind === 'agency') return target.toAgencyId ?? ''
  return target.toKind === 'desk' ? 'desk' : `government:${target.toGovernmentId}`
}
