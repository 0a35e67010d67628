import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { storableText } from '../../src/core/storable-text.ts'

/** Letters of a post that are kept. */
const MOST = 8000
const points = (text: string) => Array.from(text).length

describe('text that can be stored', () => {
  it.each([
    ['plain text stays as it is', ' Jalan\n rusak ', ' Jalan\n rusak '],
    ['emoji stay whole', '😡👩‍👩‍👧', '😡👩‍👩‍👧'],
    ['NUL goes', 'a\0b\0', 'ab'],
    ['half a letter becomes a mark', 'a\ud800b', 'a\ufffdb'],
    ['two halves the wrong way round', '\udc00\ud800', '\ufffd\ufffd'],
    ['other control characters stay', '\u0001\u0007', '\u0001\u0007'],
    ['accents are not put together', 'e\u0301', 'e\u0301'],
  ])('%s', (_what, raw, stored) => {
    expect(storableText(raw)).toBe(stored)
  })

  it('keeps 8,000 letters, emoji counted as one, and cuts none in half', () => {
    expect(points(storableText('a'.repeat(20_000)))).toBe(MOST)
    expect(storableText('😡'.repeat(20_000))).toBe('😡'.repeat(MOST))
    expect(storableText(`a${'😡'.repeat(20_000)}`)).toBe(`a${'😡'.repeat(MOST - 1)}`)
  })

  it('takes no time for a mountain of combining marks', () => {
    const start = performance.now()
    storableText(`e${'\u0301'.repeat(2_000_000)}`)
    expect(performance.now() - start).toBeLessThan(100)
  })

  it('is whole, without NUL, short enough, and the same when cleaned again', () => {
    const anything = fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n)),
      maxLength: 300,
    })
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 200 }), (raw, most) => {
        const stored = storableText(raw, most)
        expect(stored.isWellFormed()).toBe(true)
        expect(stored).not.toContain('\0')
        expect(points(stored)).toBeLessThanOrEqual(most)
        expect(storableText(stored, most)).toBe(stored)
      }),
    )
  })
})
