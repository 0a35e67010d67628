import { takeOver } from '../core/queue-rules.ts'
import type { Viewer } from '../core/roles.ts'
import { type CaseChanged, type CasePorts, changeCase, type SeenCase } from './change-case.ts'

/** A supervisor takes a case out of an officer's hand, who is told. */
export const takeOverCase = (
  ports: CasePorts,
  viewer: Viewer,
  seen: SeenCase,
  reason: string,
): Promise<CaseChanged> =>
  changeCase(ports, viewer, seen, (current, now) => takeOver(current, viewer, now, reason))
