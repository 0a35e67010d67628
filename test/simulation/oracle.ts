/**
 * What the clocks of a script must say, found by a plain walk through time minute by minute: no
 * folding, no event log, no arithmetic on days. Watched are the clocks that escalate: citizen, answer
 * and triage.
 */
import type { HolidayCalendar } from '../../src/core/holiday-calendar.ts'
import type { Urgency } from '../../src/core/reading.ts'
import { brute } from '../support/clock-oracle.ts'
import type { Turn } from './script.ts'

const STEP = 60_000
const MINUTES: Record<Urgency, number> = { P1: 60, P2: 240, P3: 900, P4: 2400 }

interface Leg {
  name: 'citizen' | 'answer' | 'triage'
  number: number
  holder: string | null
  /** Runs by the clock on the wall. */
  wall: boolean
  total: number
  used: number
  state: 'runs' | 'rests' | 'ended'
  dueAt: number | null
  /** Rungs with their moments; those of an ended leg come to nothing, unless it goes on. */
  rungs: Map<number, number>
  lost: Set<number>
}

interface World {
  office: ReturnType<typeof brute>
  legs: Leg[]
  holder: string | null
  urgency: Urgency
  answered: boolean
  owes: boolean
}

export const expectedOf = (
  turns: Turn[],
  calendar: HolidayCalendar,
  { hours, until }: { hours: number; until: Date },
): { dues: string[]; rungs: string[] } => {
  const office = brute(calendar, hours)
  const numbers = [...new Set(turns.map((turn) => turn.case))]
  const worlds = numbers.map((n) => [n, turns.filter((turn) => turn.case === n)] as const)
  const legs = worlds.flatMap(([n, mine]) =>
    walk(mine, office, until.getTime()).map((leg) => [n, leg] as const),
  )
  return {
    dues: legs.map(([n, leg]) => `${n} ${leg.name} ${leg.number} ${iso(leg.dueAt)}`).toSorted(),
    rungs: legs.flatMap(([n, leg]) => rungLines(n, leg)).toSorted(),
  }
}

const iso = (at: number | null) => (at === null ? 'paused' : new Date(at).toISOString())

const rungLines = (n: number, { name, number, rungs, lost }: Leg): string[] =>
  [...rungs]
    .filter(([rung]) => !lost.has(rung))
    .map(([rung, at]) => `${n} ${name} ${number} ${rung} ${iso(at)}`)

const walk = (turns: Turn[], office: World['office'], until: number): Leg[] => {
  const [open, ...rest] = turns
  if (open?.does !== 'open') throw new Error('a life begins with its opening')
  const { agencyId: holder, urgency } = open
  const world: World = { office, legs: [], holder, urgency, answered: false, owes: true }
  begin(world, 'citizen', daysFrom(office, open.postedAt, 14))
  for (let at = open.postedAt; at <= until; at += STEP) {
    if (at === open.at) owe(world, at)
    minute(
      world,
      rest.filter((turn) => turn.at === at),
      at,
    )
  }
  for (const leg of world.legs)
    if (leg.state !== 'rests') leg.dueAt ??= dueOf(world, leg, until + STEP)
  return world.legs
}

const minute = (world: World, now: Turn[], at: number): void => {
  const ending = new Set(now.flatMap((turn) => endedBy(turn, world)))
  for (const leg of world.legs) look(leg, at, ending.has(leg))
  for (const turn of now) act(world, turn)
  for (const leg of world.legs) if (leg.state !== 'rests' && counts(world, leg, at)) leg.used += 1
}

const counts = ({ office }: World, { wall, holder }: Leg, at: number): boolean =>
  wall || holder === 'rsud' || office.isOpen(at / STEP)

/** A leg is looked at before anything happens to it, but what ends it comes before its own moment. */
const look = (leg: Leg, at: number, ends: boolean): void => {
  if (leg.dueAt === null && leg.used >= leg.total) leg.dueAt = at
  for (const rung of [50, 100, 150]) {
    if (leg.rungs.has(rung) || leg.used < (leg.total * rung) / 100) continue
    leg.rungs.set(rung, at)
    if (ends || leg.state === 'ended') leg.lost.add(rung)
  }
}

