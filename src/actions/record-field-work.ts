import type { Case } from '../core/case.ts'
import { sendingTasks } from '../core/evidence-rules.ts'
import type { Viewer } from '../core/roles.ts'
import type { Task } from '../core/task.ts'
import type { Ports } from '../ports/ports.ts'
import { addEvidence, type GivenEvidence } from './keep-evidence.ts'

/** What an officer on the street has to know: the case, and what they were sent for. */
export interface Site {
  case: Case
  tasks: Task[]
}

export const viewSite = async (
  { custody }: Pick<Ports, 'custody'>,
  viewer: Viewer,
  caseId: string,
): Promise<Site | null> => {
  const view = await custody.view(viewer, caseId)
  return view && { case: view.case, tasks: sendingTasks(viewer, view.tasks) }
}

/**
 * What was done on the spot: the photo, the record that it was done, and the end of its task.
 * `ended`: the task is done; a picture of how it was leaves it open.
 */
export const recordFieldWork = async (
  ports: Pick<Ports, 'evidence' | 'photos'>,
  viewer: Viewer,
  caseId: string,
  done: Omit<GivenEvidence, 'letterNumber' | 'url' | 'field'>,
) => {
  const given = { ...done, letterNumber: null, url: null, field: true }
  const added = await addEvidence(ports, viewer, caseId, given)
  if (added.kind === 'refused') return added
  return { ...added, ended: added.evidence.taskId !== null && done.kind !== 'photo-before' }
}
