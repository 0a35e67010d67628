import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../src/core/roles.ts'
import {
  type CaseWish,
  casesOf,
  DAY,
  type House,
  officer,
  openHouse,
  person,
} from '../support/seed.ts'

let house: House
let boss: Viewer
beforeAll(async () => {
  house = await openHouse()
  boss = await person(house, { roles: ['coordinator'], agencyId: null })
})
afterAll(() => house.close())

const at = (name: string, more: CaseWish = {}): CaseWish => ({
  place: { name, level: 'road', code: null, ambiguous: false },
  placeKey: name.toLowerCase(),
  ...more,
})
const openedAgo = (id: string, days: number) =>
  house.ask(`update cases set opened_at = now() - $2 * interval '1 day' where id = $1`, [id, days])
const listed = async (viewer: Viewer = boss) =>
  (await house.recurring.list(viewer)).map(({ place, cases }) => [place, cases.length])
const find = () => house.recurring.find(house.clock.now())

describe('AC-004-3: a place that complains of the same thing again and again', () => {
  it('opens a recurring problem at the third case within 90 days, once, with its cases', async () => {
    await casesOf(house, [at('Hibrida'), at('Hibrida')])
    expect(await find()).toBe(0)
    await casesOf(house, [at('Hibrida')])
    expect(await find()).toBe(1)
    expect(await find()).toBe(0)
    expect(await listed()).toEqual([['Hibrida', 3]])
  })

  it('a fourth case is laid to the problem there is', async () => {
    await casesOf(house, [at('Hibrida')])
    expect(await find()).toBe(0)
    expect(await listed()).toEqual([['Hibrida', 4]])
  })

  it('cases that are older, duplicates, samples or of another category make none', async () => {
    const [old, twice] = await casesOf(house, [at('Merawan'), at('Merawan'), at('Merawan')])
    await openedAgo(old?.id ?? '', 91)
    await house.ask(`update cases set state = 'duplicate', is_open = false where id = $1`, [
      twice?.id,
    ])
    await casesOf(house, [
      at('Merawan', { sample: true }),
      at('Merawan', { category: 'jalan.lampu' }),
    ])
    expect(await find()).toBe(0)
  })

  it('is shown to an agency by its own cases only, and confidential ones make no pattern', async () => {
    await casesOf(house, [
      at('Pasar', { agencyId: 'pupr' }),
      at('Pasar', { agencyId: 'dinkes' }),
      at('Pasar', { agencyId: 'dinkes' }),
    ])
    const hidden = { confidential: true, agencyId: 'inspektorat' }
    await casesOf(house, [at('Loket', hidden), at('Loket', hidden), at('Loket', hidden)])
    expect(await find()).toBe(1)
    expect(await listed(await officer(house, 'dinkes'))).toEqual([['Pasar', 2]])
    expect((await listed()).map(([place]) => place)).not.toContain('Loket')
  })

  it('a case that became confidential afterwards is shown to nobody else', async () => {
    const [one] = await house.ask<{ id: string }>(
      `select id from cases where place_key = 'pasar' and agency_id = 'dinkes' limit 1`,
    )
    await house.ask('update cases set confidential = true where id = $1', [one?.id])
    const pasar = (await listed()).find(([place]) => place === 'Pasar')
    expect(pasar).toEqual(['Pasar', 2])
    house.clock.pass(DAY)
  })
})
