import { type Static, Type } from 'typebox'
import { CASE_STATES } from '../../core/case-state.ts'
import { KINDS, URGENCIES } from '../../core/reading.ts'
import { Count, Id, Instant, List, Nullable, Said, Shape, Slug, Version } from './parts.ts'

export const PlaceShape = Shape({
  name: Said(300),
  level: Type.Enum([
    'village',
    'district',
    'regency',
    'province',
    'facility',
    'road',
    'landmark',
  ] as const),
  code: Nullable(Said(20)),
  ambiguous: Type.Boolean(),
})

/** `mine` spares the console the comparison; `until` is a lease that may lie in the past. */
export const ClaimShape = Shape({ name: Said(200), until: Instant, mine: Type.Boolean() })
export type ClaimShape = Static<typeof ClaimShape>

/** `active` false: how it was put off the last time, for doing so again. */
const SnoozeShape = Shape({
  active: Type.Boolean(),
  since: Instant,
  until: Nullable(Instant),
  forReply: Type.Boolean(),
  reason: Said(2_000),
  by: Said(200),
})

const ROW = {
  id: Id,
  code: Said(20),
  state: Type.Enum(CASE_STATES),
  kind: Type.Enum(KINDS),
  category: Said(80),
  urgency: Type.Enum(URGENCIES),
  confidential: Type.Boolean(),
  agencyId: Nullable(Slug),
  proposedOwner: Nullable(Said(120)),
  place: Nullable(PlaceShape),
  title: Said(1_000),
  openedAt: Instant,
  firstPostAt: Instant,
  lastPostAt: Instant,
  dueAt: Nullable(Instant),
  /** Beyond the loaded decree of holidays: "sementara". */
  dueProvisional: Type.Boolean(),
  answeredAt: Nullable(Instant),
  /** The first answer, or a new one after "belum selesai", is still waited for. */
  owesAnswer: Type.Boolean(),
  endedAt: Nullable(Instant),
  escalatedAt: Nullable(Instant),
  claim: Nullable(ClaimShape),
  snooze: Nullable(SnoozeShape),
  /** Back from being put off, and why; nobody has worked on it since. */
  woken: Nullable(Shape({ at: Instant, because: Said(2_500) })),
  /** Urgency times reach; GET /api/reference has the formula. */
  risk: Type.Number(),
  postCount: Count,
  authorCount: Count,
  /** The case that took this one in. */
  mergedInto: Nullable(Id),
  /** How often it came back after it was ended: "kambuh". */
  recurrences: Count,
  sample: Type.Boolean(),
  history: Type.Boolean(),
  version: Version,
}

/** A line of a queue: no more than the console draws. */
export const CaseRow = Shape(ROW)
export type CaseRow = Static<typeof CaseRow>

/** An opened case: the row, and why it was routed where it is. */
export const CaseFull = Shape({
  ...ROW,
  because: List(Said(1_000), 50),
  followedUpAt: Nullable(Instant),
})
export type CaseFull = Static<typeof CaseFull>
