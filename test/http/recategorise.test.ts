import { describe, expect, it } from 'vitest'
import type { Role } from '../../src/core/roles.ts'
import { startApp } from './app-under-test.ts'
import { aCase, CASE_ID } from './fake-ports.ts'

const recategorise = (said: object) => ({
  method: 'POST' as const,
  url: `/api/cases/${CASE_ID}/recategorise`,
  payload: { version: 3, ...said },
})

describe('an officer who puts the category right', () => {
  it('changes what the case is about and leaves it where it is', async () => {
    const { as, house } = await startApp()
    const answer = await as('desk-officer', recategorise({ category: 'air.pdam' }))
    expect(answer.json().case).toMatchObject({
      category: 'air.pdam',
      kind: 'complaint',
      agencyId: 'dinas-pu',
      version: 4,
    })
    expect(house.asked).toContain('recategorised')
  })

  it('may change the kind alone', async () => {
    const { as } = await startApp()
    const answer = await as('coordinator', recategorise({ kind: 'question', reason: 'bertanya' }))
    expect(answer.json().case).toMatchObject({ category: 'jalan.rusak', kind: 'question' })
  })

  it.each([
    [{ category: 'jalan.rusak' }, 'same-category'],
    [{}, 'same-category'],
    [{ category: 'tidak.ada' }, 'unknown-category'],
    [{ category: 'constructor' }, 'unknown-category'],
    // no service at all is said by "bukan layanan"; what is only counted has no case
    [{ category: 'spam.non_layanan' }, 'unknown-category'],
    [{ category: 'gov.pejabat_politik' }, 'unknown-category'],
    [{ kind: 'irrelevant' }, 'unknown-category'],
    // thanks that accuse somebody: then it is one or the other
    [{ category: 'gov.pungli', kind: 'praise' }, 'kind-of-category'],
    [{ kind: 'ngawur' }, 'invalid-input'],
  ])('%j is refused: %s', async (said, code) => {
    const { as } = await startApp()
    expect((await as('desk-officer', recategorise(said))).json().code).toBe(code)
  })

  it('cannot do so in the hands of a colleague, nor after the end', async () => {
    const { as, house } = await startApp()
    const wanted = recategorise({ category: 'air.pdam' })
    const until = new Date('2026-03-02T03:01:00Z')
    const claim = { userId: 'rani', name: 'Rani', until }
    house.stored.set(CASE_ID, aCase({ claim }))
    expect((await as('desk-officer', wanted)).json().code).toBe('claimed-by-other')
    house.stored.set(CASE_ID, aCase({ state: 'resolved' }))
    expect((await as('desk-officer', wanted)).json().code).toBe('illegal-move')
  })
})

describe('a case that turns out to accuse an official', () => {
  it('leaves the agency at once, since that could be the accused one', async () => {
    const { as, house } = await startApp()
    await as('desk-officer', recategorise({ category: 'gov.pungli', kind: 'allegation' }))
    expect(house.stored.get(CASE_ID)).toMatchObject({
      confidential: true,
      agencyId: null,
      proposedOwner: null,
      state: 'returned',
      claim: null,
    })
  })

  it.each([
    ['desk-officer', 'confidential-category'],
    ['coordinator', 'confidential-category'],
  ] as [Role, string][])('is not made an ordinary one by a %s', async (role, code) => {
    const { as, house } = await startApp()
    house.stored.set(CASE_ID, aCase({ confidential: true, category: 'gov.pungli' }))
    expect((await as(role, recategorise({ category: 'air.pdam' }))).json().code).toBe(code)
  })

  it('but by the inspectorate that owns it; it stays confidential all the same', async () => {
    const { as, house } = await startApp()
    const confidential = { confidential: true, category: 'gov.pungli', agencyId: 'inspektorat' }
    house.stored.set(CASE_ID, aCase(confidential))
    const answer = await as('inspectorate', recategorise({ category: 'air.pdam' }))
    expect(answer.json().case).toMatchObject({ category: 'air.pdam', confidential: true })
  })
})
