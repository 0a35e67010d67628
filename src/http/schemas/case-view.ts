import { type Static, Type } from 'typebox'
import { CLOCK_NAMES } from '../../core/case-clock.ts'
import { CASE_EVENT_TYPES, FOLLOW_UP_TYPES } from '../../core/case-event.ts'
import { RUNGS } from '../../core/escalation.ts'
import { PLATFORMS } from '../../core/post.ts'
import { PRESENCE_LEVELS } from '../../core/presence.ts'
import { KINDS, URGENCIES } from '../../core/reading.ts'
import { TASK_KINDS } from '../../core/task.ts'
import { CaseFull, PlaceShape } from './case-row.ts'
import { Count, Id, Instant, List, Nullable, Said, Shape, Slug } from './parts.ts'

/** What was understood of one post, with its reasons; the console shows the because. */
const ReadingShape = Shape({
  kind: Type.Enum(KINDS),
  category: Said(80),
  alternatives: List(Said(80), 10),
  confidence: Type.Number({ minimum: 0, maximum: 1 }),
  routed: Type.Boolean(),
  urgency: Type.Enum(URGENCIES),
  place: Nullable(PlaceShape),
  authority: Said(40),
  function: Nullable(Said(80)),
  agency: Nullable(Said(120)),
  confidential: Type.Boolean(),
  because: List(Said(1_000), 50),
  rules: Type.Optional(List(Said(300), 50)),
  ownerRules: Type.Optional(List(Said(300), 10)),
  /** The level in charge has to be looked up. */
  checkAuthority: Type.Optional(Type.Boolean()),
  /** What else the post complains of; each becomes a part of its own. */
  children: Type.Optional(
    List(
      Shape({
        category: Said(80),
        text: Said(),
        function: Nullable(Said(80)),
        agency: Nullable(Said(120)),
      }),
      3,
    ),
  ),
})

const PartShape = Shape({
  number: Count,
  of: Count,
  /** What the citizen wrote; null on the first part, which is that text. */
  whole: Nullable(Said()),
  sisters: List(Shape({ number: Count, caseId: Id, code: Said(20) }), 4),
})

export const CasePostShape = Shape({
  id: Id,
  platform: Type.Enum(PLATFORMS),
  url: Nullable(Said(2_000)),
  authorHandle: Nullable(Said(300)),
  text: Said(),
  parentText: Nullable(Said()),
  /** The account of ours that it stands under. */
  account: Nullable(Said(300)),
  /** GET /api/attachments/:id */
  attachmentId: Nullable(Id),
  postedAt: Nullable(Instant),
  receivedAt: Instant,
  reading: Nullable(ReadingShape),
  sample: Type.Boolean(),
  history: Type.Boolean(),
  /** Whom it only repeats: counted as reach, not as another complaint. */
  sharedFrom: Nullable(Said(100)),
  /** Taken back by its writer: the text is "[kiriman dihapus]". */
  deletedAt: Nullable(Instant),
  /** Which of several complaints of one post it is. */
  part: Nullable(PartShape),
})
export type CasePostShape = Static<typeof CasePostShape>

