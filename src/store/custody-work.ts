import { and, asc, eq, lt, ne, or, sql } from 'drizzle-orm'
import type { CustodyWork } from '../ports/custody.ts'
import type { Database } from './database.ts'
import { hearMissedNews } from './hear-news.ts'
import { clocks } from './schema/clocks.ts'

const AT_ONCE = 500

/** Somebody was asked and said nothing: an offer that a coordinator has already stays out of it. */
const stillAsked = or(
  ne(clocks.clock, 'offer'),
  sql`exists (select from offers where offers.case_id = ${clocks.caseId}
    and offers.leg = ${clocks.leg} and offers.state = 'open' and offers.answered_at is null)`,
)

/** What waits for time to pass, found by the clocks; each is decided again under the lock. */
export const createCustodyWork = (db: Database): CustodyWork => ({
  passed: async (clock, now) => {
    const rows = await db
      .select({ caseId: clocks.caseId })
      .from(clocks)
      .where(
        and(
          eq(clocks.clock, clock),
          eq(clocks.state, 'running'),
          lt(clocks.dueAt, now),
          stillAsked,
        ),
      )
      .orderBy(asc(clocks.dueAt))
      .limit(AT_ONCE)
    return rows.map(({ caseId }) => caseId)
  },

  hearNews: (limit) => hearMissedNews(db, limit),

  toldByLapor: async (limit) => {
    const { rows } = await db.execute<{ caseId: string }>(sql`
      select distinct told.case_id as "caseId" from (
        select n.case_id from lapor_moves m
          join lapor_numbers n using (government_id, tracking_id) where m.applied_at is null
        union all
        select p.case_id from lapor_moves m
          join posts p on p.government_id = m.government_id and p.platform = 'lapor'
            and p.external_id = m.tracking_id
        where m.applied_at is null and p.case_id is not null) told
      limit ${limit}`)
    return rows.map(({ caseId }) => caseId)
  },
})
