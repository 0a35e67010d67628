import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { follow, START } from './follow.ts'
import { FOUND } from './found.ts'
import { openPaper } from './paper-house.ts'
import { openings, steps } from './steps.ts'

it('life cycle, claims, custody, merges, undoing and clocks agree with the model in 2,000 lives', async () => {
  await fc.assert(
    fc.asyncProperty(openings, steps, async (cases, through) => {
      expect(await follow(openPaper(cases, START), cases, through)).toBeNull()
    }),
    // the same lives on every machine; other seeds are for whoever changes a rule
    { numRuns: 2000, seed: 20261122 },
  )
}, 240_000)

describe('what it found stays mended', () => {
  it.each(FOUND)('%s', async (_what, cases, through) => {
    expect(await follow(openPaper(cases, START), cases, through)).toBeNull()
  })
})
