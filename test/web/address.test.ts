import { describe, expect, test } from 'vitest'
import { type Address, NO_FILTER, parseAddress, pathOf } from '../../src/web/state/address.ts'

const there = (address: Address): Address => {
  const [path = '', search = ''] = pathOf(address).split('?')
  return parseAddress(path, search ? `?${search}` : '')
}

describe('the address bar', () => {
  test.each<Address>([
    { page: 'home' },
    { page: 'setup', token: 'a_-b' },
    { page: 'password', token: 'abc' },
    { page: 'case', caseId: '0198' },
    { page: 'ledger' },
    { page: 'queue', queue: 'triage', caseId: null, filter: NO_FILTER },
    {
      page: 'queue',
      queue: 'late',
      caseId: '0198',
      filter: {
        q: 'jalan & air',
        agency: 'a.b',
        category: 'jalan.rusak',
        urgency: 'P1',
        sort: 'risk',
      },
    },
  ])('leads back to where it was taken: %j', (address) => {
    expect(there(address)).toEqual(address)
  })

  test('is short while nothing is filtered', () => {
    const filter = NO_FILTER
    expect(pathOf({ page: 'queue', queue: 'agency', caseId: null, filter })).toBe('/antrean/opd')
  })

  test('that nobody understands leads home, and a wrong filter filters nothing', () => {
    expect(parseAddress('/antrean/entah', '')).toEqual({ page: 'home' })
    expect(parseAddress('/%E0%A4%A', '')).toEqual({ page: 'home' })
    expect(parseAddress('/antrean/opd', '?urgensi=P9&urut=acak')).toMatchObject({
      filter: NO_FILTER,
    })
  })
})
