import { sql } from 'drizzle-orm'
import { whereSaid } from '../core/answer-desk.ts'
import { holdFrom, targetsFor } from '../core/answer-targets.ts'
import { lateComers } from '../core/late-comers.ts'
import { whyNotSay } from '../core/public-words.ts'
import type { Ids } from '../ports/ids.ts'
import { loadDesk } from './answer-desk.ts'
import { toCase } from './case-rows.ts'
import type { Database } from './database.ts'
import { answerTargets } from './schema/answers.ts'
import { cases } from './schema/cases.ts'

const CASES_AT_ONCE = 10
/** An answer of last month is no answer to who writes today. */
const ANSWER_HOLDS_DAYS = 30

/** Cases whose current answer somebody has not heard who wrote since yesterday. */
const casesWithLateComers = async (db: Database, now: Date, governmentIds: string[]) => {
  const { rows } = await db.execute<{ id: string }>(sql`
    select c.id from cases c
    join lateral (
      select id, created_at from answers where case_id = c.id and state = 'published'
      order by id desc limit 1) a on true
    where c.government_id in ${governmentIds}
      and c.is_open and c.state <> 'reopened' and not c.confidential and not c.sample
      and a.created_at > ${now}::timestamptz - ${ANSWER_HOLDS_DAYS} * interval '1 day'
      and exists (select from posts p
        where p.case_id = c.id and p.shared_from is null and p.answered_at is null and not p.history
          and p.deleted_at is null
          and p.received_at > ${now}::timestamptz - interval '1 day'
          and not exists (select from answer_targets t
            where t.answer_id = a.id and p.id = any(t.post_ids)))
      and not exists (select from case_events e
        where e.case_id = c.id and e.at > a.created_at
          and e.type in ('reopened', 'recurred', 'reporter-unsatisfied'))
    limit ${CASES_AT_ONCE}`)
  return rows.map(({ id }) => id)
}

const greetIn = (db: Database, ids: Ids, now: Date, caseId: string): Promise<number> =>
  db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(cases)
      .where(sql`${cases.id} = ${caseId}`)
      .for('no key update')
    const desk = row && (await loadDesk(tx, toCase(row), { hold: true }))
    const late = desk && lateComers(desk)
    if (!desk || !late || late.reporters.length === 0) return 0
    if (whyNotSay(late.answer.text, whereSaid(desk.case))) return 0
    const { governmentId } = desk.case
    const targets = targetsFor(desk, late.answer, late.reporters, holdFrom(now))
    const rows = targets.map((target) => ({ ...target, id: ids.next(), governmentId, caseId }))
    await tx.insert(answerTargets).values(rows).onConflictDoNothing()
    return rows.length
  })

/** Held like any other reply: for fifteen seconds an officer may still skip it. */
export const greetLateComers = async (
  db: Database,
  ids: Ids,
  now: Date,
  governmentIds: string[],
): Promise<number> => {
  let greeted = 0
  for (const caseId of await casesWithLateComers(db, now, governmentIds))
    greeted += await greetIn(db, ids, now, caseId)
  return greeted
}
