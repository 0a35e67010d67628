import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CASE_STATES } from '../../src/core/case-state.ts'
import { dayBefore, localDay } from '../../src/core/office-day.ts'
import { OUTCOMES } from '../../src/core/post.ts'
import {
  LEDGER_OUTCOMES,
  type LedgerFacts,
  type LedgerOutcome,
  ledgerOutcomeOf,
  type SilenceReason,
  silenceReasonOf,
  sumOf,
} from '../../src/core/silence.ts'

const inCase: LedgerFacts = {
  stage: 'read',
  outcome: 'case',
  answered: false,
  repeats: false,
  deleted: false,
  history: false,
  caseState: 'referred',
  caseAnswered: false,
  untriaged: false,
}

const TABLE: [what: string, patch: Partial<LedgerFacts>, outcome: LedgerOutcome][] = [
  ['waits to be read', { stage: 'received', outcome: null, caseState: null }, 'unread'],
  ['stopped its reader once', { stage: 'suspect', outcome: null, caseState: null }, 'unread'],
  ['stopped it for good', { stage: 'quarantined', outcome: null, caseState: null }, 'quarantined'],
  ['waits in an open case', {}, 'silent'],
  ['was answered', { answered: true, caseAnswered: true }, 'answered'],
  ['was answered and then deleted', { answered: true, deleted: true }, 'answered'],
  ['was deleted before anybody answered', { deleted: true }, 'unreachable'],
  ['came after the answer', { caseAnswered: true }, 'silent'],
  ['only repeats one that was answered', { repeats: true, caseAnswered: true }, 'gathered'],
  ['only repeats one that waits as well', { repeats: true }, 'silent'],
  ['is with a body outside', { caseState: 'handed-over' }, 'handed-on'],
  ['was no service after all', { caseState: 'not-a-service' }, 'not-a-service'],
  ['was resolved in private, with a reason', { caseState: 'resolved' }, 'answered'],
  [
    'came after a public answer to a case that is closed',
    { caseState: 'closed', caseAnswered: true },
    'silent',
  ],
  ['is imported history', { history: true }, 'history'],
  ['is of another region', { outcome: 'out-of-area', caseState: null }, 'out-of-area'],
  ['is chat', { outcome: 'not-a-service', caseState: null }, 'not-a-service'],
  ['is only counted', { outcome: 'counted-only', caseState: null }, 'counted-only'],
]

describe('where a post stands', () => {
  it.each(TABLE)('one that %s', (_what, patch, outcome) => {
    expect(ledgerOutcomeOf({ ...inCase, ...patch })).toBe(outcome)
  })

  const facts = fc.record<LedgerFacts>({
    stage: fc.constantFrom('received', 'suspect', 'quarantined', 'read'),
    outcome: fc.constantFrom(...OUTCOMES, null),
    answered: fc.boolean(),
    repeats: fc.boolean(),
    deleted: fc.boolean(),
    history: fc.boolean(),
    caseState: fc.constantFrom(...CASE_STATES, null),
    caseAnswered: fc.boolean(),
    untriaged: fc.boolean(),
  })

  it('every post there can be stands in exactly one stated place', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(facts, fc.nat(1000))), (groups) => {
        const sum = sumOf(groups.map(([each, n]) => ({ ...each, n })))
        expect(Object.keys(sum)).toEqual([...LEDGER_OUTCOMES])
        const all = groups.reduce((total, [, n]) => total + n, 0)
        expect(Object.values(sum).reduce((total, n) => total + n, 0)).toBe(all)
      }),
    )
  })
})

describe('why a post is left silent', () => {
  it.each<[what: string, patch: Partial<LedgerFacts>, why: SilenceReason]>([
    ['stands at the triage desk', { untriaged: true }, 'untriaged'],
    ['came after the answer', { caseAnswered: true }, 'late-comer'],
    ['waits for its reporter', { caseState: 'waiting-reporter' }, 'waiting-reporter'],
    ['is with its agency', {}, 'no-answer'],
  ])('it %s', (_what, patch, why) => {
    expect(silenceReasonOf({ ...inCase, ...patch })).toBe(why)
  })
})

describe('the day of an office', () => {
  it('is its own, not that of London', () => {
    const at = new Date('2026-11-21T17:30:00Z')
    expect(localDay(at, 'Asia/Jakarta')).toBe('2026-11-22')
    expect(localDay(at, 'Etc/UTC')).toBe('2026-11-21')
    expect(dayBefore('2026-03-01')).toBe('2026-02-28')
  })
})
