import { dismiss } from '../core/case-rules.ts'
import type { Viewer } from '../core/roles.ts'
import { type CaseChanged, type CasePorts, changeCase, type SeenCase } from './change-case.ts'

/** No public service is asked for; the reason stays in the history. */
export const dismissCase = (
  ports: CasePorts,
  viewer: Viewer,
  seen: SeenCase,
  reason: string,
): Promise<CaseChanged> =>
  changeCase(ports, viewer, seen, (current, now) => dismiss(current, viewer, now, reason))
