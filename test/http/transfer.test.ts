import { describe, expect, it } from 'vitest'
import type { Role } from '../../src/core/roles.ts'
import { startApp } from './app-under-test.ts'
import { aCase, CASE_ID } from './fake-ports.ts'

/** Who gives the case to whom, and what comes of it: its owner and proposed owner, or the refusal. */
const TRANSFERS: [who: Role, to: string | null, owner: string | null, proposed: string | null][] = [
  ['coordinator', 'dinkes', 'dinkes', null],
  ['coordinator', null, null, null],
  ['desk-officer', 'dinkes', null, 'dinkes'],
  ['desk-officer', 'pln', null, 'pln'],
  ['desk-officer', 'government:pemkab-sebelah', null, 'government:pemkab-sebelah'],
  ['desk-officer', null, null, null],
]

const transfer = (agencyId: string | null) => ({
  method: 'POST' as const,
  url: `/api/cases/${CASE_ID}/transfer`,
  payload: { version: 3, agencyId, reason: 'Bukan kewenangan kami' },
})

describe('a transfer', () => {
  it.each(TRANSFERS)('of the %s to %s is owned by %s, with %s proposed', async (...row) => {
    const [who, to, agencyId, proposedOwner] = row
    const { as } = await startApp()
    const answer = await as(who, transfer(to))
    expect(answer.json().case).toMatchObject({ agencyId, proposedOwner, claim: null })
  })

  it.each([
    ['coordinator', 'pln', 'no body outside can own a case of ours'],
    ['coordinator', 'dinas-lain', 'nobody knows it'],
    ['desk-officer', 'constructor', 'nobody knows it'],
    ['desk-officer', 'government:pemkab-jauh', 'it is no neighbour'],
  ] as [Role, string, string][])('of the %s to %s is refused: %s', async (who, to) => {
    const { as } = await startApp()
    expect((await as(who, transfer(to))).json().code).toBe('unknown-agency')
  })

  it('of a confidential case goes to the inspectorate, never to an agency that may be accused', async () => {
    const { as, house } = await startApp()
    house.stored.set(CASE_ID, aCase({ confidential: true, agencyId: null }))
    expect((await as('coordinator', transfer('dinkes'))).json().code).toBe('accused-agency')
    const answer = await as('coordinator', transfer('inspektorat'))
    expect(answer.json().case.agencyId).toBe('inspektorat')
  })
})
