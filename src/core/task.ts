/**
 * Something that somebody has to do for a case beside answering it, with a clock of its own. The
 * deadline is derived from when it began and what was asked, never stored.
 */
import type { Case } from './case.ts'
import { isOpen } from './case-state.ts'
import { type Refusal, refuse } from './errors.ts'
import { hasRight, type Viewer } from './roles.ts'

export const TASK_KINDS = [
  'check-authority',
  'external-check',
  'support',
  'field',
  'promise',
] as const
export type TaskKind = (typeof TASK_KINDS)[number]

export const TASK_KIND_LABELS: Record<TaskKind, string> = {
  'check-authority': 'Cek kewenangan',
  'external-check': 'Pemantauan instansi luar',
  support: 'Tugas OPD pendukung',
  field: 'Tugas lapangan',
  promise: 'Janji kepada warga',
}

export const TASK_STATES = ['open', 'done', 'cancelled'] as const
export type TaskState = (typeof TASK_STATES)[number]

export const TASK_STATE_LABELS: Record<TaskState, string> = {
  open: 'Terbuka',
  done: 'Selesai',
  cancelled: 'Dibatalkan',
}

/** Working days after the day on which it began, or a moment that was promised (ISO 8601). */
export type TaskTarget = { workingDays: number } | { at: string }

export interface Task {
  id: string
  governmentId: string
  caseId: string
  kind: TaskKind
  /** Who does it; null is the triage desk. */
  agencyId: string | null
  /** One person of that agency; null: anybody there. */
  assigneeId: string | null
  title: string
  startedAt: Date
  target: TaskTarget
  state: TaskState
  /** The hand-over to a body outside that it watches. */
  handOverId: string | null
  openedBy: string | null
  endedAt: Date | null
  endedBy: string | null
  result: TaskResult | null
}

/** What came of it. Which fields are needed depends on the kind. */
export interface TaskResult {
  text: string
  /** check-authority: the level found, and what proves it (a decree, a register, a sign). */
  level?: string
  evidence?: string
  /** check-authority: whose duty it is, where it is another's. */
  owner?: string
  /** What shows that it was done. */
  evidenceId?: string
}

export type NewTask = Omit<
  Task,
  'governmentId' | 'caseId' | 'state' | 'endedAt' | 'endedBy' | 'result'
>

/** One owner and at most this many who help (domain: AC-001-6). */
const MOST_SUPPORTERS = 3

/** The part of working time that a task needs. */
export interface CountsWorkingDays {
  endOfWorkingDay(received: Date, n: number): Date
}

/** When it is due: end of work of the n-th working day after it began, or the promised moment. */
export const taskDue = (
  { startedAt, target }: Pick<Task, 'startedAt' | 'target'>,
  working: CountsWorkingDays,
): Date =>
  'at' in target ? new Date(target.at) : working.endOfWorkingDay(startedAt, target.workingDays)

/** Done in time is judged by when it ended; while it is open, by now. */
export const isTaskLate = (
  task: Pick<Task, 'startedAt' | 'target' | 'endedAt'>,
  now: Date,
  working: CountsWorkingDays,
): boolean => (task.endedAt ?? now) > taskDue(task, working)

/** Agencies that help with the case: a cancelled task makes nobody a helper. */
const supportersOf = (tasks: readonly Task[]): string[] => [
  ...new Set(
    tasks.flatMap(({ kind, state, agencyId }) =>
      kind === 'support' && state !== 'cancelled' && agencyId ? [agencyId] : [],
    ),
  ),
]

/** Null: the task may be opened. */
export const whyNotOpen = (
  current: Case,
  tasks: readonly Task[],
  wanted: Pick<NewTask, 'kind' | 'agencyId'>,
): Refusal | null => {
  if (!isOpen(current.state)) return refuse('illegal-move', 'Kasus ini sudah berakhir.')
  if (wanted.kind !== 'support') return null
  if (current.confidential) return refuse('confidential-support')
  if (wanted.agencyId === null || wanted.agencyId === current.agencyId) return refuse('own-support')
  const helping = supportersOf(tasks)
  return helping.includes(wanted.agencyId) || helping.length < MOST_SUPPORTERS
    ? null
    : refuse('too-many-supporters')
}

type Given = Pick<Task, 'agencyId' | 'assigneeId'>

/** The person it was given to, or the agency whose task it is. */
export const isTaskOf = (viewer: Viewer, { agencyId, assigneeId }: Given): boolean =>
  assigneeId === viewer.userId || (agencyId !== null && agencyId === viewer.agencyId)

/** Whose task it is, or the coordinator. */
export const mayWorkTask = (viewer: Viewer, task: Given): boolean =>
  hasRight(viewer.roles, 'case:triage') || isTaskOf(viewer, task)

/** Null: it may end so. A check of authority is worth nothing without what proves it. */
export const whyNotDone = (task: Task, result: TaskResult): Refusal | null => {
  if (task.state !== 'open') return refuse('task-ended')
  if (task.kind === 'check-authority' && !(result.level && result.evidence))
    return refuse('result-needed')
  return null
}

const ENDS_WITH_CASE: ReadonlySet<TaskKind> = new Set<TaskKind>([
  'check-authority',
  'external-check',
  'support',
  'field',
])

/** What is still open when a case ends has no use any more; a promise to a citizen has. */
export const endsWithCase = ({ kind }: Pick<Task, 'kind'>): boolean => ENDS_WITH_CASE.has(kind)
