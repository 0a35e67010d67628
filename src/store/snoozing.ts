import { and, asc, eq, gt, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import type { CaseEventType } from '../core/case-event.ts'
import { wake, whyWoken } from '../core/snooze.ts'
import type { Snoozing } from '../ports/queue-work.ts'
import { applyChange } from './apply-change.ts'
import { toCase } from './case-rows.ts'
import type { Database, Queryable } from './database.ts'
import { caseEvents, cases } from './schema/cases.ts'

const AT_ONCE = 100

/** Whoever writes them: a citizen's word reached the case. */
const WORDS: CaseEventType[] = [
  'post-joined',
  'recurred',
  'merged',
  'reporter-replied',
  'reporter-unsatisfied',
]

/** Something was written since the case was put off the last time; ids, since clocks may differ. */
const NEWS: SQL<boolean> = sql`exists (select from ${caseEvents} where ${and(
  eq(caseEvents.caseId, cases.id),
  inArray(caseEvents.type, WORDS),
)} and ${caseEvents.id} > (select coalesce(max(put_off.id), 0) from case_events put_off
  where put_off.case_id = ${cases.id} and put_off.type = 'snoozed'))`

const whoseTimeCame = (tx: Queryable, now: Date) =>
  tx
    .select({ row: cases, news: sql<boolean>`(${cases.snoozeForReply} and ${NEWS})` })
    .from(cases)
    .where(
      and(
        eq(cases.isSnoozed, true),
        cases.isOpen,
        or(
          lte(cases.snoozedUntil, now),
          and(lte(cases.dueAt, now), gt(cases.dueAt, cases.snoozedAt)),
          and(cases.snoozeForReply, NEWS),
        ),
      ),
    )
    .orderBy(asc(cases.id))
    .limit(AT_ONCE)
    .for('no key update', { of: cases, skipLocked: true })

const wakeOne = async (tx: Queryable, current: Case, news: boolean, now: Date) => {
  const because = whyWoken(current, news, now)
  const decision = because === null ? null : wake(current, because, now)
  if (decision?.kind !== 'changed') return false
  await applyChange(tx, null, current, decision, now)
  return true
}

export const createSnoozing = (db: Database): Snoozing => ({
  wakeDue: (now) =>
    db.transaction(async (tx) => {
      const found = await whoseTimeCame(tx, now)
      let woken = 0
      for (const { row, news } of found) if (await wakeOne(tx, toCase(row), news, now)) woken += 1
      return woken
    }),
})
