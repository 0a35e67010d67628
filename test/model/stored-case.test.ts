import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { follow, START } from './follow.ts'
import { FOUND } from './found.ts'
import { openings, steps } from './steps.ts'
import { openProvince, openStored, type Province } from './stored-house.ts'

let province: Province
beforeAll(async () => {
  province = await openProvince()
})
afterAll(() => province.close())

it('the stores on Postgres agree with the model in sixty lives', async () => {
  await fc.assert(
    fc.asyncProperty(openings, steps, async (cases, through) => {
      const house = await openStored(province, cases, START)
      expect(await follow(house, cases, through)).toBeNull()
    }),
    { numRuns: 60, seed: 20261122 },
  )
}, 240_000)

describe('what the model found stays mended in the tables', () => {
  it.each(FOUND)('%s', async (_what, cases, through) => {
    const house = await openStored(province, cases, START)
    expect(await follow(house, cases, through)).toBeNull()
  })
})
