import { fieldReport } from '../core/case-rules.ts'
import type { Viewer } from '../core/roles.ts'
import type { Ports } from '../ports/ports.ts'
import { type CaseChanged, changeCase } from './change-case.ts'
import { addEvidence, type GivenEvidence } from './keep-evidence.ts'

type FieldPorts = Pick<Ports, 'cases' | 'clock' | 'evidence' | 'photos'>

/** What was done on the spot: the photo first, then the record that it was done. */
export const recordFieldWork = async (
  ports: FieldPorts,
  viewer: Viewer,
  caseId: string,
  done: Omit<GivenEvidence, 'letterNumber' | 'url'>,
): Promise<CaseChanged> => {
  const given = { ...done, letterNumber: null, url: null }
  const added = await addEvidence(ports, viewer, caseId, given)
  if (added.kind === 'refused') return added
  return changeCase(ports, viewer, { caseId, version: null }, (current, now) =>
    fieldReport(current, now, done.note),
  )
}
