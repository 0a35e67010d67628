import { resolve } from '../core/case-rules.ts'
import type { Viewer } from '../core/roles.ts'
import type { Ports } from '../ports/ports.ts'
import { type CaseChanged, changeCase, type SeenCase } from './change-case.ts'

/** "Selesai": refused without an answer (or why there is none), a follow-up, and evidence of it. */
export const resolveCase = async (
  ports: Pick<Ports, 'cases' | 'clock' | 'evidence'>,
  viewer: Viewer,
  seen: SeenCase,
  said: { text: string; privateReason: string | null; evidenceReason: string | null },
): Promise<CaseChanged> => {
  const evidence = await ports.evidence.countClosing(viewer, seen.caseId)
  return changeCase(ports, viewer, seen, (current, now) =>
    resolve(current, viewer, now, { ...said, evidence }),
  )
}
