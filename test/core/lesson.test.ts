import { describe, expect, it } from 'vitest'
import type { Taxonomy } from '../../src/core/configuration.ts'
import type { Correction, CorrectionAct, Judgement } from '../../src/core/correction.ts'
import { lessonOf } from '../../src/core/lesson.ts'
import { agencyOf, governmentOf } from '../support/seed.ts'

const category = (id: string, regency: string | null, province = regency, external = null) => ({
  id,
  owner: { regency, province, external },
})
const TAXONOMY = {
  categories: [
    category('jalan.rusak', 'pupr'),
    category('jalan.lampu', 'dishub', 'pupr'),
    category('kes.rsud', 'dinkes'),
    { id: 'listrik.padam', owner: { regency: null, province: null, external: 'pln' } },
  ],
  external: { pln: { name: 'PLN' } },
} as unknown as Pick<Taxonomy, 'categories' | 'external'>

const city = { government: 'pemkot-bengkulu', level: 'city' as const }
const PROVINCE = governmentOf('pemprov-bengkulu', {
  agencies: [agencyOf('pupr'), agencyOf('dinkes'), agencyOf('kominfo')],
  region: [
    { ...city, code: '17.71', name: 'Kota Bengkulu', aliases: [], seat: null, districts: [] },
  ],
})

const HELD: Judgement = {
  kind: 'complaint',
  category: 'kes.rsud',
  agencyId: 'dinkes',
  proposedOwner: null,
}
const did = (act: CorrectionAct, after: Partial<Judgement>, before = HELD): Correction => ({
  act,
  before,
  after: { ...before, ...after },
  reason: null,
})
const taught = (...corrections: Correction[]) => lessonOf(corrections, PROVINCE, TAXONOMY)

const ENOUGH = { kind: null, owner: null }

describe('what officers did to a case', () => {
  it('by a new category says what it is about', () => {
    expect(taught(did('recategorise', { category: 'jalan.rusak' }))).toEqual({
      ...ENOUGH,
      among: ['jalan.rusak'],
    })
  })

  it('by a new kind alone says nothing of the category', () => {
    expect(taught(did('recategorise', { kind: 'question' }))).toEqual({
      among: [],
      kind: 'question',
      owner: null,
    })
  })

  it('by a transfer says that it is one of the duties of the agency that got it', () => {
    expect(taught(did('transfer', { agencyId: 'pupr' }))).toEqual({
      among: ['jalan.rusak', 'jalan.lampu'],
      kind: null,
      owner: 'pupr',
    })
  })

  it('by a return says whose it is, where an owner was proposed, also one outside', () => {
    const back = (proposedOwner: string | null) =>
      taught(did('transfer', { agencyId: null, proposedOwner }))
    expect(back('pln')).toMatchObject({ among: ['listrik.padam'], owner: 'pln' })
    expect(back('government:pemkot-bengkulu')?.among).toContain('jalan.lampu')
    expect(back('government:pemkot-bengkulu')?.among).not.toContain('listrik.padam')
    expect(back(null)).toBeNull()
  })

  it('by a return that the coordinator overturned says what the coordinator said', () => {
    const back = did('transfer', { agencyId: null, proposedOwner: 'pupr' })
    const again = did('transfer', { agencyId: 'dinkes' })
    expect(taught(back, again)).toMatchObject({ among: ['kes.rsud'], owner: 'dinkes' })
  })

  it('by a category and then a transfer keeps the category, if it is a duty of the new owner', () => {
    const named = did('recategorise', { category: 'jalan.lampu' })
    const moved = (agencyId: string) => taught(named, did('transfer', { agencyId }))
    expect(moved('pupr')).toMatchObject({ among: ['jalan.lampu'], owner: 'pupr' })
    expect(moved('dinkes')).toMatchObject({ among: ['kes.rsud'] })
  })

  it('by "bukan aduan" says that it is noise, until that is taken back', () => {
    const noise = did('not-a-service', { kind: 'irrelevant', category: 'spam.non_layanan' })
    expect(taught(noise)).toMatchObject({ among: ['spam.non_layanan'], kind: 'irrelevant' })
    const named = did('recategorise', { category: 'jalan.rusak' })
    const back = did('a-service', { kind: 'complaint', category: 'jalan.rusak' })
    expect(taught(named, noise, back)).toMatchObject({ among: ['jalan.rusak'], kind: 'complaint' })
    expect(taught(noise, back, noise)).toMatchObject({ kind: 'irrelevant' })
  })

  it('by joining and parting says nothing of what its posts are about', () => {
    expect(taught(did('merge', { category: 'jalan.rusak' }), did('split', {}))).toBeNull()
  })

  it('by a transfer to an agency without any duty of the taxonomy says nothing to learn from', () => {
    expect(taught(did('transfer', { agencyId: 'kominfo' }))).toBeNull()
  })
})
