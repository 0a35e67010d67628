/** What happens to the cases of a simulation: a script by seeded chance, legal for the desk. */
import type { Urgency } from '../../src/core/reading.ts'

export type Act =
  | { does: 'open'; agencyId: string | null; urgency: Urgency; postedAt: number }
  | { does: 'answer' | 'reply' | 'hand-over' | 'come-back' | 'resolve' | 'reopen' | 'dismiss' }
  | { does: 'ask' }
  | { does: 'transfer'; agencyId: string }
  | { does: 'alarm' }

export type Turn = Act & { at: number; case: number }

const AGENCIES = ['pupr', 'dinkes', 'rsud'] as const
const URGENCIES: Urgency[] = ['P1', 'P2', 'P3', 'P4']
/** Even minutes: half of every target is a whole minute then. */
const STEP = 2 * 60_000

type Chance = (below: number) => number

/** mulberry32: small, and the same everywhere. */
const chanceOf = (seed: number): Chance => {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

interface Standing {
  state: 'open' | 'waiting' | 'outside' | 'solved' | 'over'
  holder: string | null
  answered: boolean
  /** A new answer is owed and was not given. */
  owes: boolean
  grave: boolean
}

/** What the desk may do next, and what the case is then. */
const NEXT: Record<Standing['state'], (now: Standing, chance: Chance) => [Act, Partial<Standing>]> =
  {
    open: (now, chance) => {
      const answer: [Act, Partial<Standing>] = [{ does: 'answer' }, { answered: true, owes: false }]
      const others = AGENCIES.filter((id) => id !== now.holder)
      const to = others[chance(others.length)] as string
      const may: [Act, Partial<Standing>][] = [
        answer,
        answer,
        [{ does: 'transfer', agencyId: to }, { holder: to }],
        [{ does: 'ask' }, { state: 'waiting' }],
        [{ does: 'hand-over' }, { state: 'outside' }],
      ]
      if (now.owes && !now.grave) may.push([{ does: 'alarm' }, { grave: true }])
      if (!now.owes) may.push([{ does: 'resolve' }, { state: 'solved' }])
      if (chance(6) === 0) may.push([{ does: 'dismiss' }, { state: 'over' }])
      return may[chance(may.length)] as [Act, Partial<Standing>]
    },
    waiting: (_now, chance) =>
      chance(3) === 0
        ? [{ does: 'answer' }, { state: 'open', answered: true, owes: false }]
        : [{ does: 'reply' }, { state: 'open' }],
    outside: () => [{ does: 'come-back' }, { state: 'open' }],
    solved: () => [{ does: 'reopen' }, { state: 'open', owes: true }],
    over: () => [{ does: 'reopen' }, { state: 'open', owes: true }],
  }

export const scriptOf = (
  cases: number,
  { from, days, seed }: { from: Date; days: number; seed: number },
): Turn[] => {
  const end = from.getTime() + days * 86_400_000
  const turns: Turn[] = []
  for (let n = 0; n < cases; n++) {
    const chance = chanceOf(seed + n * 101)
    const at = from.getTime() + chance(days * 360) * STEP
    const urgency = URGENCIES[chance(4)] as Urgency
    const agencyId = AGENCIES[chance(4)] ?? null
    const postedAt = at - chance(600) * STEP
    turns.push({ does: 'open', case: n, at, agencyId, urgency, postedAt })
    turns.push(...lifeOf(n, { at, end, urgency, agencyId }, chance))
  }
  return turns.sort((one, other) => one.at - other.at || one.case - other.case)
}

const lifeOf = (
  n: number,
  born: { at: number; end: number; urgency: Urgency; agencyId: string | null },
  chance: Chance,
): Turn[] => {
  let now: Standing = {
    ...{ state: 'open', holder: born.agencyId, answered: false, owes: true },
    grave: born.urgency === 'P1',
  }
  const turns: Turn[] = []
  let at = born.at
  for (let left = chance(7); left > 0; left--) {
    at += (1 + chance(chance(3) === 0 ? 40 : 1500)) * STEP
    if (at >= born.end) break
    const [act, then] = NEXT[now.state](now, chance)
    now = { ...now, ...then }
    turns.push({ ...act, at, case: n })
  }
  return turns
}
