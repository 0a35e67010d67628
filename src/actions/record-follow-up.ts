import type { FollowUpType } from '../core/case-event.ts'
import { followUp } from '../core/case-rules.ts'
import type { Viewer } from '../core/roles.ts'
import { type CaseChanged, type CasePorts, changeCase, type SeenCase } from './change-case.ts'

/** What was done in the field or in the office after the answer. */
export const recordFollowUp = (
  ports: CasePorts,
  viewer: Viewer,
  seen: SeenCase,
  done: { type: FollowUpType; text: string },
): Promise<CaseChanged> =>
  changeCase(ports, viewer, seen, (current, now) => followUp(current, viewer, now, done))
