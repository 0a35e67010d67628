import { claim } from '../core/case-rules.ts'
import type { Viewer } from '../core/roles.ts'
import { type CaseChanged, type CasePorts, changeCase, type SeenCase } from './change-case.ts'

/** An officer takes a case in hand: a lease, so that two do not answer one citizen. */
export const claimCase = (ports: CasePorts, viewer: Viewer, seen: SeenCase): Promise<CaseChanged> =>
  changeCase(ports, viewer, seen, (current, now) => claim(current, viewer, now))
