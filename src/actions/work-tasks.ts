import type { Case } from '../core/case.ts'
import type { CustodyDecision, CustodyRecords } from '../core/custody-change.ts'
import { refuse } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import {
  isTaskLate,
  type Task,
  type TaskKind,
  type TaskResult,
  type TaskTarget,
  taskDue,
} from '../core/task.ts'
import { cancelTask, finishTask, openTask } from '../core/task-rules.ts'
import type { CustodyChanged, TaskFilter, TaskOnList } from '../ports/custody.ts'
import { mayWork, type SeenCase } from './change-case.ts'
import { type CustodyPorts, changeCustody, type Desk, deskOf, targetOf } from './custody-desk.ts'
import { isAccused } from './offer-case.ts'

export interface TaskRequest {
  kind: TaskKind
  agencyId: string | null
  assigneeId: string | null
  title: string
  target: TaskTarget
}

/** Gives somebody something to do for the case, with a clock of its own. */
export const openCaseTask = async (
  ports: CustodyPorts,
  viewer: Viewer,
  seen: SeenCase,
  wish: TaskRequest,
): Promise<CustodyChanged> => {
  const desk = await deskOf(ports, viewer.governmentId)
  const known = desk?.government.agencies.some(({ id }) => id === wish.agencyId)
  if (wish.agencyId !== null && !known) return refuse('unknown-agency')
  return changeCustody(ports, viewer, seen, (current, records, now) =>
    openTask(current, records, {
      ...wish,
      id: ports.ids.next(),
      startedAt: now,
      handOverId: null,
      openedBy: viewer.userId,
    }),
  )
}

const byTask = (
  ports: Pick<CustodyPorts, 'custody'>,
  viewer: Viewer,
  taskId: string,
  rule: (current: Case, task: Task, records: CustodyRecords) => CustodyDecision,
): Promise<CustodyChanged> =>
  ports.custody.change(viewer, { by: 'task', taskId }, null, (current, records) => {
    const task = records.tasks.find(({ id }) => id === taskId)
    return task ? rule(current, task, records) : refuse('not-found')
  })

/** A check of authority that finds another owner is offered on at once. */
export const finishCaseTask = async (
  ports: CustodyPorts,
  viewer: Viewer,
  taskId: string,
  result: TaskResult,
): Promise<CustodyChanged> => {
  const desk = await deskOf(ports, viewer.governmentId)
  if (!desk) return refuse('not-found')
  return byTask(ports, viewer, taskId, (current, task, records) =>
    finishTask(current, records, viewer, ports.clock.now(), {
      task,
      result,
      offer: mayWork(viewer, current) ? offerAfter(ports, current, task, result, desk) : null,
    }),
  )
}

const offerAfter = (
  ports: CustodyPorts,
  current: Case,
  task: Task,
  { owner, level = '', evidence = '' }: TaskResult,
  desk: Desk,
) => {
  if (task.kind !== 'check-authority' || !owner || owner === current.agencyId) return null
  const found = targetOf(owner, desk)
  if (found.kind === 'refused') return null
  return {
    id: ports.ids.next(),
    target: found.target,
    reason: 'bukan-kewenangan' as const,
    text: `Hasil cek kewenangan: ${level}. Bukti: ${evidence}`,
    proposedOwner: owner,
    accused: isAccused(current, found.target.toAgencyId, desk),
  }
}

export const cancelCaseTask = (
  ports: CustodyPorts,
  viewer: Viewer,
  taskId: string,
  reason: string,
): Promise<CustodyChanged> =>
  byTask(ports, viewer, taskId, (_current, task) =>
    cancelTask(task, viewer, ports.clock.now(), reason),
  )

export type DatedTask = TaskOnList & { dueAt: Date; late: boolean }

/** What is due first stands first. */
export const listTasks = async (
  ports: CustodyPorts,
  viewer: Viewer,
  filter: TaskFilter,
): Promise<DatedTask[]> => {
  const desk = await deskOf(ports, viewer.governmentId)
  if (!desk) return []
  const now = ports.clock.now()
  const dated = (await ports.custody.tasks(viewer, filter)).map((each) => {
    const working = desk.workingOf(each.task.agencyId)
    const dueAt = taskDue(each.task, working)
    return { ...each, dueAt, late: isTaskLate(each.task, now, working) }
  })
  return dated.sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
}
