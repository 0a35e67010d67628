import { describe, expect, it } from 'vitest'
import type { Gatherable } from '../../src/core/gatherable.ts'
import { createGatherer, sameProblem } from '../../src/core/gathering.ts'
import type { Place } from '../../src/core/reading.ts'
import { fingerprint } from '../../src/language/fingerprint.ts'

const at = (name: string): Place => ({ name, level: 'road', code: null, ambiguous: false })
const post = (text: string, place: Place | null, more: Partial<Gatherable> = {}): Gatherable => ({
  kind: 'complaint',
  category: 'jalan.rusak',
  place,
  areaCode: null,
  confidential: false,
  fingerprint: fingerprint(text.split(' ')),
  thread: null,
  postedAt: 0,
  ...more,
})
const DAY = 86_400_000

describe('posts about one problem become one case', () => {
  it('two citizens write of the same road in other words', () => {
    const left = post('jalan hibrida berlubang parah sekali', at('Jl Hibrida'))
    const right = post('motor saya jatuh kena lubang di hibrida', at('jalan hibrida'))
    expect(sameProblem(right, left).kind).not.toBe('different')
  })

  it('the same words about another place never join', () => {
    const left = post('jalan rusak parah tolong diperbaiki', at('Jl Hibrida'))
    const right = post('jalan rusak parah tolong diperbaiki', at('Jl Kampung Bali'))
    expect(sameProblem(right, left)).toMatchObject({ kind: 'different', because: 'tempatnya lain' })
  })

  it('a confidential post is never joined to an open one', () => {
    const left = post('jalan hibrida rusak', at('Jl Hibrida'))
    const right = post('jalan hibrida rusak', at('Jl Hibrida'), { confidential: true })
    expect(sameProblem(right, left).kind).toBe('different')
  })

  it('after two weeks it is a new case', () => {
    const left = post('jalan hibrida rusak', at('Jl Hibrida'))
    const right = post('jalan hibrida rusak', at('Jl Hibrida'), { postedAt: 15 * DAY })
    expect(sameProblem(right, left).kind).toBe('different')
  })

  it('without a place only copies join', () => {
    const text = 'air pdam mati lagi sudah tiga hari tolong segera'
    expect(sameProblem(post(text, null), post(text, null)).kind).toBe('same')
    const other = post('pdam kapan hidup min capek nunggu', null)
    expect(sameProblem(other, post(text, null)).kind).toBe('different')
  })

  it('numbers its cases in the order of their first posts', () => {
    const gather = createGatherer()
    const left = post('jalan hibrida rusak parah', at('Jl Hibrida'))
    expect([gather(left), gather(post('sampah', at('Curup'))), gather(left)]).toEqual([
      'c1',
      'c2',
      'c1',
    ])
  })
})
