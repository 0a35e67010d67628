import { and, asc, eq, gt, ne } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import type { Clock } from '../ports/clock.ts'
import type { Deadlines, MovedDeadline } from '../ports/deadlines.ts'
import { toCase } from './case-rows.ts'
import { eventsOfClocks, type LegRow, readLegs } from './clock-book.ts'
import { clockRules } from './clock-rules.ts'
import type { Database, Queryable } from './database.ts'
import { refreshClocks } from './run-clocks.ts'
import { cases } from './schema/cases.ts'
import { clocks } from './schema/clocks.ts'
import { writeEvents } from './write-event.ts'

const CASES_AT_ONCE = 200
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

export const createDeadlines = (db: Database, clock: Clock): Deadlines => ({
  recompute: async ({ dryRun, signal }) => {
    const moved: MovedDeadline[] = []
    for await (const caseId of openCases(db)) {
      if (signal?.aborted) break
      const options = { dryRun, now: clock.now() }
      moved.push(...(await db.transaction((tx) => recomputeOf(tx, caseId, options))))
    }
    return moved
  },
})

async function* openCases(db: Database): AsyncGenerator<string> {
  for (let after: string | undefined = BEFORE_ALL; after; ) {
    const page = await casesAfter(db, after)
    yield* page
    after = page.at(-1)
  }
}

/** Cases with a clock that runs or is paused: also a solved one, whose reporter is still waited for. */
const casesAfter = async (db: Database, after: string): Promise<string[]> => {
  const rows = await db
    .selectDistinct({ caseId: clocks.caseId })
    .from(clocks)
    .where(and(gt(clocks.caseId, after), ne(clocks.state, 'stopped')))
    .orderBy(asc(clocks.caseId))
    .limit(CASES_AT_ONCE)
  return rows.map(({ caseId }) => caseId)
}

const recomputeOf = async (
  tx: Queryable,
  caseId: string,
  { dryRun, now }: { dryRun: boolean; now: Date },
): Promise<MovedDeadline[]> => {
  const [row] = await tx.select().from(cases).where(eq(cases.id, caseId)).for('no key update')
  if (!row) return []
  const about = toCase(row)
  const before = await tx
    .select()
    .from(clocks)
    .where(and(eq(clocks.caseId, caseId), ne(clocks.state, 'stopped'), eq(clocks.stale, false)))
  const legs = readLegs(await eventsOfClocks(tx, caseId), await clockRules(tx, about.governmentId))
  const moved = before.flatMap((old) => movedOf(about, old, legs))
  if (dryRun) return moved
  await refreshClocks(tx, about, now)
  await tell(tx, about, moved, now)
  return moved
}

const movedOf = (
  { code }: Case,
  { clock, leg, dueAt: from }: typeof clocks.$inferSelect,
  legs: LegRow[],
): MovedDeadline[] => {
  const anew = legs.find((each) => each.clock === clock && each.leg === leg)
  const to = anew?.reading.dueAt ?? null
  if (from?.getTime() === to?.getTime()) return []
  return [{ caseCode: code, clock, leg, from, to }]
}

const tell = (tx: Queryable, about: Case, moved: MovedDeadline[], now: Date) =>
  writeEvents(
    tx,
    moved.map(({ clock, leg, from, to }) => ({
      governmentId: about.governmentId,
      caseId: about.id,
      type: 'deadline-moved' as const,
      actor: null,
      at: now,
      fromAgencyId: about.agencyId,
      toAgencyId: about.agencyId,
      data: {
        ...{ clock, leg },
        fromDue: from?.toISOString() ?? null,
        toDue: to?.toISOString() ?? null,
      },
    })),
  )
