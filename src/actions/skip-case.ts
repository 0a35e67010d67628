import { skip } from '../core/queue-rules.ts'
import type { Viewer } from '../core/roles.ts'
import { type CaseChanged, type CasePorts, changeCase, type SeenCase } from './change-case.ts'

/** Passes a case by, and says why; "next" offers another one. */
export const skipCase = (
  ports: CasePorts,
  viewer: Viewer,
  seen: SeenCase,
  reason: string,
): Promise<CaseChanged> =>
  changeCase(ports, viewer, seen, (current, now) => skip(current, viewer, now, reason))
