import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { sumOf } from '../core/silence.ts'
import type { Ledger, LedgerSum } from '../ports/ledger.ts'
import type { Database, Queryable } from './database.ts'
import { countedFacts } from './ledger-facts.ts'
import { cases } from './schema/cases.ts'
import { arrivals, ledgerDays, silenceDays } from './schema/ledger.ts'
import { silentNow, silentOn } from './silent-cases.ts'
import { visibleTo } from './visible-to.ts'

const ROWS_AT_ONCE = 1000

interface Only {
  governmentId: string
  end: Date
}

const sumsOf = async (tx: Queryable, only?: Only): Promise<LedgerSum[]> => {
  const rows = await countedFacts(tx, only)
  const came = await tx
    .select({ governmentId: arrivals.governmentId, n: sql<number>`sum(${arrivals.posts})::int` })
    .from(arrivals)
    .where(
      and(
        eq(arrivals.sample, false),
        only && eq(arrivals.governmentId, only.governmentId),
        only && lt(arrivals.at, only.end),
      ),
    )
    .groupBy(arrivals.governmentId)
  const ids = new Set([...rows, ...came].map(({ governmentId }) => governmentId))
  return [...ids].map((governmentId) => ({
    governmentId,
    ingested: came.find((one) => one.governmentId === governmentId)?.n ?? 0,
    outcomes: sumOf(rows.filter((one) => one.governmentId === governmentId)),
  }))
}

/** Midnight on the government's wall. */
const endOf = async (tx: Queryable, governmentId: string, day: string): Promise<Date> => {
  const { rows } = await tx.execute<{ at: Date }>(sql`
    select (${day}::date + 1)::timestamp at time zone timezone as at
    from governments where id = ${governmentId}`)
  return new Date(rows[0]?.at ?? Number.NaN)
}

/** As it stood when the day ended, as far as moments tell; a state that changed since is today's. */
const keepDay = async (tx: Queryable, governmentId: string, day: string, closedAt: Date) => {
  const end = await endOf(tx, governmentId, day)
  const [sum] = await sumsOf(tx, { governmentId, end })
  const outcomes = sum?.outcomes ?? sumOf([])
  const kept = await tx
    .insert(ledgerDays)
    .values({ governmentId, day, closedAt, ingested: sum?.ingested ?? 0, outcomes })
    .onConflictDoNothing()
    .returning({ day: ledgerDays.day })
  if (kept.length === 0) return false
  const silent = await silentNow(tx, eq(cases.governmentId, governmentId), end)
  const rows = silent.map(({ code: _code, title: _title, ...row }) => ({
    ...row,
    governmentId,
    day,
  }))
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await tx.insert(silenceDays).values(rows.slice(at, at + ROWS_AT_ONCE))
  return true
}

/** Another worker keeps the same day in this moment: theirs holds. */
const isBeingKept = (error: unknown): boolean => {
  const { code, cause } = error as { code?: string; cause?: { code?: string } }
  return (code ?? cause?.code) === '40001'
}

/** One snapshot for both sides of the sum: posts come in meanwhile. */
const AT_ONE_MOMENT = { isolationLevel: 'repeatable read' } as const

export const createLedger = (db: Database): Ledger => ({
  sums: () => db.transaction((tx) => sumsOf(tx), AT_ONE_MOMENT),

  silent: async (viewer, asked, today) => {
    const day = asked ?? today
    const seen = visibleTo(viewer)
    if (day === today) return { day, closedAt: null, cases: await silentNow(db, seen) }
    const { governmentId } = viewer
    const [kept] = await db
      .select()
      .from(ledgerDays)
      .where(and(eq(ledgerDays.governmentId, governmentId), eq(ledgerDays.day, day)))
    if (!kept) return null
    return { day, closedAt: kept.closedAt, cases: await silentOn(db, governmentId, day, seen) }
  },

  lastDay: async (governmentId) => {
    const [row] = await db
      .select({ day: ledgerDays.day })
      .from(ledgerDays)
      .where(eq(ledgerDays.governmentId, governmentId))
      .orderBy(desc(ledgerDays.day))
      .limit(1)
    return row?.day ?? null
  },

  closeDay: (governmentId, day, now) =>
    db
      .transaction((tx) => keepDay(tx, governmentId, day, now), AT_ONE_MOMENT)
      .catch((error) => {
        if (isBeingKept(error)) return false
        throw error
      }),
})
