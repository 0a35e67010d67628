/** What shows that something was done, and the task that it was done for. */
import type { Case } from './case.ts'
import { fieldReport } from './case-rules.ts'
import { type CustodyChange, custodyChange, step } from './custody-change.ts'
import { type Refusal, refuse } from './errors.ts'
import { EVIDENCE_LABELS, type EvidenceKind } from './evidence.ts'
import type { Viewer } from './roles.ts'
import { isTaskOf, type Task } from './task.ts'
import { finishTask } from './task-rules.ts'
import { remembering } from './undo.ts'

export interface EvidenceWish {
  evidenceId: string
  kind: EvidenceKind
  note: string
  letterNumber: string | null
  /** The task that is meant; null: the one that sent the viewer, if there is one. */
  taskId: string | null
  /** From the spot: what was done is told as well, and ends the task that sent the viewer there. */
  field: boolean
  /** The viewer works on the case itself: as its owner or the coordinator. */
  works: boolean
}

export type EvidenceDecision =
  | { kind: 'kept'; taskId: string | null; change: CustodyChange }
  | Refusal

const SENT: readonly Task['kind'][] = ['field', 'support']

const isSentBy = (viewer: Viewer, task: Task): boolean =>
  SENT.includes(task.kind) && task.state !== 'cancelled' && isTaskOf(viewer, task)

/** Open tasks that sent the viewer: their own before their agency's, a field task before a helper's. */
export const sendingTasks = (viewer: Viewer, tasks: readonly Task[]): Task[] => {
  const rank = ({ kind, assigneeId }: Task) =>
    (assigneeId === viewer.userId ? 0 : 2) + (kind === 'field' ? 0 : 1)
  return tasks
    .filter((task) => task.state === 'open' && isSentBy(viewer, task))
    .sort((one, other) => rank(one) - rank(other))
}

const meant = (viewer: Viewer, tasks: readonly Task[], { taskId, works }: EvidenceWish) => {
  if (taskId) return tasks.find((task) => task.id === taskId && isSentBy(viewer, task)) ?? null
  const [first] = sendingTasks(viewer, tasks)
  if (first) return first
  // a helper whose part is done may still bring what shows it
  return works ? null : (tasks.findLast((task) => isSentBy(viewer, task)) ?? null)
}

/**
 * The owner, the coordinator, or a helper for their own part. What a helper did is no follow-up of
 * the owner, and moves the case nowhere.
 */
export const keepEvidence = (
  current: Case,
  tasks: readonly Task[],
  viewer: Viewer,
  now: Date,
  wish: EvidenceWish,
): EvidenceDecision => {
  const task = meant(viewer, tasks, wish)
  const refusal = whyNotKeep(current, task, wish)
  if (refusal) return refusal
  const report = wish.field && wish.works ? reportOf(current, now, wish) : null
  if (report?.kind === 'refused') return report
  const ended = task && endOf(current, task, viewer, now, wish)
  if (ended?.kind === 'refused') return ended
  return {
    kind: 'kept',
    taskId: task?.id ?? null,
    change: custodyChange(
      [added(wish, task), ...(report ? [report] : []), ...(ended?.steps ?? [])],
      ended?.writes,
    ),
  }
}

const whyNotKeep = (current: Case, task: Task | null, wish: EvidenceWish): Refusal | null => {
  if (wish.taskId && !task) return refuse('not-found')
  if (!wish.works && !task) return refuse('no-right')
  const aside = current.state === 'duplicate' || current.state === 'archived'
  return aside ? refuse('illegal-move') : null
}

const reportOf = (current: Case, now: Date, { note }: EvidenceWish) =>
  remembering(current, fieldReport(current, now, note))

/** "Nomor surat · 600/12/PU": what stands in the history of the case. */
const added = ({ evidenceId, kind, letterNumber, note }: EvidenceWish, task: Task | null) =>
  step('evidence-added', {
    evidenceId,
    text: [EVIDENCE_LABELS[kind], letterNumber, note].filter(Boolean).join(' · '),
    ...(task ? { taskId: task.id } : {}),
  })

/** A picture of how it was before is no end: somebody has only arrived. */
const endOf = (current: Case, task: Task, viewer: Viewer, now: Date, wish: EvidenceWish) => {
  const ends = wish.field && task.state === 'open' && wish.kind !== 'photo-before'
  if (!ends) return null
  const result = { text: wish.note, evidenceId: wish.evidenceId }
  return finishTask(current, { offers: [] }, viewer, now, { task, result, offer: null })
}
