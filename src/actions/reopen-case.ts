import { reopen } from '../core/case-rules.ts'
import type { Viewer } from '../core/roles.ts'
import { type CaseChanged, type CasePorts, changeCase, type SeenCase } from './change-case.ts'

/** An ended case goes back to work and says why; the citizen's clock goes on, a new answer is owed. */
export const reopenCase = (
  ports: CasePorts,
  viewer: Viewer,
  seen: SeenCase,
  reason: string,
): Promise<CaseChanged> => changeCase(ports, viewer, seen, (current) => reopen(current, reason))
