import { type Static, Type } from 'typebox'
import { CASE_STATES } from '../../core/case-state.ts'
import { HAND_OVER_OUTCOMES } from '../../core/hand-over.ts'
import { OFFER_REASONS, OFFER_STATES } from '../../core/offer.ts'
import { KINDS, URGENCIES } from '../../core/reading.ts'
import { TASK_KINDS, TASK_STATES } from '../../core/task.ts'
import { OFFER_BOXES } from '../../ports/custody.ts'
import { CaseFull } from './case-row.ts'
import {
  Count,
  Id,
  Instant,
  Line,
  List,
  Nullable,
  Said,
  Shape,
  Slug,
  Text,
  Version,
  WebAddress,
} from './parts.ts'

const Reason = Type.Enum(OFFER_REASONS)

/** `to`: an agency of ours, `desk`, or the `government:<slug>` of a government that is here too. */
export const OfferBody = Shape({
  version: Version,
  to: Slug,
  reason: Reason,
  text: Text(2_000),
  proposedOwner: Nullable(Slug),
})

/** Between governments: the agency there that gets it at once; null: the triage desk. */
export const AcceptBody = Shape({ agencyId: Nullable(Slug) })

export const ReturnBody = Shape({
  reason: Reason,
  text: Text(2_000),
  proposedOwner: Nullable(Slug),
})

/** `owner`: `stay`, `desk`, an agency, or the `government:<slug>` that was asked. */
export const DecideBody = Shape({ owner: Slug, reason: Text(2_000) })

export const OfferBoxQuery = Shape({ box: Type.Enum(OFFER_BOXES) })

export const HandOverBody = Shape({
  version: Version,
  body: Slug,
  channel: Line(200),
  reference: Line(200),
  contactRole: Line(200),
  text: Text(2_000),
  nextCheckAt: Type.Optional(Instant),
  /** P1: who was called before it was handed over, and when. */
  calledFirst: Type.Optional(Text(500)),
})

export const OutcomeBody = Shape({
  outcome: Type.Enum(HAND_OVER_OUTCOMES),
  text: Text(2_000),
  taskId: Type.Optional(Id),
})

const Target = Type.Union([
  Shape({ workingDays: Type.Integer({ minimum: 0, maximum: 250 }) }),
  Shape({ at: Instant }),
])

export const TaskBody = Shape({
  version: Version,
  kind: Type.Enum(TASK_KINDS),
  agencyId: Nullable(Slug),
  assigneeId: Type.Optional(Id),
  title: Line(300),
  target: Target,
})

const TaskResultShape = Shape({
  text: Text(5_000),
  level: Type.Optional(Line(80)),
  evidence: Type.Optional(Text(2_000)),
  owner: Type.Optional(Slug),
})

export const TaskDoneBody = TaskResultShape
export const TaskCancelBody = Shape({ reason: Text(2_000) })

export const TaskQuery = Shape({
  state: Type.Optional(Type.Enum(TASK_STATES)),
  kind: Type.Optional(Type.Enum(TASK_KINDS)),
})

export const VerifyBody = Shape({
  version: Version,
  category: Slug,
  kind: Type.Enum(KINDS),
  place: Nullable(Said(300)),
})

/** `question`: what was asked in public; nobody waits for a reporter who was asked nothing. */
export const AskReporterBody = Shape({
  version: Version,
  question: Text(2_000),
  url: Nullable(WebAddress),
})

export const ReporterRepliedBody = Shape({ version: Version, text: Text(5_000) })

export const LaporNumberBody = Shape({
  version: Version,
  trackingId: Type.String({ pattern: '^[0-9]{4,20}$', maxLength: 20 }),
})

/** The file as it was saved: CSV with its heading. */
export const LaporImportBody = Shape({ file: Text(5_000_000) })

export const LaporImported = Shape({
  rows: Count,
  moved: Count,
  opened: Count,
  quarantined: List(Shape({ line: Count, because: Said(500) }), 10_000),
})

export const LaporFormShape = Shape({
  code: Said(20),
  columns: List(Said(80), 20),
  cells: List(Said(), 20),
  text: Said(100_000),
})

