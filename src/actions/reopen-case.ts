import { reopen } from '../core/case-rules.ts'
import { firstAnswerDue } from '../core/deadline.ts'
import { refuse } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import { createWorkingTime } from '../core/working-time.ts'
import type { Ports } from '../ports/ports.ts'
import { type CaseChanged, type CasePorts, changeCase, type SeenCase } from './change-case.ts'

type ReopenPorts = CasePorts & Pick<Ports, 'configurations'>

/** An ended case goes back to work, says why, and gets a new deadline for its answer. */
export const reopenCase = async (
  ports: ReopenPorts,
  viewer: Viewer,
  seen: SeenCase,
  reason: string,
): Promise<CaseChanged> => {
  const configuration = await ports.configurations.current()
  const government = await ports.configurations.government(viewer.governmentId)
  if (!configuration || !government) return refuse('not-found')
  const working = createWorkingTime(configuration.calendars, government.timezone)
  const minutes = government.firstResponseMinutes
  return changeCase(ports, viewer, seen, (current, now) =>
    reopen(current, reason, firstAnswerDue(current.urgency, now, minutes, working)),
  )
}
