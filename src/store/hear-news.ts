/** What news from another government does to the case that was handed to it: its state and clocks. */
import { eq, sql } from 'drizzle-orm'
import type { CaseEventType } from '../core/case-event.ts'
import { next } from '../core/case-state.ts'
import { toCase, toColumns } from './case-rows.ts'
import type { Database, Queryable } from './database.ts'
import { runClocks } from './run-clocks.ts'
import { cases } from './schema/cases.ts'

export interface News {
  caseId: string
  type: CaseEventType
  at: Date
}

/**
 * Ended over there, it is ours again: we tell the citizen, and end it ourselves (domain §2.4). News on
 * the way moves the next look. A case that somebody works on is left to `hearMissedNews`: cases may
 * cross between two governments, and whoever holds one of them would wait for the other for ever.
 */
export const hearNews = async (tx: Queryable, { caseId, type, at }: News): Promise<void> => {
  const [row] = await tx
    .select()
    .from(cases)
    .where(eq(cases.id, caseId))
    .for('no key update', { skipLocked: true })
  if (!row) return
  const before = toCase(row)
  const back = type === 'hand-over-ended' ? next(before.state, 'take-back') : null
  if (back?.kind !== 'moved') {
    await runClocks(tx, before, before, { type, at })
    return
  }
  const patch = { state: back.state, claim: null }
  const [taken] = await tx
    .update(cases)
    .set({ ...toColumns(patch), version: before.version + 1 })
    .where(eq(cases.id, caseId))
    .returning()
  if (taken) await runClocks(tx, before, toCase(taken), { type, at })
}

/** Told while its clock had no time to listen: the last word since the clock began to count. */
export const hearMissedNews = async (db: Database, limit: number): Promise<void> => {
  const { rows } = await db.execute<{ caseId: string; type: CaseEventType; at: string }>(sql`
    select distinct on (k.case_id) k.case_id as "caseId", e.type, e.at
    from case_links l
      join clocks k on k.case_id = l.case_id and k.clock = 'external-check' and k.state = 'running'
      join case_events e on e.case_id = k.case_id and e.at > k.started_at and e.actor_id is null
        and e.type in ('hand-over-checked', 'hand-over-ended')
    order by k.case_id, e.id desc limit ${limit}`)
  for (const { at, ...news } of rows)
    await db.transaction((tx) => hearNews(tx, { ...news, at: new Date(at) }))
}
