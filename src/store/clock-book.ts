/** The clocks of one case as rows: its events, and the projection that is made of them. */
import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm'
import { type ClockName, type ClockReading, fold } from '../core/case-clock.ts'
import type { Legs } from '../core/clock-happened.ts'
import type { ClockMove } from '../core/clock-moves.ts'
import type { ClockRules } from '../core/clock-rules.ts'
import type { Queryable } from './database.ts'
import { clockEvents, clocks } from './schema/clocks.ts'

export type ClockEventRow = Pick<
  typeof clockEvents.$inferSelect,
  'clock' | 'leg' | 'does' | 'at' | 'target' | 'since' | 'done' | 'agencyId'
>

export interface LegRow {
  clock: ClockName
  leg: number
  agencyId: string | null
  reading: ClockReading
}

export const eventsOfClocks = (tx: Queryable, caseId: string): Promise<ClockEventRow[]> =>
  tx
    .select()
    .from(clockEvents)
    .where(and(eq(clockEvents.caseId, caseId), isNull(clockEvents.voidedAt)))
    .orderBy(asc(clockEvents.id))

/** Each leg of each clock, folded; legs without a start are gone. */
export const readLegs = (rows: ClockEventRow[], { workingOf }: ClockRules): LegRow[] => {
  const groups = new Map<string, ClockEventRow[]>()
  for (const row of rows) {
    const key = `${row.clock} ${row.leg}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].flatMap((events) => {
    const [first] = events as [ClockEventRow]
    const reading = fold(events, workingOf(first.agencyId))
    return reading
      ? [{ clock: first.clock, leg: first.leg, agencyId: first.agencyId, reading }]
      : []
  })
}

/** The last leg of each clock. */
export const lastLegs = (rows: LegRow[]): Legs => {
  const last: Legs = {}
  for (const { clock, leg, agencyId, reading } of rows)
    if (leg >= (last[clock]?.leg ?? 0)) last[clock] = { ...reading, leg, agencyId }
  return last
}

interface OfCase {
  id: string
  governmentId: string
}

export const writeMoves = async (
  tx: Queryable,
  { id: caseId, governmentId }: OfCase,
  moves: ClockMove[],
  cause: string | null,
): Promise<ClockEventRow[]> => {
  const rows = moves.map(({ clock, leg, does, at, target, since, done, agencyId }) => ({
    ...{ clock, leg, does, at, agencyId },
    target: target ?? null,
    since: since ?? null,
    done: done ?? null,
  }))
  if (rows.length > 0)
    await tx
      .insert(clockEvents)
      .values(rows.map((row) => ({ ...row, caseId, governmentId, cause })))
  return rows
}

/**
 * What was caused by an act that is taken back counts no more. Since when the citizen waits follows from
 * the posts that are there then, also those that came meanwhile, and from no act.
 */
export const takeBackMoves = (tx: Queryable, caseId: string, cause: string, now: Date) =>
  tx
    .update(clockEvents)
    .set({ voidedAt: now })
    .where(
      and(
        eq(clockEvents.caseId, caseId),
        eq(clockEvents.cause, cause),
        isNull(clockEvents.voidedAt),
        or(ne(clockEvents.clock, 'citizen'), ne(clockEvents.does, 'start')),
      ),
    )

const excluded = (column: string) => sql.raw(`excluded.${column}`)

/** Writes the readings of these legs; `nextRungAt` says when the ladder must look at one. */
export const projectLegs = async (
  tx: Queryable,
  { id: caseId, governmentId }: OfCase,
  legs: (LegRow & { nextRungAt: Date | null })[],
): Promise<void> => {
  if (legs.length === 0) return
  const rows = legs.map(({ clock, leg, agencyId, reading, nextRungAt }) => ({
    ...{ governmentId, caseId, clock, leg, agencyId, nextRungAt },
    target: reading.target,
    startedAt: reading.startedAt,
    countsFrom: reading.countsFrom,
    state: reading.state,
    pausedAt: reading.pausedAt,
    stoppedAt: reading.stop?.at ?? null,
    dueAt: reading.dueAt,
    provisional: reading.provisional,
    outcome: reading.outcome,
    stale: false,
  }))
  await tx
    .insert(clocks)
    .values(rows)
    .onConflictDoUpdate({
      target: [clocks.caseId, clocks.clock, clocks.leg],
      set: {
        target: excluded('target'),
        startedAt: excluded('started_at'),
        countsFrom: excluded('counts_from'),
        state: excluded('state'),
        pausedAt: excluded('paused_at'),
        stoppedAt: excluded('stopped_at'),
        dueAt: excluded('due_at'),
        provisional: excluded('provisional'),
        outcome: excluded('outcome'),
        nextRungAt: excluded('next_rung_at'),
        stale: false,
      },
    })
}

/** Legs whose start was taken back are no more. */
export const dropLegs = async (tx: Queryable, caseId: string, kept: LegRow[]): Promise<void> => {
  const keys = kept.map(({ clock, leg }) => `${clock} ${leg}`)
  await tx.execute(sql`delete from clocks where case_id = ${caseId}
    and clock || ' ' || leg <> all (${sql.param(keys)}::text[])`)
}
