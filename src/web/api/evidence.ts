import { read, write } from './request.ts'
import type { Evidence, GivenEvidence } from './wire.ts'

export const listEvidence = (caseId: string) =>
  read<{ items: Evidence[] }>(`/api/cases/${caseId}/evidence`)

export const giveEvidence = (caseId: string, given: GivenEvidence) =>
  write<{ evidence: Evidence }>('POST', `/api/cases/${caseId}/evidence`, given)
