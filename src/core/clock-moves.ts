/**
 * What the clocks of a case do when something happened to it. The table (clock-table.ts) says what is
 * wanted of each; the moves that lead there are found here, so that nothing is started, stopped or
 * paused twice whoever calls.
 */
import type { ClockEvent, ClockName } from './case-clock.ts'
import { CLOCK_NAMES } from './case-clock.ts'
import { aimsAnew } from './clock-aims.ts'
import type { Happened, Leg, Runs, Wanted } from './clock-happened.ts'
import { CLOCK_TABLE } from './clock-table.ts'

export interface ClockMove extends ClockEvent {
  clock: ClockName
  leg: number
  agencyId: string | null
}

export const clockMoves = (happened: Happened): ClockMove[] =>
  CLOCK_NAMES.flatMap((clock) => {
    const leg = happened.legs[clock]
    const moved = towards(clock, leg, wantedOf(clock, leg, happened), happened)
    return [...moved, ...aimed(clock, leg, moved, happened)]
  })

/** What the office owes a citizen; the others follow what somebody here did with the case. */
const OWED: ReadonlySet<ClockName> = new Set(['citizen', 'answer', 'triage', 'follow-up'])

/** Nobody waits for what was imported as history: its clocks begin with the first live word. */
const wantedOf = (clock: ClockName, leg: Leg | undefined, happened: Happened): Wanted =>
  happened.after.history && OWED.has(clock)
    ? { kind: 'stopped', at: happened.event.at, done: false }
    : CLOCK_TABLE[clock](happened, leg)

/** A leg that neither begins nor ends may aim elsewhere. */
const aimed = (
  clock: ClockName,
  leg: Leg | undefined,
  moved: ClockMove[],
  happened: Happened,
): ClockMove[] => {
  const over = !leg || leg.state === 'stopped'
  if (over || moved.some(({ does }) => does === 'start' || does === 'stop')) return []
  return aimsAnew(clock, leg, happened).map((event) => moveOf(clock, leg, event))
}

const towards = (
  clock: ClockName,
  leg: Leg | undefined,
  wanted: Wanted,
  { event }: Happened,
): ClockMove[] => {
  if (wanted.kind === 'as-is') return []
  if (wanted.kind === 'stopped') return ended(clock, leg, wanted)
  if (wanted.kind === 'runs') return running(clock, leg, wanted, event.at)
  const pause: ClockEvent = { does: 'pause', at: event.at }
  if (leg) return leg.state === 'running' ? [moveOf(clock, leg, pause)] : []
  const first = { leg: 1, agencyId: null }
  const start: ClockEvent = { does: 'start', at: wanted.from, target: wanted.target }
  return [moveOf(clock, first, start), moveOf(clock, first, pause)]
}

const moveOf = (
  clock: ClockName,
  { leg, agencyId }: Pick<Leg, 'leg' | 'agencyId'>,
  event: ClockEvent,
): ClockMove => ({ clock, leg, agencyId, ...event })

/** Somebody says that it was answered before the agency even had it: then at once. */
const ended = (
  clock: ClockName,
  leg: Leg | undefined,
  { at, done }: { at: Date; done: boolean },
): ClockMove[] => {
  if (!leg) return []
  // answered while somebody outside had it: then nothing is owed when it comes back
  if (leg.stop)
    return done && clock === 'answer' && !leg.stop.done
      ? [moveOf(clock, leg, { does: 'stop', at: leg.stop.at, done })]
      : []
  const stop = at < leg.startedAt ? leg.startedAt : at
  return [moveOf(clock, leg, { does: 'stop', at: stop, done })]
}

const running = (clock: ClockName, leg: Leg | undefined, wanted: Runs, at: Date): ClockMove[] => {
  if (leg && goesOn(leg, wanted))
    return leg.state === 'running' ? [] : [moveOf(clock, leg, { does: 'resume', at })]
  const { holder, target, from, countsFrom, onward, pauses = [] } = wanted
  const next = { leg: (leg?.leg ?? 0) + 1, agencyId: holder }
  const start = moveOf(clock, next, { does: 'start', at: from, target })
  const counts: ClockEvent = { does: 'retarget', at, target, since: countsFrom ?? null }
  return [
    // what was stopped undone, as by "bukan layanan", was not done because a new leg begins
    ...(leg?.stop ? [] : ended(clock, leg, { at, done: onward === 'fresh' })),
    start,
    ...(countsFrom ? [moveOf(clock, next, counts)] : []),
    ...pauses.flatMap((pause) => [
      moveOf(clock, next, { does: 'pause', at: pause.from }),
      moveOf(clock, next, { does: 'resume', at: pause.to ?? at }),
    ]),
  ]
}

const goesOn = (leg: Leg, { onward, holder }: Runs): boolean => {
  if (onward === 'resume') return true
  return onward === 'anew' && leg.agencyId === holder && leg.state !== 'stopped'
}
