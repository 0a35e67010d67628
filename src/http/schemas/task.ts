/** What somebody has to do for a case. */
import { type Static, Type } from 'typebox'
import { URGENCIES } from '../../core/reading.ts'
import { TASK_KINDS, TASK_STATES } from '../../core/task.ts'
import { Id, Instant, Line, List, Nullable, Said, Shape, Slug, Text, Version } from './parts.ts'

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

const RESULT = {
  text: Text(5_000),
  level: Type.Optional(Line(80)),
  evidence: Type.Optional(Text(2_000)),
  owner: Type.Optional(Slug),
}
/** `evidenceId`: what shows it, where the task was ended from the field. */
const TaskResultShape = Shape({ ...RESULT, evidenceId: Type.Optional(Id) })

export const TaskDoneBody = Shape(RESULT)
export const TaskCancelBody = Shape({ reason: Text(2_000) })

export const TaskQuery = Shape({
  state: Type.Optional(Type.Enum(TASK_STATES)),
  kind: Type.Optional(Type.Enum(TASK_KINDS)),
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
