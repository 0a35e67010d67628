import { type Static, Type } from 'typebox'
import { EVIDENCE_KINDS } from '../../core/evidence.ts'
import { Id, Instant, Line, List, Nullable, Said, Shape, Text, WebAddress } from './parts.ts'

const Location = Shape({
  latitude: Type.Number({ minimum: -90, maximum: 90 }),
  longitude: Type.Number({ minimum: -180, maximum: 180 }),
})

/** `photo`: base64 of a JPEG, PNG or WebP of at most 12 MB. */
export const EvidenceBody = Shape({
  kind: Type.Enum(EVIDENCE_KINDS),
  note: Type.Optional(Text(2_000)),
  letterNumber: Type.Optional(Line(200)),
  url: Type.Optional(WebAddress),
  location: Type.Optional(Location),
  /** The field task or helper's part that it belongs to; else the open one that sent the officer. */
  taskId: Type.Optional(Id),
  photo: Type.Optional(
    Type.String({ minLength: 16, maxLength: 16_800_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
  ),
})
export type EvidenceBody = Static<typeof EvidenceBody>

export const WithdrawBody = Shape({ reason: Text(2_000) })

export const EvidenceShape = Shape({
  id: Id,
  caseId: Id,
  taskId: Nullable(Id),
  kind: Type.Enum(EVIDENCE_KINDS),
  note: Said(),
  letterNumber: Nullable(Said(200)),
  url: Nullable(Said(4_000)),
  /** Of the photo as it was taken. */
  sha256: Nullable(Said(64)),
  addedBy: Said(200),
  addedAt: Instant,
  withdrawn: Nullable(Shape({ at: Instant, reason: Said() })),
})
export type EvidenceShape = Static<typeof EvidenceShape>

export const EvidenceList = Shape({ items: List(EvidenceShape, 1_000) })
export const EvidenceChanged = Shape({ evidence: EvidenceShape })
