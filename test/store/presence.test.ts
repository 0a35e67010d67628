import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../src/core/roles.ts'
import { caseOf, coordinator, type House, officer, openHouse, person } from '../support/seed.ts'

let house: House
let ani: Viewer
let budi: Viewer
let stranger: Viewer

beforeAll(async () => {
  house = await openHouse()
  ani = await officer(house)
  budi = await officer(house)
  stranger = await officer(house, 'dinkes')
})
afterAll(() => house.close())

const levels = async (who: Viewer, id: string) =>
  (await house.presence.of(who, id)).map(({ name, level }) => [name, level])

describe('who has a case open', () => {
  test('is told to the others, who writes before who looks before who is away', async () => {
    const { id } = await caseOf(house)
    const chief = await person(house, { roles: ['supervisor'], agencyId: 'pupr' })
    await house.presence.report(chief, id, 'away')
    await house.presence.report(ani, id, 'viewing')
    await house.presence.report(budi, id, 'editing')
    const looker = await officer(house)
    expect(await levels(looker, id)).toEqual([
      [budi.name, 'editing'],
      [ani.name, 'viewing'],
      [chief.name, 'away'],
    ])
    expect(await levels(budi, id)).not.toContainEqual([budi.name, 'editing'])
  })

  test('is forgotten 25 seconds after the last word, and at once by leaving', async () => {
    const { id } = await caseOf(house)
    await house.presence.report(ani, id, 'viewing')
    house.clock.pass(24_000)
    expect(await levels(budi, id)).toHaveLength(1)
    await house.presence.report(ani, id, 'viewing')
    house.clock.pass(24_000)
    expect(await levels(budi, id)).toHaveLength(1)
    house.clock.pass(2_000)
    expect(await levels(budi, id)).toEqual([])
    await house.presence.report(ani, id, 'viewing')
    await house.presence.report(ani, id, null)
    expect(await levels(budi, id)).toEqual([])
  })

  test('is news when somebody comes, writes or leaves, not when a page renews it', async () => {
    const { id } = await caseOf(house)
    const news = async (since: Date) =>
      (await house.presence.news(budi, since)).filter(({ caseId }) => caseId === id)
    const start = house.clock.now()
    await house.presence.report(ani, id, 'viewing')
    expect(await news(start)).toMatchObject([{ people: [{ name: ani.name, level: 'viewing' }] }])
    house.clock.pass(5_000)
    const renewed = house.clock.now()
    await house.presence.report(ani, id, 'viewing')
    expect(await news(renewed)).toEqual([])
    await house.presence.report(ani, id, 'editing')
    expect(await news(renewed)).toMatchObject([{ people: [{ level: 'editing' }] }])
    house.clock.pass(5_000)
    const left = house.clock.now()
    await house.presence.report(ani, id, null)
    expect(await news(left)).toMatchObject([{ caseId: id, people: [] }])
  })

  test('of a case that one may not see is neither told nor said', async () => {
    const { id } = await caseOf(house)
    const secret = await caseOf(house, { agencyId: 'inspektorat', confidential: true })
    const inspector = await person(house, { roles: ['inspectorate'], agencyId: 'inspektorat' })
    const start = house.clock.now()
    await house.presence.report(ani, id, 'editing')
    await house.presence.report(inspector, secret.id, 'editing')
    expect(await house.presence.report(stranger, id, 'viewing')).toMatchObject({
      code: 'not-found',
    })
    for (const [who, hidden] of [
      [stranger, id],
      [ani, secret.id],
      [await coordinator(house), secret.id],
    ] as const) {
      expect(await house.presence.of(who, hidden)).toEqual([])
      const heard = (await house.presence.news(who, start)).map(({ caseId }) => caseId)
      expect(heard).not.toContain(hidden)
    }
  })
})
