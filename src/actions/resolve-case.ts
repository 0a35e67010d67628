import { resolve } from '../core/case-rules.ts'
import type { Viewer } from '../core/roles.ts'
import { type CaseChanged, type CasePorts, changeCase, type SeenCase } from './change-case.ts'

/** "Selesai": refused without an answer (or why there is none) and a follow-up. */
export const resolveCase = (
  ports: CasePorts,
  viewer: Viewer,
  seen: SeenCase,
  said: { text: string; privateReason: string | null },
): Promise<CaseChanged> =>
  changeCase(ports, viewer, seen, (current, now) => resolve(current, viewer, now, said))
