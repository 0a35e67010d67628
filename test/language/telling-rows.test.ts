import { describe, expect, it } from 'vitest'
import type { Example } from '../../src/language/example.ts'
import { seenBy } from '../../src/language/model.ts'
import { tellingRows } from '../../src/language/telling-rows.ts'

/** Row 0 stands in every post, row 1 + label only in the posts of that label, row 5 in one post. */
function examples(): Example[] {
  return Array.from({ length: 40 }, (_, at) => {
    const label = at % 4
    const rows = Int32Array.from([0, 1 + label, ...(at === 0 ? [5] : [])])
    const values = new Float32Array(rows.length).fill(1)
    const vector = { rows, values, ends: [rows.length, rows.length, rows.length, rows.length] }
    return { vector, among: [label], weight: 1 } as Example
  })
}

describe('how well a feature tells topics apart', () => {
  it('is most for what only one topic says, least for what all say', () => {
    const telling = tellingRows(examples(), 4, 6, 0.5)
    const [everywhere, own, , , , once] = [...telling] as number[]
    expect(own).toBeGreaterThan(3 * (everywhere as number))
    // seen once with one topic proves less than seen ten times
    expect(once).toBeLessThan(own as number)
    expect(once).toBeGreaterThan(everywhere as number)
  })

  it('leaves all alike where it is not wanted', () => {
    expect([...tellingRows(examples(), 4, 6, 0)]).toEqual([1, 1, 1, 1, 1, 1])
  })

  it('learns nothing from a correction that leaves the topic open', () => {
    const open = examples().map((example) => ({ ...example, among: [0, 1] }))
    expect(new Set(tellingRows(open, 4, 6, 0.5)).size).toBe(1)
  })
})

describe('a post as one head of the model sees it', () => {
  it('weighs rows by what they tell, and brings each block to its weight', () => {
    const rows = Int32Array.of(0, 1, 2, 3)
    const values = Float32Array.of(0.6, 0.8, 1, 1)
    const telling = Float32Array.of(1, 0, 1, 1)
    const seen = seenBy({ blocks: [1, 2, 0.5, 0], telling }, { rows, values, ends: [2, 3, 3, 4] })
    expect([...seen]).toEqual([1, 0, 2, 0])
  })
})
