import { describe, expect, it } from 'vitest'
import type { Government } from '../../src/core/configuration.ts'
import { abstentionOf, type Proposal } from '../../src/language/abstention.ts'

const government = {
  inspectorate: 'inspektorat',
  agencies: [{ id: 'dishub' }, { id: 'inspektorat' }],
} as Government

const proposed = (changes: Partial<Proposal>) =>
  abstentionOf({
    kind: 'complaint',
    agency: 'dishub',
    sureness: 0.9,
    secret: { doubted: false },
    government,
    ...changes,
  })

describe('a post goes to the triage desk first', () => {
  it('where the owner is not sure', () => {
    expect(proposed({ sureness: 0.5 })).toMatch(/belum cukup yakin/)
  })

  it('where the people of the very agency may be accused, however sure the owner is', () => {
    expect(proposed({ secret: { doubted: true } })).toMatch(/menyangkut pegawai/)
  })
})

describe('a post goes its way at once', () => {
  it('where the owner is sure and nobody may be accused', () => {
    expect(proposed({})).toBeNull()
  })

  it('to the inspectorate, which is there for the accused', () => {
    expect(proposed({ agency: 'inspektorat', secret: { doubted: true } })).toBeNull()
  })

  it('to a body outside, whose people are not of the house', () => {
    expect(proposed({ agency: 'pln', secret: { doubted: true } })).toBeNull()
  })

  it('in an emergency', () => {
    const doubts = { sureness: 0.1, secret: { doubted: true } }
    expect(proposed({ kind: 'emergency', ...doubts })).toBeNull()
  })
})
