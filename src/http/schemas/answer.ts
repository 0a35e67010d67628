import { type Static, Type } from 'typebox'
import { ANSWER_KINDS, ANSWER_STATES, TARGET_STATES } from '../../core/answer.ts'
import { PLATFORMS } from '../../core/post.ts'
import { Count, Id, Instant, List, Nullable, Said, Shape, Text, WebAddress } from './parts.ts'

const Reasons = List(Said(1_000), 50)
const Person = Shape({ userId: Id, name: Said(200) })

export const DraftBody = Shape({ kind: Type.Enum(ANSWER_KINDS), text: Text(5_000) })
export const PreviewBody = Shape({ text: Text(5_000) })

/** Where another answer waits: `true` takes its place, `false` lets both stand. */
export const SendBody = Shape({ supersede: Type.Optional(Type.Boolean()) })

/** Where several wait: what becomes of the others. */
export const ApproveBody = Shape({
  others: Type.Optional(Type.Enum(['reject', 'keep'] as const)),
})
export const RejectBody = Shape({ note: Text(2_000) })

/** Without `postIds` everybody who came after the answer. */
export const LateComersBody = Shape({ postIds: Type.Optional(List(Id, 200)) })

/** The address of the reply that was posted by hand; null where there is none (a telephone call). */
export const RecordReplyBody = Shape({ url: Nullable(WebAddress) })
export const SkipReplyBody = Shape({ reason: Text(1_000) })

export const AnswerShape = Shape({
  id: Id,
  caseId: Id,
  kind: Type.Enum(ANSWER_KINDS),
  text: Said(),
  state: Type.Enum(ANSWER_STATES),
  author: Person,
  /** Whether it counts as an answer; one that does not stops no clock. */
  qualified: Type.Boolean(),
  because: Reasons,
  createdAt: Instant,
  submittedAt: Nullable(Instant),
  decidedBy: Nullable(Person),
  decidedAt: Nullable(Instant),
  decisionNote: Nullable(Said()),
  /** Until when its author may take it back. */
  holdUntil: Nullable(Instant),
})
export type AnswerShape = Static<typeof AnswerShape>

export const TargetShape = Shape({
  id: Id,
  answerId: Id,
  postId: Id,
  platform: Type.Enum(PLATFORMS),
  authorHandle: Nullable(Said(200)),
  postUrl: Nullable(Said(4_000)),
  text: Said(),
  state: Type.Enum(TARGET_STATES),
  because: Reasons,
  via: Nullable(Type.Enum(['api', 'manual'] as const)),
  attempts: Count,
  nextAt: Nullable(Instant),
  externalUrl: Nullable(Said(4_000)),
  deliveredAt: Nullable(Instant),
})
export type TargetShape = Static<typeof TargetShape>

const VariantShape = Shape({
  platform: Type.Enum(PLATFORMS),
  authorHandle: Nullable(Said(200)),
  text: Said(),
  because: Reasons,
  /** False: an officer posts it by hand. */
  byApi: Type.Boolean(),
})

const ToneShape = Shape({
  rule: Said(40),
  level: Type.Enum(['warn', 'refuse'] as const),
  start: Count,
  end: Count,
  quote: Said(),
  because: Said(1_000),
  suggestion: Said(1_000),
})

/** "12 pelapor, 4 utas, 3 kanal". */
export const PreviewShape = Shape({
  reporters: Count,
  threads: Count,
  channels: Count,
  variants: List(VariantShape, 10_000),
  tone: List(ToneShape, 1_000),
  quality: Shape({
    qualified: Type.Boolean(),
    because: Reasons,
    /** Parts of a reply that its reader will miss. */
    missing: List(Said(100), 10),
  }),
  needsApproval: Type.Boolean(),
  pending: List(AnswerShape, 100),
})

const LateShape = Shape({
  postId: Id,
  platform: Type.Enum(PLATFORMS),
  authorHandle: Nullable(Said(200)),
  text: Said(),
})

export const AnswersShape = Shape({
  answers: List(AnswerShape, 1_000),
  targets: List(TargetShape, 10_000),
  /** Who came after the answer, and what they would get. */
  late: List(LateShape, 10_000),
  needsApproval: Type.Boolean(),
})

export const AnswerChangedShape = Shape({ answer: AnswerShape })
export const TargetChangedShape = Shape({ target: TargetShape })
