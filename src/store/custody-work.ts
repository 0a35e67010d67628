import { and, asc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { CustodyWork } from '../ports/custody.ts'
import type { Database } from './database.ts'
import { clocks } from './schema/clocks.ts'
import { offers } from './schema/custody.ts'

const AT_ONCE = 500

/** What waits for time to pass: deadlines are derived by who asks, so nothing is late by itself. */
export const createCustodyWork = (db: Database): CustodyWork => ({
  unanswered: () =>
    db
      .select()
      .from(offers)
      .where(and(eq(offers.state, 'open'), isNull(offers.answeredAt)))
      .orderBy(asc(offers.offeredAt))
      .limit(AT_ONCE),

  waitingForReporter: async () => {
    const { rows } = await db.execute<{
      caseId: string
      governmentId: string
      askedAt: string
    }>(sql`
      select c.id as "caseId", c.government_id as "governmentId", max(e.at) as "askedAt"
      from cases c join case_events e on e.case_id = c.id and e.type = 'reporter-asked'
      where c.state = 'waiting-reporter' and c.is_open
      group by c.id order by 3 limit ${AT_ONCE}`)
    return rows.map((row) => ({ ...row, askedAt: new Date(row.askedAt) }))
  },

  confirmed: async (now) => {
    const rows = await db
      .select({ caseId: clocks.caseId })
      .from(clocks)
      .where(
        and(eq(clocks.clock, 'confirmation'), eq(clocks.state, 'running'), lt(clocks.dueAt, now)),
      )
      .orderBy(asc(clocks.dueAt))
      .limit(AT_ONCE)
    return rows.map(({ caseId }) => caseId)
  },

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
