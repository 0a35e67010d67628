import { dueFirst } from '../core/answer-owed.ts'
import type { Case } from '../core/case.ts'
import type { Leg } from '../core/clock-happened.ts'
import { eventsOfClocks, lastLegs, readLegs } from './clock-book.ts'
import { clockRules } from './clock-rules.ts'
import type { Queryable } from './database.ts'

/** The answer that a case owes at this moment, as its clock runs or rests; null where it owes none. */
export const owedBy = async (tx: Queryable, { id, governmentId }: Case): Promise<Leg | null> => {
  const rules = await clockRules(tx, governmentId)
  const { answer } = lastLegs(readLegs(await eventsOfClocks(tx, id), rules))
  return answer && answer.state !== 'stopped' ? answer : null
}

/** What `from` owes, where that is due before anything that `into` owes itself. */
export const owedFirst = async (tx: Queryable, into: Case, from: Case, now: Date) => {
  const { workingOf } = await clockRules(tx, into.governmentId)
  return dueFirst(await owedBy(tx, into), await owedBy(tx, from), now, workingOf)
}
