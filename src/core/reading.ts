/**
 * What Tanggap understood of one post. The shape is the contract of `tanggap understand`
 * and is what the worker stores beside the post.
 */
export const KINDS = [
  'complaint',
  'allegation',
  'suggestion',
  'question',
  'praise',
  'emergency',
  'irrelevant',
] as const
export type Kind = (typeof KINDS)[number]

/** The exact Indonesian terms on screen. */
export const KIND_LABELS: Record<Kind, string> = {
  complaint: 'Keluhan',
  allegation: 'Aduan',
  suggestion: 'Aspirasi',
  question: 'Permintaan informasi',
  praise: 'Apresiasi',
  emergency: 'Darurat',
  irrelevant: 'Bukan layanan',
}

export const URGENCIES = ['P1', 'P2', 'P3', 'P4'] as const
export type Urgency = (typeof URGENCIES)[number]

export const URGENCY_LABELS: Record<Urgency, string> = {
  P1: 'Darurat',
  P2: 'Mendesak',
  P3: 'Biasa',
  P4: 'Rendah',
}

export const AUTHORITIES = [
  'province',
  'regency',
  'village',
  'national',
  'private',
  'unknown',
] as const
export type Authority = (typeof AUTHORITIES)[number]

export type PlaceLevel =
  | 'village'
  | 'district'
  | 'regency'
  | 'province'
  | 'facility'
  | 'road'
  | 'landmark'

export interface Place {
  /** The most specific surface form found in the post. */
  name: string
  level: PlaceLevel
  /** Kemendagri code ("17.71.04"), null where the place has none (a road, a school). */
  code: string | null
  ambiguous: boolean
}

/** The text and surroundings that are read; everything but `id` and `text` may be missing. */
export interface ReadablePost {
  id: string
  text: string
  platform?: string
  author?: string
  /** ISO 8601. */
  postedAt?: string
  url?: string
  context?: PostContext
}

export interface PostContext {
  parentText?: string
  parentAuthor?: string
  /** The account of ours that the post stands under: a cue, never proof. */
  account?: string
  mentions?: string[]
  mediaText?: string
  /** Screenshot kept beside a pasted post. */
  attachmentId?: string
  /** Set by us alone: the post is one complaint of several in a citizen's post. */
  part?: PartContext
  /** Set by us alone: kept out of the queue once, until somebody called it a complaint. */
  judged?: JudgedContext
  /** By the platform's own reference: the post that this one repeats or comments on. */
  quotes?: QuotedPost
}

/** What an officer said that a post is, and how it had been read. */
export interface JudgedContext {
  kind: Kind
  category: string
  reason: string | null
  by: { userId: string; name: string }
  /** ISO 8601. */
  at: string
  before: {
    kind: Kind
    category: string
    rules: string[]
    /** Null where nobody had read it: it had stopped its reader. */
    confidence: number | null
  }
}

export interface QuotedPost {
  /** The platform's id of it, as `externalId` of a post that came in. */
  id: string
  text?: string
  author?: string
}

/** A further complaint of the same post, and whose duty it would be. */
export interface FurtherPart {
  category: string
  /** As the citizen wrote it. */
  text: string
  function: string | null
  agency: string | null
}

/** What a part knows of the post that it was cut from. */
export interface PartContext {
  /** 2 to 4; the first part is the post itself. */
  number: number
  of: number
  /** As the whole was read. */
  category: string
  /** Absent where the whole is confidential. */
  whole?: string
  /** Danger that rang already with the whole does not ring again. */
  rang: boolean
}

export interface Reading {
  kind: Kind
  /** Id of the taxonomy, `spam.non_layanan` for what is irrelevant. */
  category: string
  /** Category ids, best first, at most three, the chosen one first. */
  alternatives: string[]
  /** 0 to 1, calibrated against the category being right. */
  confidence: number
  /** False: a person at the triage desk decides. */
  routed: boolean
  urgency: Urgency
  place: Place | null
  authority: Authority
  /** Function code or external body code of the taxonomy. */
  function: string | null
  /**
   * Agency id, external body code, `government:<slug or region code>`, `out-of-area`, `triage`,
   * or null where there is nothing to queue.
   */
  agency: string | null
  /** Integrity and violence. */
  confidential: boolean
  /** Reasons a person can read, in Indonesian. */
  because: string[]
  /**
   * The rules that spoke for the category: "<category>: <phrase>" as the taxonomy writes it, or
   * "aturan: <name>". None: the model alone. Absent in readings from before corrections were kept.
   */
  rules?: string[]
  /** What chose the owner beside the category: "tempat: …", "daftar ruas jalan: …", "kewenangan: …". */
  ownerRules?: string[]
  /** The level in charge has to be looked up (whose road it is); absent where it is known. */
  checkAuthority?: boolean
  /** What else it complains of, at most three; the main one is not repeated. None in older readings. */
  children?: FurtherPart[]
}
