import { and, eq, isNotNull } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import type { ClockRules } from '../core/clock-rules.ts'
import { CLIMBED, nextRungAt, type Rung, rungsReached, tellAt } from '../core/escalation.ts'
import type { LegRow } from './clock-book.ts'
import type { Queryable } from './database.ts'
import { insertEvents } from './insert-events.ts'
import { clocks, escalations } from './schema/clocks.ts'

/** What was climbed of a case's clocks before, and from when its legs are watched. */
export interface Ladder {
  climbed: Map<string, Set<Rung>>
  watchedFrom: Map<string, Date>
}

const keyOf = ({ clock, leg }: Pick<LegRow, 'clock' | 'leg'>) => `${clock} ${leg}`

export const emptyLadder = (): Ladder => ({ climbed: new Map(), watchedFrom: new Map() })

export const ladderOf = async (tx: Queryable, caseId: string): Promise<Ladder> => {
  const ladder = emptyLadder()
  const { clock, leg, rung } = escalations
  const rows = await tx
    .select({ clock, leg, rung })
    .from(escalations)
    .where(eq(escalations.caseId, caseId))
  for (const row of rows) noteClimbed(ladder, row)
  const watched = await tx
    .select({ clock: clocks.clock, leg: clocks.leg, from: clocks.watchedFrom })
    .from(clocks)
    .where(and(eq(clocks.caseId, caseId), isNotNull(clocks.watchedFrom)))
  for (const row of watched) if (row.from) ladder.watchedFrom.set(keyOf(row), row.from)
  return ladder
}

const noteClimbed = (
  { climbed }: Ladder,
  row: Pick<LegRow, 'clock' | 'leg'> & { rung: Rung },
): void => {
  const before = climbed.get(keyOf(row)) ?? new Set<Rung>()
  climbed.set(keyOf(row), before.add(row.rung))
}

/** Imported history and the sample are nobody's lateness. */
const isWatched = ({ history, sample }: Pick<Case, 'history' | 'sample'>): boolean =>
  !history && !sample

/** Climbs every rung that was reached by then, each once, with its event; says how many were new. */
export const climb = async (
  tx: Queryable,
  about: Case,
  legs: LegRow[],
  { rules, ladder, now }: { rules: ClockRules; ladder: Ladder; now: Date },
): Promise<number> => {
  if (!isWatched(about)) return 0
  const reached = legs
    .filter(({ clock }) => CLIMBED.includes(clock))
    .flatMap((leg) => reachedOn(leg, { rules, ladder, now }))
  if (reached.length === 0) return 0
  const { id: caseId, governmentId, urgency } = about
  const tell = tellAt(now, urgency, rules.quiet, rules.offset)
  const rows = await tx
    .insert(escalations)
    .values(reached.map((row) => ({ ...row, governmentId, caseId, climbedAt: now, tellAt: tell })))
    .onConflictDoNothing()
    .returning()
  for (const row of rows) noteClimbed(ladder, row)
  await insertEvents(
    tx,
    rows.map(({ clock, leg, rung }) => ({
      ...{ governmentId, caseId, actor: null, at: now },
      type: 'escalated' as const,
      fromAgencyId: about.agencyId,
      toAgencyId: about.agencyId,
      data: { clock, leg, rung },
    })),
  )
  return rows.length
}

const reachedOn = (
  { clock, leg, agencyId, reading }: LegRow,
  { rules, ladder, now }: { rules: ClockRules; ladder: Ladder; now: Date },
) => {
  const key = keyOf({ clock, leg })
  const from = ladder.watchedFrom.get(key)
  return rungsReached(reading, now, rules.workingOf(agencyId))
    .filter(({ rung, moment }) => !ladder.climbed.get(key)?.has(rung) && (!from || moment >= from))
    .map((reached) => ({ clock, leg, agencyId, ...reached }))
}

/** When the ladder has to look at this leg again. */
export const nextLookAt = (
  about: Case,
  { clock, leg, agencyId, reading }: LegRow,
  { rules, ladder }: { rules: ClockRules; ladder: Ladder },
): Date | null => {
  if (!isWatched(about) || !CLIMBED.includes(clock)) return null
  const key = keyOf({ clock, leg })
  const from = ladder.watchedFrom.get(key)
  return nextRungAt(reading, ladder.climbed.get(key) ?? new Set(), rules.workingOf(agencyId), from)
}
