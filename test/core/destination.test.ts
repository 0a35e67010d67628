import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { destinationOf, titleOf } from '../../src/core/destination.ts'
import type { Reading } from '../../src/core/reading.ts'

const OWN = new Set(['pupr', 'dinkes'])
const reading = (patch: Partial<Reading>): Reading => ({
  kind: 'complaint',
  category: 'jalan.rusak',
  alternatives: [],
  confidence: 0.9,
  routed: true,
  urgency: 'P3',
  place: null,
  authority: 'province',
  function: 'pupr',
  agency: 'pupr',
  confidential: false,
  because: ['alasan'],
  ...patch,
})

describe('where a post goes that was read', () => {
  it.each([
    ['to the desk of its agency', { agency: 'pupr' }, { agencyId: 'pupr', proposedOwner: null }],
    [
      'to the triage desk when unsure',
      { agency: 'triage' },
      { agencyId: null, proposedOwner: null },
    ],
    ['to the triage desk for PLN', { agency: 'pln' }, { agencyId: null, proposedOwner: 'pln' }],
    [
      'to the triage desk for a neighbour',
      { agency: 'government:pemkot-bengkulu' },
      { agencyId: null, proposedOwner: 'government:pemkot-bengkulu' },
    ],
    [
      'to the triage desk for an agency that is no more',
      { agency: 'perkim' },
      { agencyId: null, proposedOwner: 'perkim' },
    ],
  ])('%s', (_where, patch, owner) => {
    expect(destinationOf(reading(patch), OWN)).toEqual({ kind: 'case', ...owner })
  })

  it.each([
    ['out of the area', { agency: 'out-of-area' }, 'out-of-area'],
    ['no service', { agency: null, category: 'spam.non_layanan' }, 'not-a-service'],
    ['criticism of politicians', { agency: null, category: 'gov.pejabat_politik' }, 'counted-only'],
  ])('to a stated end that says why: %s', (_what, patch, outcome) => {
    expect(destinationOf(reading(patch), OWN)).toEqual({
      kind: 'ended',
      outcome,
      because: ['alasan'],
    })
  })
})

describe('the title of a case', () => {
  it('is the words of its citizen on one line', () => {
    expect(titleOf('  Jalan\n\nrusak\t parah ')).toBe('Jalan rusak parah')
  })

  it('ends at a word where it is long', () => {
    const title = titleOf('jalan berlubang '.repeat(30))
    expect(title).toMatch(/(jalan|berlubang)…$/)
    expect(title.length).toBeLessThanOrEqual(161)
  })

  it('is short and whole whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
        const title = titleOf(text)
        expect(title.length).toBeLessThanOrEqual(161)
        expect(title.isWellFormed()).toBe(true)
        expect(title).not.toMatch(/\n|^ | $/)
      }),
    )
  })
})