const EventData = Shape({
  text: Type.Optional(Said()),
  url: Type.Optional(Said(2_000)),
  final: Type.Optional(Type.Boolean()),
  /** Of `answered`: false is told and stops no clock. */
  qualified: Type.Optional(Type.Boolean()),
  /** Of `answered`: said elsewhere, in a P1 or P2 case, before a second person saw it. */
  unapproved: Type.Optional(Type.Boolean()),
  /** Of `dismissed`: what it owed was past due. */
  late: Type.Optional(Type.Boolean()),
  answerId: Type.Optional(Id),
  evidenceId: Type.Optional(Id),
  evidenceReason: Type.Optional(Said()),
  reason: Type.Optional(Said()),
  proposedOwner: Type.Optional(Said(120)),
  postId: Type.Optional(Id),
  platform: Type.Optional(Type.Enum(PLATFORMS)),
  followUp: Type.Optional(Type.Enum(FOLLOW_UP_TYPES)),
  outcome: Type.Optional(Said(60)),
  fromCategory: Type.Optional(Said(80)),
  toCategory: Type.Optional(Said(80)),
  fromKind: Type.Optional(Type.Enum(KINDS)),
  toKind: Type.Optional(Type.Enum(KINDS)),
  fromUrgency: Type.Optional(Type.Enum(URGENCIES)),
  toUrgency: Type.Optional(Type.Enum(URGENCIES)),
  until: Type.Optional(Instant),
  forReply: Type.Optional(Type.Boolean()),
  takenFrom: Type.Optional(Shape({ userId: Id, name: Said(200) })),
  mentions: Type.Optional(List(Said(40), 20)),
  undoes: Type.Optional(Said(64)),
  undoneType: Type.Optional(Type.Enum(CASE_EVENT_TYPES)),
  alertId: Type.Optional(Id),
  answeredAt: Type.Optional(Instant),
  public: Type.Optional(Type.Boolean()),
  clock: Type.Optional(Type.Enum(CLOCK_NAMES)),
  leg: Type.Optional(Count),
  /** Per cent of the clock: 50, 100, 150. */
  rung: Type.Optional(Type.Enum(RUNGS)),
  fromDue: Type.Optional(Nullable(Instant)),
  toDue: Type.Optional(Nullable(Instant)),
  because: Type.Optional(List(Said(1_000), 50)),
  /** The other case of a merge or a split. */
  otherId: Type.Optional(Id),
  otherCode: Type.Optional(Said(20)),
  offerId: Type.Optional(Id),
  taskId: Type.Optional(Id),
  taskKind: Type.Optional(Type.Enum(TASK_KINDS)),
  handOverId: Type.Optional(Id),
  /** Whom it was offered or handed to: an agency, `desk`, `government:<slug>`, a body outside. */
  target: Type.Optional(Said(120)),
  channel: Type.Optional(Said(200)),
  reference: Type.Optional(Said(200)),
  contactRole: Type.Optional(Said(200)),
  nextCheckAt: Type.Optional(Instant),
  /** State as SP4N-LAPOR! or another government names it, and when it held there. */
  status: Type.Optional(Said(200)),
  statusAt: Type.Optional(Instant),
  level: Type.Optional(Said(80)),
  evidence: Type.Optional(Said()),
})

export const CaseEventShape = Shape({
  id: Said(64),
  type: Type.Enum(CASE_EVENT_TYPES),
  /** Null where the system acted. */
  actor: Nullable(Shape({ userId: Id, name: Said(200) })),
  at: Instant,
  fromAgencyId: Nullable(Slug),
  toAgencyId: Nullable(Slug),
  /** Taken back since; a note loses its words by it. */
  undone: Type.Boolean(),
  data: EventData,
})
export type CaseEventShape = Static<typeof CaseEventShape>

const SuggestionShape = Shape({
  id: Id,
  code: Said(20),
  title: Said(1_000),
  postCount: Count,
  because: Said(1_000),
})

/** `level`: editing (writes), viewing, or away (the page is open); those who write come first. */
export const OnlookerShape = Shape({
  userId: Id,
  name: Said(200),
  level: Type.Enum(PRESENCE_LEVELS),
  since: Instant,
  until: Instant,
})
export type OnlookerShape = Static<typeof OnlookerShape>
const ClockShape = Shape({
  clock: Type.Enum(CLOCK_NAMES),
  label: Said(60),
  leg: Count,
  agencyId: Nullable(Slug),
  startedAt: Instant,
  state: Type.Enum(['running', 'paused', 'stopped'] as const),
  /** Null while it is paused. */
  dueAt: Nullable(Instant),
  provisional: Type.Boolean(),
  stoppedAt: Nullable(Instant),
  /** void: stopped in time by somebody else's act, as handing on or merging. */
  outcome: Type.Enum(['open', 'met', 'missed', 'void'] as const),
})

export const CaseViewShape = Shape({
  case: CaseFull,
  posts: List(CasePostShape, 1_000),
  events: List(CaseEventShape, 5_000),
  /** Open cases that may be the same problem, the likeliest first. */
  suggestions: List(SuggestionShape, 10),
  /** Writers who came after the answer and have none: 0 as long as nobody was answered. */
  unanswered: Count,
  /** Who else has the case open now. */
  present: List(OnlookerShape, 200),
  /** The citizen's clock, and one leg for each agency that held the case. */
  clocks: List(ClockShape, 500),
  /** Between the first post and our receiving it: the figure of our own listening. */
  detectionLagSeconds: Nullable(Count),
})
export type CaseViewShape = Static<typeof CaseViewShape>
