/** Opening, finishing and cancelling a task, each told in the history of its case. */
import type { Case } from './case.ts'
import {
  type CustodyDecision,
  type CustodyRecords,
  type CustodyWrite,
  custodyChange,
  step,
} from './custody-change.ts'
import { refuse } from './errors.ts'
import { type OfferWish, offer } from './offer-rules.ts'
import type { Viewer } from './roles.ts'
import {
  mayWorkTask,
  type NewTask,
  type Task,
  type TaskResult,
  whyNotDone,
  whyNotOpen,
} from './task.ts'

export const openTask = (
  current: Case,
  { tasks }: Pick<CustodyRecords, 'tasks'>,
  task: NewTask,
): CustodyDecision =>
  whyNotOpen(current, tasks, task) ??
  custodyChange(
    [
      step('task-opened', {
        taskId: task.id,
        taskKind: task.kind,
        text: task.title,
        ...(task.agencyId ? { target: task.agencyId } : {}),
      }),
    ],
    [{ kind: 'task-opened', task }],
  )

export interface Finish {
  task: Task
  result: TaskResult
  /** A check of authority that names another owner: the offer that follows from it. */
  offer: OfferWish | null
}

/** What a check of authority found is kept in the case, and offered on where it is another's duty. */
export const finishTask = (
  current: Case,
  records: Pick<CustodyRecords, 'offers'>,
  viewer: Viewer,
  now: Date,
  { task, result, offer: wish }: Finish,
): CustodyDecision => {
  if (!mayWorkTask(viewer, task)) return refuse('no-right')
  const no = whyNotDone(task, result)
  if (no) return no
  const { text, level, evidence, owner, evidenceId } = result
  const data = {
    taskId: task.id,
    taskKind: task.kind,
    text,
    ...helperOf(task),
    ...(level ? { level } : {}),
    ...(evidence ? { evidence } : {}),
    ...(owner ? { proposedOwner: owner } : {}),
    ...(evidenceId ? { evidenceId } : {}),
  }
  const offered = wish ? offer(current, records.offers, viewer, now, wish) : null
  const follows = offered?.kind === 'changed' ? offered : custodyChange([])
  return custodyChange(
    [step('task-done', data), ...follows.steps],
    [ended(task, 'done', result, viewer, now), ...follows.writes],
  )
}

export const cancelTask = (
  task: Task,
  viewer: Viewer,
  now: Date,
  reason: string,
): CustodyDecision => {
  if (!mayWorkTask(viewer, task) && viewer.userId !== task.openedBy) return refuse('no-right')
  if (task.state !== 'open') return refuse('task-ended')
  const { id, kind, title } = task
  const data = { taskId: id, taskKind: kind, reason, text: title, ...helperOf(task) }
  return custodyChange(
    [step('task-cancelled', data)],
    [ended(task, 'cancelled', { text: reason }, viewer, now)],
  )
}

/** Whoever helped is told by it that the case is theirs to read no more. */
const helperOf = ({ kind, agencyId }: Task) =>
  kind === 'support' && agencyId ? { target: agencyId } : {}

const ended = (
  { id }: Task,
  state: 'done' | 'cancelled',
  result: TaskResult,
  { userId }: Viewer,
  now: Date,
): CustodyWrite => ({ kind: 'task-ended', taskId: id, state, result, at: now, by: userId })