const begin = (world: World, name: Leg['name'], total: number, wall = false): void => {
  const number = world.legs.filter((leg) => leg.name === name).length + 1
  const holder = name === 'answer' ? world.holder : null
  const fresh = {
    used: 0,
    state: 'runs' as const,
    dueAt: null,
    rungs: new Map(),
    lost: new Set<number>(),
  }
  world.legs.push({ name, number, holder, wall, total, ...fresh })
}

const daysFrom = (office: World['office'], from: number, days: number): number => {
  const end = office.endOfDay(new Date(from), days).getTime()
  let minutes = 0
  for (let at = from; at < end; at += STEP) if (office.isOpen(at / STEP)) minutes += 1
  return minutes
}

/** When it would be used up if nothing more happened. */
const dueOf = (world: World, leg: Leg, from: number): number => {
  let left = leg.total - leg.used
  let at = from
  for (; left > 0; at += STEP) if (counts(world, leg, at)) left -= 1
  return at
}

const last = ({ legs }: World, name: Leg['name']): Leg | undefined =>
  legs.findLast((leg) => leg.name === name && leg.state !== 'ended')

const owe = (world: World, at: number): void => {
  const { urgency, owes, holder, office } = world
  if (owes) begin(world, 'answer', MINUTES[urgency], urgency === 'P1')
  if (holder === null && !last(world, 'triage')) begin(world, 'triage', daysFrom(office, at, 3))
}

const ENDS: Partial<Record<Turn['does'], Leg['name'][]>> = {
  answer: ['answer'],
  transfer: ['answer', 'triage'],
  'hand-over': ['answer', 'triage'],
  resolve: ['triage'],
  dismiss: ['answer', 'triage', 'citizen'],
}

const endedBy = ({ does }: Turn, world: World): Leg[] =>
  (ENDS[does] ?? []).flatMap((name) => last(world, name) ?? [])

const act = (world: World, turn: Turn): void => {
  for (const leg of endedBy(turn, world)) {
    leg.dueAt ??= dueNow(world, leg, turn.at)
    leg.state = 'ended'
  }
  ACTS[turn.does]?.(world, turn)
}

const dueNow = (world: World, leg: Leg, at: number): number | null =>
  leg.name === 'citizen' ? null : dueOf(world, leg, at)

const rest = (world: World, names: Leg['name'][]) => {
  for (const name of names) {
    const leg = last(world, name)
    if (leg) leg.state = 'rests'
  }
}
const goOn = (world: World) => {
  for (const leg of world.legs) if (leg.state === 'rests') leg.state = 'runs'
}

const ACTS: Partial<Record<Turn['does'], (world: World, turn: Turn) => void>> = {
  answer: (world) => {
    Object.assign(world, { answered: true, owes: false })
    goOn(world)
  },
  transfer: (world, turn) => {
    if (turn.does === 'transfer') world.holder = turn.agencyId
    owe(world, turn.at)
  },
  ask: (world) => {
    if (world.answered) rest(world, ['citizen', 'answer'])
  },
  reply: goOn,
  'hand-over': (world) => rest(world, ['citizen']),
  'come-back': (world, { at }) => {
    goOn(world)
    owe(world, at)
  },
  resolve: (world) => rest(world, ['citizen']),
  reopen: (world, { at }) => {
    goOn(world)
    // dismissed by mistake: the citizen waited all the time
    const citizen = world.legs[0] as Leg
    if (citizen.state === 'ended') {
      citizen.state = 'runs'
      citizen.lost.clear()
    }
    world.owes = true
    owe(world, at)
  },
  alarm: (world, { at }) => {
    world.urgency = 'P1'
    const leg = last(world, 'answer')
    if (!leg || leg.dueAt !== null || (dueNow(world, leg, at) as number) <= at + 60 * 60_000) return
    Object.assign(leg, { total: 60, used: 0, wall: true })
  },
}
