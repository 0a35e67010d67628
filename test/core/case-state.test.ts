import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CASE_EVENT_TYPES, EVENT_LABELS } from '../../src/core/case-event.ts'
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
  'verify',
  'refer',
  'return',
  'accept',
  'work',
  'ask-reporter',
  'reporter-replies',
  'hand-over',
  'take-back',
  'resolve',
  'close',
  'reopen',
  'dismiss',
  'merge',
  'archive',
] as const satisfies readonly CaseMove[]

/** Written by hand from the life cycle of a complaint, in the order of MOVES; "-" is refused. */
const START =
  'verified referred returned accepted in-progress waiting-reporter - handed-over - resolved - - not-a-service duplicate -'
const HELD = START.replace('verified', '-')
const ENDED_WITH = (close: string, archive: string) =>
  `- - - - - - - - - - ${close} reopened - - ${archive}`
const TABLE: Record<CaseState, string> = {
  new: START,
  verified: START,
  referred: START,
  returned: START,
  reopened: START,
  accepted: HELD,
  'in-progress': HELD.replace('accepted', 'in-progress'),
  'waiting-reporter':
    '- referred returned waiting-reporter in-progress waiting-reporter in-progress handed-over - resolved closed - not-a-service duplicate -',
  'handed-over':
    '- referred returned handed-over handed-over waiting-reporter - handed-over in-progress resolved - - not-a-service duplicate -',
  resolved: ENDED_WITH('closed', '-'),
  closed: ENDED_WITH('-', 'archived'),
  'not-a-service': ENDED_WITH('-', 'archived'),
  duplicate: ENDED_WITH('-', '-'),
  archived: ENDED_WITH('-', '-'),
}

const endsOf = (from: CaseState): CaseMove[] =>
  from === 'waiting-reporter'
    ? ['resolve', 'dismiss', 'merge', 'close']
    : ['resolve', 'dismiss', 'merge']
const state = fc.constantFrom(...CASE_STATES)
const moves = fc.array(fc.constantFrom(...MOVES), { maxLength: 40 })

const after = (from: CaseState, move: CaseMove): CaseState | null => {
  const moved = next(from, move)
  return moved.kind === 'moved' ? moved.state : null
}

/** Every step of a case through these moves; what is refused leaves it where it is. */
const walk = (from: CaseState, through: CaseMove[]) => {
  let at = from
  return through.flatMap((move) => {
    const before = at
    at = after(before, move) ?? before
    return at === before ? [] : [{ before, move, reached: at }]
  })
}

describe('the life cycle of a case', () => {
  it.each(CASE_STATES)('from %s allows exactly the moves of the table', (from) => {
    expect(MOVES.map((move) => after(from, move) ?? '-').join(' ')).toBe(TABLE[from])
  })

  it('ends an open case by resolving, dismissing or merging it, or where its reporter stays silent', () => {
    fc.assert(
      fc.property(state, moves, (from, through) => {
        for (const { before, move, reached } of walk(from, through))
          if (isOpen(before) && !isOpen(reached)) expect(endsOf(before)).toContain(move)
      }),
    )
  })

  it('opens an ended case only by reopening it, and closes none that still waits for us', () => {
    fc.assert(
      fc.property(state, moves, (from, through) => {
        for (const { before, move, reached } of walk(from, through)) {
          if (!isOpen(before) && isOpen(reached)) expect(move).toBe('reopen')
          if (reached === 'closed') expect(['resolved', 'waiting-reporter']).toContain(before)
        }
      }),
    )
  })

  it('never traps a case: from everywhere it can be resolved in at most two moves', () => {
    for (const from of CASE_STATES) {
      const opened = isOpen(from) ? from : after(from, 'reopen')
      expect(opened && after(opened, 'resolve'), from).toBe('resolved')
    }
  })

  it('counts as open what somebody still has to do something about', () => {
    expect(OPEN_STATES).toEqual([
      'new',
      'verified',
      'referred',
      'accepted',
      'in-progress',
      'waiting-reporter',
      'handed-over',
      'returned',
      'reopened',
    ])
  })

  it('says in the terms of the desk why a move is refused', () => {
    expect(next('resolved', 'dismiss')).toMatchObject({
      kind: 'refused',
      detail: 'Kasus berstatus “Selesai” tidak dapat dinyatakan bukan layanan.',
    })
  })

  it('has one Indonesian label for every state and every event', () => {
    const labels = CASE_STATES.map((each) => STATE_LABELS[each])
    expect(labels.every((label) => label.trim() !== '')).toBe(true)
    expect(new Set(labels).size).toBe(CASE_STATES.length)
    expect(Object.keys(STATE_LABELS).sort()).toEqual([...CASE_STATES].sort())
    expect(Object.keys(EVENT_LABELS).sort()).toEqual([...CASE_EVENT_TYPES].sort())
  })
})
