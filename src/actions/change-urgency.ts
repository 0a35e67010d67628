import { firstAnswerDue } from '../core/deadline.ts'
import { refuse } from '../core/errors.ts'
import { changeUrgency } from '../core/queue-rules.ts'
import type { Urgency } from '../core/reading.ts'
import type { Viewer } from '../core/roles.ts'
import { createWorkingTime } from '../core/working-time.ts'
import type { Ports } from '../ports/ports.ts'
import { type CaseChanged, type CasePorts, changeCase, type SeenCase } from './change-case.ts'

/** An officer knows how grave it is; the deadline is the new urgency's, from when it was opened. */
export const changeCaseUrgency = async (
  ports: CasePorts & Pick<Ports, 'configurations'>,
  viewer: Viewer,
  seen: SeenCase,
  { urgency, reason }: { urgency: Urgency; reason: string },
): Promise<CaseChanged> => {
  const configuration = await ports.configurations.current()
  const government = await ports.configurations.government(viewer.governmentId)
  if (!configuration || !government) return refuse('not-found')
  const working = createWorkingTime(configuration.calendars, government.timezone)
  const minutes = government.firstResponseMinutes
  return changeCase(ports, viewer, seen, (current, now) => {
    const dueAt = firstAnswerDue(urgency, current.openedAt, minutes, working)
    return changeUrgency(current, viewer, now, { urgency, reason, dueAt })
  })
}
