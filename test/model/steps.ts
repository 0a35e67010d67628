/** What people, citizens and time may do to a few cases; `case` counts the cases in order of opening. */
import fc from 'fast-check'
import type { Urgency } from '../../src/core/reading.ts'

/** Of the owner's people the first or the second, or the coordinator. */
export type Who = 'first' | 'second' | 'chief'
export type Owner = 'pupr' | 'dinkes' | null

/** What needs nothing but somebody and a case. */
export const PLAIN = [
  'claim',
  'heartbeat',
  'release',
  'take-over',
  'verify',
  'answer',
  'greet',
  'follow-up',
  'ask',
  'ask-unseen',
  'reply',
  'resolve',
  'resolve-privately',
  'dismiss',
  'reopen',
  'object',
  'hand-over',
  'come-back',
  'recategorise',
  'withdraw',
  'accept',
  'return',
] as const

export type Step =
  | { do: (typeof PLAIN)[number]; case: number; who: Who }
  | { do: 'transfer' | 'offer' | 'decide'; case: number; who: Who; to: Owner }
  | { do: 'urgency'; case: number; who: Who; to: Urgency }
  | { do: 'merge'; case: number; other: number }
  /** A further post, written so many minutes before it is found. */
  | { do: 'join'; case: number; lag: number }
  | { do: 'unmerge'; case: number }
  | { do: 'split'; case: number }
  | { do: 'unsplit'; case: number }
  | { do: 'undo'; case: number; byDoer: boolean; back: number }
  | { do: 'wait'; minutes: number }
  | { do: 'look' }

/** By somebody, to a case. */
export type Act = Extract<Step, { who: Who }>

export interface Opening {
  owner: Owner
  urgency: Urgency
  /** Minutes between the post and its discovery. */
  lag: number
}

const which = fc.nat(3)
const who = fc.constantFrom<Who>('first', 'first', 'second', 'chief')
const to = fc.constantFrom<Owner>('pupr', 'dinkes', null)
const urgency = fc.constantFrom<Urgency>('P1', 'P2', 'P3', 'P4')

const plain = fc.record({ do: fc.constantFrom(...PLAIN), case: which, who })
const passing = fc.record({
  do: fc.constantFrom('transfer' as const, 'offer' as const, 'decide' as const),
  ...{ case: which, who, to },
})
const weighing = fc.record({ do: fc.constant('urgency' as const), case: which, who, to: urgency })
const merging = fc.record({ do: fc.constant('merge' as const), case: which, other: which })
const parting: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('unmerge' as const, 'unmerge' as const, 'split' as const, 'unsplit' as const),
  case: which,
}) as fc.Arbitrary<Step>
const lag = fc.constantFrom(0, 30, 700, 4000)
const joining = fc.record({ do: fc.constant('join' as const), case: which, lag })
const undoing = fc.record({
  do: fc.constant('undo' as const),
  case: which,
  byDoer: fc.constantFrom(true, true, true, false),
  back: fc.constantFrom(0, 0, 0, 1),
})
const waiting = fc.record({
  do: fc.constant('wait' as const),
  minutes: fc.constantFrom(1, 2, 7, 45, 180, 600, 1440, 2 * 1440, 5 * 1440, 16 * 1440),
})

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: plain },
    { weight: 4, arbitrary: passing },
    { weight: 1, arbitrary: weighing },
    { weight: 2, arbitrary: merging },
    { weight: 2, arbitrary: parting },
    { weight: 2, arbitrary: undoing },
    { weight: 2, arbitrary: joining },
    { weight: 4, arbitrary: waiting },
    { weight: 1, arbitrary: fc.constant<Step>({ do: 'look' }) },
  ),
  { minLength: 1, maxLength: 40, size: 'max' },
)

export const openings: fc.Arbitrary<Opening[]> = fc.array(fc.record({ owner: to, urgency, lag }), {
  minLength: 1,
  maxLength: 3,
})
