import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CASE_EVENT_TYPES, EVENT_LABELS } from '../../src/core/case.ts'
import {
  CASE_STATES,
  type CaseMove,
  type CaseState,
  isOpen,
  next,
  OPEN_STATES,
  STATE_LABELS,
} from '../../src/core/case-state.ts'

const MOVES = [
  'refer',
  'return',
  'accept',
  'work',
  'hand-over',
  'resolve',
  'close',
  'reopen',
  'dismiss',
  'merge',
] as const satisfies readonly CaseMove[]

/** Written by hand from the life cycle of a complaint, in the order of MOVES; "-" is refused. */
const START =
  'referred returned accepted in-progress handed-over resolved - - not-a-service duplicate'
const TABLE: Record<CaseState, string> = {
  new: START,
  referred: START,
  returned: START,
  reopened: START,
  accepted: START,
  'in-progress':
    'referred returned in-progress in-progress handed-over resolved - - not-a-service duplicate',
  'waiting-reporter':
    'referred returned waiting-reporter in-progress handed-over resolved - - not-a-service duplicate',
  'handed-over':
    'referred returned handed-over handed-over handed-over resolved - - not-a-service duplicate',
  resolved: '- - - - - - closed reopened - -',
  closed: '- - - - - - - reopened - -',
  'not-a-service': '- - - - - - - reopened - -',
  duplicate: '- - - - - - - reopened - -',
}

const state = fc.constantFrom(...CASE_STATES)
const moves = fc.array(fc.constantFrom(...MOVES), { maxLength: 40 })

/** Every step of a case through these moves; what is refused leaves it where it is. */
const walk = (from: CaseState, through: CaseMove[]) => {
  let at = from
  return through.flatMap((move) => {
    const before = at
    at = next(before, move) ?? before
    return at === before ? [] : [{ before, move, after: at }]
  })
}

describe('the life cycle of a case', () => {
  it.each(CASE_STATES)('from %s allows exactly the moves of the table', (from) => {
    expect(MOVES.map((move) => next(from, move) ?? '-').join(' ')).toBe(TABLE[from])
  })

  it('ends an open case only by resolving, dismissing or merging it', () => {
    fc.assert(
      fc.property(state, moves, (from, through) => {
        for (const { before, move, after } of walk(from, through))
          if (isOpen(before) && !isOpen(after))
            expect(['resolve', 'dismiss', 'merge']).toContain(move)
      }),
    )
  })

  it('opens an ended case only by reopening it, and closes none that was not resolved', () => {
    fc.assert(
      fc.property(state, moves, (from, through) => {
        for (const { before, move, after } of walk(from, through)) {
          if (!isOpen(before) && isOpen(after)) expect(move).toBe('reopen')
          if (after === 'closed') expect(before).toBe('resolved')
        }
      }),
    )
  })

  it('never traps a case: from everywhere it can be resolved in at most two moves', () => {
    for (const from of CASE_STATES) {
      const opened = isOpen(from) ? from : next(from, 'reopen')
      expect(opened && next(opened, 'resolve'), from).toBe('resolved')
    }
  })

  it('counts as open what somebody still has to do something about', () => {
    expect(OPEN_STATES).toEqual([
      'new',
      'referred',
      'accepted',
      'in-progress',
      'waiting-reporter',
      'handed-over',
      'returned',
      'reopened',
    ])
  })

  it('has one Indonesian label for every state and every event', () => {
    const labels = CASE_STATES.map((each) => STATE_LABELS[each])
    expect(labels.every((label) => label.trim() !== '')).toBe(true)
    expect(new Set(labels).size).toBe(CASE_STATES.length)
    expect(Object.keys(STATE_LABELS).sort()).toEqual([...CASE_STATES].sort())
    expect(Object.keys(EVENT_LABELS).sort()).toEqual([...CASE_EVENT_TYPES].sort())
  })
})
