import { describe, expect, it } from 'vitest'
import type { CorrectionAct, Judgement } from '../../src/core/correction.ts'
import { type RoutedCase, reportRouting } from '../../src/core/routing-report.ts'

const OPENED = new Date('2026-04-13T01:00:00Z')
const later = (hours: number) => new Date(OPENED.getTime() + hours * 3_600_000)
/** Half of the time is office time here. */
const halfOf = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 60_000 / 2

const held = (agencyId: string | null, patch: Partial<Judgement> = {}): Judgement => ({
  kind: 'complaint',
  category: 'jalan.rusak',
  agencyId,
  proposedOwner: null,
  ...patch,
})

type Step = [act: CorrectionAct, from: Judgement, to: Judgement, hours: number, rules?: string[]]
const caseOf = (steps: Step[], confidential = false): RoutedCase => ({
  openedAt: OPENED,
  firstPostAt: OPENED,
  confidential,
  corrections: steps.map(([act, before, after, hours, rules = ['jalan.rusak: lubang']]) => ({
    act,
    before: { ...before, rules, confidence: 0.8 },
    after,
    reason: null,
    at: later(hours),
  })),
})
/** Roads are what both the city's and the province's office are for. */
const isDutyOf = (owner: string, category: string) =>
  ['pupr', 'government:kota'].includes(owner) && category === 'jalan.rusak'
const reportOf = (...cases: RoutedCase[]) =>
  reportRouting(cases, { workingMinutes: halfOf, isDutyOf })

const back = (hours: number): Step => ['transfer', held('pupr'), held(null), hours]
const on = (to: string, hours: number): Step => ['transfer', held(null), held(to), hours]

describe('the cost of wrong routing', () => {
  it('runs from the opening until the right agency had the case, over all hands', () => {
    expect(reportOf(caseOf([back(4), on('dlh', 10)])).confusion).toEqual([
      { from: 'pupr', to: 'dlh', n: 1, hours: 10, workingHours: 5 },
    ])
  })

  it('is summed by who got it and whose it was, the dearest first', () => {
    const report = reportOf(
      caseOf([on('dlh', 2)]),
      caseOf([back(4), on('dlh', 10)]),
      caseOf([back(1), on('dlh', 30)]),
    )
    expect(report.confusion.map(({ from, to, n, hours }) => [from, to, n, hours])).toEqual([
      ['pupr', 'dlh', 2, 40],
      ['triage', 'dlh', 1, 2],
    ])
  })

  it('is none where the coordinator gave the case back to where it had been', () => {
    expect(reportOf(caseOf([back(4), on('pupr', 10)])).confusion).toEqual([])
  })

  it('counts what was no service at all, unless that was taken back', () => {
    const noise = held('pupr', { kind: 'irrelevant', category: 'spam.non_layanan' })
    const away: Step = ['not-a-service', held('pupr'), noise, 6]
    expect(reportOf(caseOf([away])).confusion).toMatchObject([{ to: 'spam.non_layanan', hours: 6 }])
    expect(reportOf(caseOf([away, ['a-service', noise, held('pupr'), 7]])).confusion).toEqual([])
  })

  it('names a proposed owner outside, where the triage desk still holds the case', () => {
    const toPln: Step = ['transfer', held('pupr'), held(null, { proposedOwner: 'pln' }), 3]
    expect(reportOf(caseOf([toPln])).confusion).toMatchObject([{ from: 'pupr', to: 'pln' }])
  })
})

it('names the rules that had led there, or the model where none had spoken', () => {
  const byModel: Step = ['transfer', held('pupr'), held('dlh'), 2, []]
  const report = reportOf(caseOf([back(4), on('dlh', 10)]), caseOf([byModel]))
  expect(report.rules.map(({ rule, hours }) => [rule, hours])).toEqual([
    ['jalan.rusak: lubang', 10],
    ['model', 2],
  ])
})

describe('a case whose category was right', () => {
  const ownerRules = ['daftar ruas jalan: Hibrida', 'kewenangan: road_class']
  const sent = (to: Judgement, before: Partial<Judgement> = {}) => {
    const one = caseOf([['transfer', held('pupr', before), to, 2]])
    for (const correction of one.corrections) Object.assign(correction.before, { ownerRules })
    return one
  }
  const theirs = held(null, { proposedOwner: 'government:kota' })
  const causes = (one: RoutedCase) => reportOf(one).rules.map(({ rule }) => rule)

  it('went wrong by what chose the owner: the register, the place, the rule of authority', () => {
    expect(causes(sent(theirs))).toEqual(ownerRules)
  })

  it('is not one that went to who does not answer for it: there the words had misled', () => {
    expect(causes(sent(held('dlh')))).toEqual(['jalan.rusak: lubang'])
  })

  it('is not one whose category was put right', () => {
    const one = sent(theirs)
    const named = caseOf([['recategorise', held('pupr', { category: 'lh.sampah' }), theirs, 1]])
    const both = { ...one, corrections: [...named.corrections, ...one.corrections] }
    expect(causes(both)).toEqual(['jalan.rusak: lubang'])
  })

  it('names the words where it was kept before the owner’s reasons were', () => {
    expect(causes(caseOf([['transfer', held('pupr'), theirs, 2]]))).toEqual(['jalan.rusak: lubang'])
  })
})

it('counts corrected categories by themselves', () => {
  const other = held('pupr', { category: 'jalan.lampu' })
  const report = reportOf(caseOf([['recategorise', held('pupr'), other, 1]]))
  expect(report.categories).toEqual([{ from: 'jalan.rusak', to: 'jalan.lampu', n: 1 }])
  expect(report.confusion).toEqual([])
})

it('tells of confidential cases their number and nothing else', () => {
  expect(reportOf(caseOf([back(4), on('dlh', 10)], true))).toEqual({
    confusion: [],
    rules: [],
    categories: [],
    confidential: 1,
  })
})