export const TaskShape = Shape({
  id: Id,
  caseId: Id,
  kind: Type.Enum(TASK_KINDS),
  agencyId: Nullable(Slug),
  assigneeId: Nullable(Id),
  title: Said(400),
  startedAt: Instant,
  target: Target,
  /** Derived from start and target, by the calendar as it is now. */
  dueAt: Instant,
  late: Type.Boolean(),
  state: Type.Enum(TASK_STATES),
  handOverId: Nullable(Id),
  endedAt: Nullable(Instant),
  result: Nullable(TaskResultShape),
})
export type TaskShape = Static<typeof TaskShape>

export const TaskList = Shape({
  items: List(
    Shape({
      task: TaskShape,
      code: Said(20),
      caseTitle: Said(1_000),
      urgency: Type.Enum(URGENCIES),
    }),
    500,
  ),
})

export const OfferShape = Shape({
  id: Id,
  caseId: Id,
  governmentId: Slug,
  fromAgencyId: Nullable(Slug),
  /** An agency, `desk`, or `government:<slug>`. */
  to: Said(120),
  reason: Reason,
  text: Said(),
  proposedOwner: Nullable(Said(120)),
  offeredAt: Instant,
  dueAt: Instant,
  state: Type.Enum(OFFER_STATES),
  answeredAt: Nullable(Instant),
  returnReason: Nullable(Reason),
  returnText: Nullable(Said()),
  returnOwner: Nullable(Said(120)),
  escalatedAt: Nullable(Instant),
  /** Between governments: what one coordinator would decide, until the other assents. */
  verdict: Nullable(Shape({ owner: Said(120), governmentId: Slug, name: Said(200) })),
})
export type OfferShape = Static<typeof OfferShape>

export const OfferList = Shape({
  items: List(
    Shape({
      offer: OfferShape,
      code: Said(20),
      /** Of a confidential case only that there is one. */
      title: Nullable(Said(1_000)),
      place: Nullable(Said(300)),
      category: Nullable(Said(80)),
      urgency: Type.Enum(URGENCIES),
      confidential: Type.Boolean(),
      firstPostAt: Instant,
      postCount: Count,
    }),
    200,
  ),
})

export const HandOverShape = Shape({
  id: Id,
  body: Said(120),
  channel: Said(200),
  reference: Said(200),
  contactRole: Said(200),
  text: Said(),
  handedAt: Instant,
  nextCheckAt: Instant,
  outcome: Nullable(Type.Enum(HAND_OVER_OUTCOMES)),
  outcomeAt: Nullable(Instant),
  outcomeText: Nullable(Said()),
  endedAt: Nullable(Instant),
})
export type HandOverShape = Static<typeof HandOverShape>

/** All that hangs on a case: whom it was offered, who helps, who outside has it, how far they are. */
export const CustodyShape = Shape({
  offers: List(OfferShape, 1_000),
  tasks: List(TaskShape, 1_000),
  handOvers: List(HandOverShape, 1_000),
  linked: List(
    Shape({
      governmentId: Slug,
      code: Said(20),
      state: Type.Enum(CASE_STATES),
      owner: Nullable(Said(300)),
      lastAnswer: Nullable(Shape({ text: Said(), url: Nullable(Said(2_000)), at: Instant })),
    }),
    100,
  ),
  cameFrom: List(Shape({ governmentId: Slug, code: Said(20) }), 100),
  trackingIds: List(Said(20), 1_000),
})

/** Null: the case of a government whose cases the viewer does not see. */
export const CustodyChanged = Shape({ case: Nullable(CaseFull) })

export const HandOverStatistics = Shape({
  items: List(
    Shape({
      body: Said(120),
      name: Said(300),
      n: Count,
      waiting: Count,
      outcomes: Shape({
        diterima: Count,
        ditolak: Count,
        'tidak-ada-jawaban': Count,
        selesai: Count,
      }),
      medianWorkingDays: Nullable(Type.Number()),
    }),
    500,
  ),
})
