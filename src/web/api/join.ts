import { query } from './query.ts'
import { type Answer, read, write } from './request.ts'
import type { Case, Row, RowPage } from './wire.ts'

interface JoinVerbs {
  merge: { otherId: string }
  split: { postIds: string[] }
  undo: { eventId: string }
}

export const joinCases = <Verb extends keyof JoinVerbs>(
  { id, version }: Pick<Case, 'id' | 'version'>,
  verb: Verb,
  said: JoinVerbs[Verb],
): Promise<Answer<{ case: Case; other: Verb extends 'undo' ? Case | null : Case }>> =>
  write('POST', `/api/cases/${id}/${verb}`, { version, ...said })

export const notSame = (caseId: string, otherId: string): Promise<Answer<{ ok: true }>> =>
  write('POST', `/api/cases/${caseId}/not-same`, { otherId })

/** The open case with that code, if the viewer may see it. */
export const findCase = async (code: string): Promise<Row | null> => {
  const wanted = code.trim().toUpperCase()
  const page = await read<RowPage>(`/api/cases${query({ queue: 'all', q: wanted, limit: 10 })}`)
  if (page.kind === 'refused') return null
  return page.body.items.find((row) => row.code === wanted) ?? null
}
