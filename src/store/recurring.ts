import { and, desc, eq, gte, sql } from 'drizzle-orm'
import { RECURRING_CASES, recurringCases as recurring, recurringSince } from '../core/recurring.ts'
import type { Viewer } from '../core/roles.ts'
import type { Ids } from '../ports/ids.ts'
import type { RecurringProblem, RecurringProblems } from '../ports/recurring.ts'
import type { Database, Queryable } from './database.ts'
import { cases } from './schema/cases.ts'
import { recurringCases, recurringProblems } from './schema/recurring.ts'
import { visibleTo } from './visible-to.ts'
import { writeAudit } from './write-audit.ts'

interface PlaceOfCategory {
  governmentId: string
  category: string
  placeKey: string
}

/** Places that may have enough cases; confidential ones are no pattern to show to others. */
const candidates = async (db: Database, now: Date): Promise<PlaceOfCategory[]> => {
  const { rows } = await db.execute<PlaceOfCategory & Record<string, unknown>>(sql`
    select government_id as "governmentId", category, place_key as "placeKey" from cases
    where place_key is not null and not confidential and not sample
      and opened_at >= ${recurringSince(now)}
    group by 1, 2, 3 having count(*) >= ${RECURRING_CASES}`)
  return rows
}

const problemAt = async (tx: Queryable, ids: Ids, at: PlaceOfCategory, now: Date) => {
  const [opened] = await tx
    .insert(recurringProblems)
    .values({ id: ids.next(), ...at, openedAt: now })
    .onConflictDoNothing()
    .returning()
  if (opened) {
    const { governmentId, category, placeKey } = at
    const line = { governmentId, at: now, subject: `recurring:${opened.id}` }
    await writeAudit(tx, [{ ...line, act: 'recurring.opened', after: { category, placeKey } }])
    return { id: opened.id, isNew: true }
  }
  const { governmentId, category, placeKey } = recurringProblems
  const [known] = await tx
    .select({ id: recurringProblems.id })
    .from(recurringProblems)
    .where(
      and(eq(governmentId, at.governmentId), eq(category, at.category), eq(placeKey, at.placeKey)),
    )
  return { id: known?.id ?? '', isNew: false }
}

const lookAt = async (
  tx: Queryable,
  ids: Ids,
  at: PlaceOfCategory,
  now: Date,
): Promise<boolean> => {
  const found = await tx
    .select()
    .from(cases)
    .where(
      and(
        eq(cases.governmentId, at.governmentId),
        eq(cases.category, at.category),
        eq(cases.placeKey, at.placeKey),
        eq(cases.confidential, false),
        gte(cases.openedAt, recurringSince(now)),
      ),
    )
  const linked = recurring(found, now)
  if (linked.length === 0) return false
  const problem = await problemAt(tx, ids, at, now)
  const rows = linked.map(({ id }) => ({ problemId: problem.id, caseId: id }))
  await tx.insert(recurringCases).values(rows).onConflictDoNothing()
  return problem.isNew
}

const LISTED = 1000

const listFor = async (db: Database, viewer: Viewer): Promise<RecurringProblem[]> => {
  const rows = await db
    .select({ problem: recurringProblems, case: cases })
    .from(recurringProblems)
    .innerJoin(recurringCases, eq(recurringCases.problemId, recurringProblems.id))
    .innerJoin(cases, eq(cases.id, recurringCases.caseId))
    .where(visibleTo(viewer))
    .orderBy(desc(recurringProblems.openedAt), desc(cases.openedAt))
    .limit(LISTED)
  const found = new Map<string, RecurringProblem>()
  for (const { problem, case: it } of rows) {
    const { id, category, openedAt } = problem
    const known = found.get(id) ?? {
      id,
      category,
      place: it.place?.name ?? null,
      openedAt,
      cases: [],
    }
    known.cases.push(it)
    found.set(id, known)
  }
  return [...found.values()]
}

export const createRecurringProblems = (db: Database, ids: Ids): RecurringProblems => ({
  find: async (now) => {
    let opened = 0
    for (const at of await candidates(db, now))
      if (await db.transaction((tx) => lookAt(tx, ids, at, now))) opened += 1
    return opened
  },
  list: (viewer) => listFor(db, viewer),
})
