import { expect, it } from 'vitest'
import { textHash } from '../../src/core/text-hash.ts'

it.each([
  // Published vectors of FNV-1a with 128 bits.
  ['', '6c62272e07bb014262b821756295c58d'],
  ['a', 'd228cb696f1a8caf78912b704e4a8964'],
  ['foobar', '343e1662793c64bf6f0d3597ba446f18'],
])('hashes %j as the publication says', (text, hash) => {
  expect(textHash(text)).toBe(hash)
})

it('tells two complaints apart by one letter', () => {
  expect(textHash('jalan rusak')).not.toBe(textHash('jalan rusak.'))
})
