import { changeUrgency } from '../core/queue-rules.ts'
import type { Urgency } from '../core/reading.ts'
import type { Viewer } from '../core/roles.ts'
import { type CaseChanged, type CasePorts, changeCase, type SeenCase } from './change-case.ts'

/** An officer knows how grave it is. */
export const changeCaseUrgency = (
  ports: CasePorts,
  viewer: Viewer,
  seen: SeenCase,
  to: { urgency: Urgency; reason: string },
): Promise<CaseChanged> =>
  changeCase(ports, viewer, seen, (current, now) => changeUrgency(current, viewer, now, to))
