import { release } from '../core/case-rules.ts'
import type { Viewer } from '../core/roles.ts'
import { type CaseChanged, type CasePorts, changeCase, type SeenCase } from './change-case.ts'

/** An officer lets go of a case; the next one may take it at once. */
export const releaseCase = (
  ports: CasePorts,
  viewer: Viewer,
  seen: SeenCase,
): Promise<CaseChanged> =>
  changeCase(ports, viewer, seen, (current, now) => release(current, viewer, now))
