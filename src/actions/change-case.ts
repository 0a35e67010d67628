import type { Case } from '../core/case.ts'
import type { CaseDecision } from '../core/case-change.ts'
import { refuse } from '../core/errors.ts'
import { hasRight, type Viewer } from '../core/roles.ts'
import { remembering } from '../core/undo.ts'
import type { Cases } from '../ports/cases.ts'
import type { Ports } from '../ports/ports.ts'

export type CasePorts = Pick<Ports, 'cases' | 'clock'>
export type CaseChanged = Awaited<ReturnType<Cases['change']>>

/** The case that is meant, and the version that the person saw; null takes whatever there is. */
export interface SeenCase {
  caseId: string
  version: number | null
}

/** Every verb on a case: load under a lock, decide, save, announce; the port does it in one go. */
export const changeCase = (
  ports: CasePorts,
  viewer: Viewer,
  { caseId, version }: SeenCase,
  decide: (current: Case, now: Date) => CaseDecision,
): Promise<CaseChanged> =>
  ports.cases.change(viewer, caseId, version, (current) =>
    mayWork(viewer, current)
      ? remembering(current, decide(current, ports.clock.now()))
      : refuse('no-right'),
  )

/** The inspectorate sees every case but works only on its own; a coordinator works on all. */
export const mayWork = (viewer: Viewer, { agencyId }: Pick<Case, 'agencyId'>): boolean =>
  hasRight(viewer.roles, 'case:triage') || (agencyId !== null && agencyId === viewer.agencyId)
