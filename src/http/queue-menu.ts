import { hasRight, type Viewer } from '../core/roles.ts'
import { visibilityOf } from '../core/visibility.ts'
import { QUEUES, type QueueName } from '../ports/cases.ts'
import { refused } from './refused.ts'

export const QUEUE_LABELS: Record<QueueName, string> = {
  agency: 'Antrean OPD saya',
  triage: 'Meja pilah',
  unanswered: 'Belum dijawab',
  late: 'Lewat tenggat',
  snoozed: 'Ditunda',
  all: 'Semua kasus',
  ended: 'Selesai',
}

/** The queues that a viewer has, in the order of the menu. */
export const queuesOf = (viewer: Viewer): QueueName[] => {
  const { cases, agencyId, triageDesk } = visibilityOf(viewer)
  const has: Record<QueueName, boolean> = {
    agency: agencyId !== null,
    triage: triageDesk,
    unanswered: true,
    late: hasRight(viewer.roles, 'escalation:read'),
    snoozed: agencyId !== null || triageDesk,
    all: true,
    ended: true,
  }
  return cases === 'none' ? [] : QUEUES.filter((name) => has[name])
}

/** An empty list would say "nothing to do" where the truth is "not your desk". */
export const mustHaveQueue = (viewer: Viewer, queue: QueueName): void => {
  if (!queuesOf(viewer).includes(queue)) throw refused('no-right')
}
