import type { Viewer } from '../core/roles.ts'
import { isTaskLate, taskDue } from '../core/task.ts'
import type { CustodyView } from '../ports/custody.ts'
import { type CustodyPorts, deskOf } from './custody-desk.ts'

type Dated<T> = { it: T; dueAt: Date; late: boolean }

export interface DatedCustody extends Omit<CustodyView, 'tasks'> {
  tasks: Dated<CustodyView['tasks'][number]>[]
}

/** All that hangs on a case, with its deadlines by the calendar as it is now. */
export const viewCustody = async (
  ports: CustodyPorts,
  viewer: Viewer,
  caseId: string,
): Promise<DatedCustody | null> => {
  const desk = await deskOf(ports, viewer.governmentId)
  const found = desk ? await ports.custody.view(viewer, caseId) : null
  if (!desk || !found) return null
  const now = ports.clock.now()
  return {
    ...found,
    tasks: found.tasks.map((it) => {
      const working = desk.workingOf(it.agencyId)
      return { it, dueAt: taskDue(it, working), late: isTaskLate(it, now, working) }
    }),
  }
}
