/** The clock events of a paper house: written, taken back and read as store/run-clocks.ts does it. */
import type { Case } from '../../src/core/case.ts'
import { fold } from '../../src/core/case-clock.ts'
import type { CaseEventData, CaseEventType } from '../../src/core/case-event.ts'
import type { Happened, Leg, Legs } from '../../src/core/clock-happened.ts'
import { type ClockMove, clockMoves } from '../../src/core/clock-moves.ts'
import { clockRulesOf } from '../../src/core/clock-rules.ts'
import type { Configuration, Government } from '../../src/core/configuration.ts'
import { type LegRow, lastLegs } from '../../src/store/clock-book.ts'
import { MINUTE } from './office.ts'

interface Row extends ClockMove {
  caseId: string
  cause: string | null
}

export interface Context extends Pick<Happened, 'owed' | 'waitsSince'> {
  cause?: string
  undoes?: string
}

type Event = { type: CaseEventType; at: Date; data?: CaseEventData }

export type Book = ReturnType<typeof openBook>

export const openBook = (configuration: Configuration) => {
  const { targets, workingOf } = clockRulesOf(
    configuration,
    configuration.governments[0] as Government,
  )
  const rows = new Map<string, Row[]>()
  const known = new Map<string, LegRow[]>()
  const legsOf = (caseId: string): LegRow[] => {
    const read = known.get(caseId) ?? readLegs(caseId)
    known.set(caseId, read)
    return read
  }
  const keep = (caseId: string, written: Row[]) => {
    rows.set(caseId, written)
    known.delete(caseId)
  }
  const readLegs = (caseId: string): LegRow[] => {
    const legs = new Map<string, Row[]>()
    for (const row of rows.get(caseId) ?? []) {
      const key = `${row.clock} ${row.leg}`
      legs.set(key, [...(legs.get(key) ?? []), row])
    }
    return [...legs.values()].flatMap((moves) => {
      const { clock, leg, agencyId } = moves[0] as Row
      const reading = fold(moves, workingOf(agencyId))
      return reading ? [{ clock, leg, agencyId, reading }] : []
    })
  }
  return {
    run: (before: Case | null, after: Case, event: Event, context: Context = {}): void => {
      const { cause = null, undoes, ...owed } = context
      const all = rows.get(after.id) ?? []
      const kept = all.filter((row) => !undoes || row.cause !== undoes || isFirstPost(row))
      keep(after.id, kept)
      const legs = lastLegs(legsOf(after.id))
      const moves = clockMoves({ before, after, event, targets, workingOf, legs, ...owed })
      keep(after.id, [...kept, ...moves.map((move) => ({ ...move, caseId: after.id, cause }))])
    },
    /** The answer that is owed at this moment, as store/owed-answer.ts reads it. */
    owedBy: (caseId: string): Leg | null => {
      const { answer } = lastLegs(legsOf(caseId))
      return answer && answer.state !== 'stopped' ? answer : null
    },
    workingOf,
    dueBefore: (clock: LegRow['clock'], now: Date): string[] =>
      [...rows.keys()].filter((caseId) =>
        legsOf(caseId).some(
          ({ clock: name, reading }) =>
            name === clock && reading.state === 'running' && reading.dueAt && reading.dueAt < now,
        ),
      ),
    targets,
    legs: (caseId: string): Legs => lastLegs(legsOf(caseId)),
    leg: (caseId: string, clock: LegRow['clock'], leg: number) =>
      legsOf(caseId).find((each) => each.clock === clock && each.leg === leg)?.reading,
    citizenStarts: () =>
      [...rows.keys()].flatMap((caseId) =>
        legsOf(caseId)
          .filter(({ clock }) => clock === 'citizen')
          .map(({ reading }) => ({ caseId, at: reading.startedAt })),
      ),
    lines: (caseId: string): string[] => legsOf(caseId).map(lineOf).toSorted(),
  }
}

/** As store/clock-book.ts: what follows from the posts is not taken back with an act. */
const isFirstPost = ({ clock, does }: Row) => clock === 'citizen' && does === 'start'

const lineOf = ({ clock, leg, agencyId, reading: { state, dueAt, outcome } }: LegRow): string => {
  const due = dueAt ? dueAt.getTime() / MINUTE : 'no deadline'
  return [clock, leg, agencyId ?? '-', state, due, outcome].join(' ')
}
