import { renewClaim as renew } from '../core/case-rules.ts'
import type { Viewer } from '../core/roles.ts'
import { type CaseChanged, type CasePorts, changeCase } from './change-case.ts'

/** The heartbeat of an open page. It asks for no version: it must not fail over another's note. */
export const renewClaim = (
  ports: CasePorts,
  viewer: Viewer,
  caseId: string,
): Promise<CaseChanged> =>
  changeCase(ports, viewer, { caseId, version: null }, (current, now) =>
    renew(current, viewer, now),
  )
