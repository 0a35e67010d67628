/**
 * The clocks of the model. A leg is the stretches of time in which it ran; its deadline is found by
 * walking them until the target is used up. No events, no folding: what ran, ran.
 */
import { afterMinutes, endOfDays, officeMinutes } from './office.ts'

export type Name =
  | 'citizen'
  | 'answer'
  | 'triage'
  | 'follow-up'
  | 'reporter'
  | 'confirmation'
  | 'reopening'
  | 'offer'
  | 'external-check'

export type Target = { days: number } | { office: number } | { wall: number }

export interface Leg {
  name: Name
  number: number
  holder: string | null
  target: Target
  /** From when the target counts. */
  from: number
  /** All that it ever aimed at. */
  aims: { target: Target; from: number }[]
  ran: { from: number; to: number | null }[]
  stop: { at: number; done: boolean } | null
}

const measured = ({ target }: Leg, from: number, to: number): number =>
  'wall' in target ? to - from : officeMinutes(from, to)

const total = ({ target, from }: Leg): number => {
  if ('wall' in target) return target.wall
  return 'office' in target ? target.office : officeMinutes(from, endOfDays(from, target.days))
}

/** What ended is read as if it had run on from its end. */
const stretches = ({ ran, stop }: Leg): Leg['ran'] => {
  if (!stop) return ran
  const before = ran
    .filter(({ from }) => from < stop.at)
    .map(({ from, to }) => ({ from, to: Math.min(to ?? stop.at, stop.at) }))
  return [...before, { from: stop.at, to: null }]
}

/** Null while it rests with time left. */
export const dueOf = (leg: Leg): number | null => {
  let left = total(leg)
  for (const { from, to } of stretches(leg)) {
    const begins = Math.max(from, leg.from)
    if (to !== null && to <= begins) continue
    const used = to === null ? Number.POSITIVE_INFINITY : measured(leg, begins, to)
    if (used >= left) return 'wall' in leg.target ? begins + left : afterMinutes(begins, left)
    left -= used
  }
  return null
}

const rests = ({ ran }: Leg): boolean => ran.at(-1)?.to !== null

const outcomeOf = (leg: Leg): string => {
  if (!leg.stop) return 'open'
  const due = dueOf(leg)
  if (due !== null && leg.stop.at > due) return 'missed'
  return leg.stop.done ? 'met' : 'void'
}

export const lineOf = (leg: Leg): string => {
  const { name, number, holder, stop } = leg
  const state = stop ? 'stopped' : rests(leg) ? 'paused' : 'running'
  return [name, number, holder ?? '-', state, dueOf(leg) ?? 'no deadline', outcomeOf(leg)].join(' ')
}

// ------------------------------------------------------------------ what may be done to a clock

export const lastOf = (legs: Leg[], name: Name): Leg | undefined =>
  legs.findLast((leg) => leg.name === name)

export const begin = (
  legs: Leg[],
  name: Name,
  holder: string | null,
  target: Target,
  from: number,
): Leg => {
  const number = legs.filter((leg) => leg.name === name).length + 1
  const aims = [{ target, from }]
  const ran = [{ from, to: null }]
  const leg: Leg = { name, number, holder, target, from, aims, ran, stop: null }
  legs.push(leg)
  return leg
}

export const rest = (leg: Leg, now: number): void => {
  const last = leg.ran.at(-1)
  if (!leg.stop && last?.to === null) last.to = now
}

export const goOn = (leg: Leg, now: number): void => {
  leg.stop = null
  if (rests(leg)) leg.ran.push({ from: now, to: null })
}

/** What is over stays over; that the thing was done after all may be added. */
export const end = (leg: Leg | undefined, at: number, done: boolean): void => {
  if (!leg) return
  if (leg.stop) leg.stop.done ||= done && leg.name === 'answer'
  else leg.stop = { at: Math.max(at, leg.ran[0]?.from ?? at), done }
}

/** Runs for this holder: goes on, or a new leg begins where the last one is over or another's. */
export const runFor = (
  legs: Leg[],
  name: Name,
  holder: string | null,
  target: Target,
  now: number,
): void => {
  const leg = lastOf(legs, name)
  if (leg && !leg.stop && leg.holder === holder) goOn(leg, now)
  else {
    end(leg, now, false)
    begin(legs, name, holder, target, now)
  }
}
