import { note } from '../core/case-rules.ts'
import type { Viewer } from '../core/roles.ts'
import { type CaseChanged, type CasePorts, changeCase, type SeenCase } from './change-case.ts'

/** A word among colleagues; the citizen never sees it. */
export const noteCase = (
  ports: CasePorts,
  viewer: Viewer,
  seen: SeenCase,
  text: string,
): Promise<CaseChanged> => changeCase(ports, viewer, seen, (current) => note(current, text))
