import { expect, it } from 'vitest'
import { matchCategories } from '../../src/web/parts/match-categories.ts'

const ALL = [
  { id: 'jalan.rusak', label: 'Jalan rusak, berlubang', group: 'infrastruktur' },
  { id: 'jalan.lampu', label: 'Lampu jalan mati', group: 'infrastruktur' },
  { id: 'air.pdam', label: 'Air PDAM mati', group: 'air' },
]
const found = (typed: string) => matchCategories(ALL, typed).map(({ id }) => id)

it('finds a category by the beginnings of its words, in any order', () => {
  expect(found('mati lam')).toEqual(['jalan.lampu'])
  expect(found('JALAN')).toEqual(['jalan.rusak', 'jalan.lampu'])
  expect(found('pdam')).toEqual(['air.pdam'])
})

it('shows what is itself called so before what only mentions it', () => {
  const tourism = { id: 'pari.objek', label: 'Objek wisata: kotor, pungli', group: 'wisata' }
  const bribe = { id: 'gov.pungli', label: 'Pungutan liar oleh petugas', group: 'gov' }
  expect(matchCategories([tourism, bribe], 'pungli')).toEqual([bribe, tourism])
})

it('shows nothing before something is typed, and nothing that does not fit', () => {
  expect(found('  ')).toEqual([])
  expect(found('umpu')).toEqual([])
})
