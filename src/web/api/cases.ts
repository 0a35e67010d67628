import type { FollowUpType } from '../../core/case-event.ts'
import type { Kind, Urgency } from '../../core/reading.ts'
import { query } from './query.ts'
import { type Answer, read, write } from './request.ts'
import type { Case, CaseSort, CaseView, QueueCount, QueueName, RowPage } from './wire.ts'

export interface CaseFilter {
  q: string
  agency: string
  category: string
  urgency: Urgency | ''
  sort: CaseSort
}

const PAGE_SIZE = 50

export const listCases = (queue: QueueName, filter: CaseFilter, cursor: string | null) =>
  read<RowPage>(`/api/cases${query({ queue, ...filter, cursor, limit: PAGE_SIZE })}`)

export const csvAddress = (queue: QueueName, filter: CaseFilter): string =>
  `/api/cases.csv${query({ queue, ...filter })}`

export const countQueues = () => read<{ queues: QueueCount[] }>('/api/queues')

export const viewCase = (caseId: string) => read<CaseView>(`/api/cases/${caseId}`)

/** What each verb says besides the version that the officer saw. */
export interface CaseVerbs {
  claim: object
  heartbeat: object
  release: object
  transfer: { agencyId: string | null; reason: string }
  recategorise: { category: string; kind: Kind; reason?: string }
  note: { text: string }
  answer: { text: string; url: string | null; final: boolean }
  'follow-up': { type: FollowUpType; text: string }
  resolve: { text: string; privateReason: string | null; evidenceReason: string | null }
  dismiss: { reason: string }
  reopen: { reason: string }
}
export type CaseVerb = keyof CaseVerbs

export const changeCase = <Verb extends CaseVerb>(
  { id, version }: Pick<Case, 'id' | 'version'>,
  verb: Verb,
  said: CaseVerbs[Verb],
): Promise<Answer<{ case: Case }>> =>
  write('POST', `/api/cases/${id}/${verb}`, { version, ...said })
