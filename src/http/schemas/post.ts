import { type Static, Type } from 'typebox'
import { OUTCOMES, PLATFORMS } from '../../core/post.ts'
import { KINDS } from '../../core/reading.ts'
import {
  Cursor,
  Id,
  Instant,
  Line,
  List,
  Nullable,
  Said,
  Shape,
  Slug,
  Text,
  WebAddress,
} from './parts.ts'

const STAGES = ['received', 'suspect', 'quarantined', 'read'] as const

/** base64 of a PNG, JPEG or WebP; what it says must still be typed into `text`. */
const Screenshot = Shape({
  name: Line(200),
  data: Type.String({ minLength: 16, maxLength: 5_000_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
})

export const PasteBody = Shape({
  /** A link that we know decides over this. */
  platform: Type.Enum(PLATFORMS),
  url: Type.Optional(WebAddress),
  text: Text(8_000),
  authorHandle: Type.Optional(Line(200)),
  postedAt: Type.Optional(Instant),
  screenshot: Type.Optional(Screenshot),
})
export type PasteBody = Static<typeof PasteBody>

/** 201 for a new post, 200 for one that was heard before. `caseId` only if the viewer may see it. */
export const Pasted = Shape({
  postId: Id,
  duplicate: Type.Boolean(),
  caseId: Nullable(Id),
})
export type Pasted = Static<typeof Pasted>

/** What an officer holds a post outside the queue for; a complaint unless said. */
export const RaiseBody = Shape({
  category: Slug,
  kind: Type.Optional(Type.Enum(KINDS)),
  reason: Type.Optional(Text(2_000)),
})
export type RaiseBody = Static<typeof RaiseBody>

/** Asked again and again until `stage` is 'read' or 'quarantined'. */
export const PostStatusShape = Shape({
  id: Id,
  stage: Type.Enum(STAGES),
  outcome: Nullable(Type.Enum(OUTCOMES)),
  because: List(Said(1_000), 50),
  caseId: Nullable(Id),
  caseCode: Nullable(Said(20)),
})
export type PostStatusShape = Static<typeof PostStatusShape>

export const LedgerQuery = Shape({
  outcome: Type.Optional(Type.Enum([...OUTCOMES, 'waiting', 'quarantined'] as const)),
  cursor: Type.Optional(Cursor),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
})
export type LedgerQuery = Static<typeof LedgerQuery>

export const LedgerEntry = Shape({
  id: Id,
  platform: Type.Enum(PLATFORMS),
  text: Said(),
  postedAt: Nullable(Instant),
  receivedAt: Instant,
  stage: Type.Enum(STAGES),
  outcome: Nullable(Type.Enum(OUTCOMES)),
  because: List(Said(1_000), 50),
  caseId: Nullable(Id),
  sample: Type.Boolean(),
  /** One complaint of a post that is counted already. */
  isPart: Type.Boolean(),
  /** A line that never became a post: nobody can read it, or make a case of it. */
  isRaw: Type.Boolean(),
  /** Categories that the reader thought of, the chosen one first; none before it was read. */
  alternatives: List(Said(80), 3),
})
export type LedgerEntry = Static<typeof LedgerEntry>

export const LedgerPage = Shape({ items: List(LedgerEntry, 100), next: Nullable(Cursor) })
export type LedgerPage = Static<typeof LedgerPage>
