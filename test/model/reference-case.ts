/** A case as the model knows it, and the life cycle in its own words. */
import type { Urgency } from '../../src/core/reading.ts'
import { type Leg, lastOf, type Name } from './reference-clocks.ts'
import type { Owner, Who } from './steps.ts'

export interface Post {
  id: number
  /** When it was written, and when it was found. */
  at: number
  found: number
  answered: number | null
  /** The cases that it lay in before, the last one last. */
  through: number[]
}

export interface Offer {
  to: Owner
  from: Owner
  at: number
  state: 'open' | 'undecided'
  /** The one asked has spoken. */
  answered: boolean
}

export interface Known {
  state: string
  owner: Owner
  urgency: Urgency
  category: 'jalan.rusak' | 'air.pdam'
  claim: { user: string; until: number } | null
  answeredAt: number | null
  followedAt: number | null
  /** A first or a new answer is owed. */
  owes: boolean
  mergedInto: number | null
  /** With a body outside that has not said how it ended. */
  outside: boolean
  offer: Offer | null
  /** Since somebody took it or the coordinator decided. */
  returns: number
  legs: Leg[]
  posts: Post[]
  history: Entry[]
  /** Grows with everything that was done to it. */
  version: number
  /** Taken back after others had worked on it: only what must always hold is looked at from then on. */
  loose: boolean
}

export interface Entry {
  type: string
  user: string
  undone: boolean
  before: Known | null
  version: number
  other?: Away
}

/** What a merge brought, or a split took away. */
export interface Away {
  case: number
  before: Known | null
  version: number
  posts: number[]
}

export const leg = (it: Known, name: Name): Leg | undefined => lastOf(it.legs, name)

export const copyOf = (it: Known): Known => structuredClone({ ...it, history: [] })

/** Minutes; ninety seconds. */
const LEASE = 1.5

export const lease = (user: string, now: number) => ({ user, until: now + LEASE })

export const isFree = ({ claim }: Known, user: string, now: number): boolean =>
  !claim || claim.user === user || claim.until <= now

export const userOf = (who: Who, owner: Owner): string => {
  if (who === 'chief') return 'chief'
  if (owner === null) return who === 'first' ? 'chief' : 'deputy'
  return `${owner}-${who}`
}

const UNTOUCHED = ['new', 'verified', 'referred', 'returned', 'reopened']
const OPEN = [...UNTOUCHED, 'accepted', 'in-progress', 'waiting-reporter', 'handed-over']
export const isOpen = ({ state }: Known): boolean => OPEN.includes(state)

type Move =
  | 'verify'
  | 'refer'
  | 'return'
  | 'accept'
  | 'work'
  | 'ask'
  | 'reply'
  | 'hand-over'
  | 'take-back'
  | 'resolve'
  | 'dismiss'
  | 'merge'
  | 'reopen'

/** Where it leads; null: not from here. An open case can do nearly everything, an ended one come back. */
export const after = (state: string, move: Move): string | null => {
  if (!OPEN.includes(state)) return move === 'reopen' ? 'reopened' : null
  return LEADS_TO[move]?.(state) ?? null
}

const to = (next: string) => () => next
/** Whoever takes it up leaves it where it waits, or where it is outside. */
const KEPT = ['waiting-reporter', 'handed-over', 'in-progress']

const LEADS_TO: Partial<Record<Move, (state: string) => string | null>> = {
  verify: (state) => (UNTOUCHED.includes(state) ? 'verified' : null),
  accept: (state) => (KEPT.includes(state) ? state : 'accepted'),
  work: (state) => (state === 'handed-over' ? state : 'in-progress'),
  reply: (state) => (state === 'waiting-reporter' ? 'in-progress' : null),
  'take-back': (state) => (state === 'handed-over' ? 'in-progress' : null),
  refer: to('referred'),
  return: to('returned'),
  ask: to('waiting-reporter'),
  'hand-over': to('handed-over'),
  resolve: to('resolved'),
  dismiss: to('not-a-service'),
  merge: to('duplicate'),
}
