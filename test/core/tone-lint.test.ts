import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lintTone, refusedTone } from '../../src/core/tone-lint.ts'
import { CALM, HARSH } from './tone-examples.ts'

describe('AC-001-4: the tone of a draft', () => {
  it('is tried with at least sixty drafts each way', () => {
    expect(HARSH.length).toBeGreaterThanOrEqual(60)
    expect(CALM.length).toBeGreaterThanOrEqual(60)
  })

  it.each(HARSH)('AC-001-4: %s is found in “%s”', (rule, draft) => {
    expect(lintTone(draft).map((finding) => finding.rule)).toContain(rule)
  })

  it.each(CALM)('AC-001-4: nothing is wrong with “%s”', (draft) => {
    expect(lintTone(draft)).toEqual([])
  })

  it('AC-001-4: blame, threats and “bukan urusan kami” warn, asking for NIK or a telephone is refused', () => {
    const levels = (draft: string) => lintTone(draft).map(({ level }) => level)
    expect(levels('Itu salah warga sendiri.')).toEqual(['warn'])
    expect(levels('Anda bisa dipidana.')).toEqual(['warn'])
    expect(levels('Bukan urusan kami.')).toEqual(['warn'])
    expect(levels('Mohon NIK dan nomor HP Anda.')).toContain('refuse')
    expect(refusedTone(lintTone('Bukan urusan kami. Minta no WA kak.'))).toHaveLength(1)
  })

  it('shows where it is, as it was written, with better words', () => {
    const draft = 'Halo Kak 🙏 itu BUKAAAN urusan kami ya.'
    const [finding] = lintTone(draft)
    expect(finding?.quote).toBe('BUKAAAN urusan kami')
    expect(draft.slice(finding?.start, finding?.end)).toBe(finding?.quote)
    expect(finding?.suggestion).toContain('sudah kami teruskan')
  })

  it('lets a private answer ask for what a public one must not', () => {
    expect(lintTone('Mohon NIK Anda untuk pengecekan.', 'private')).toEqual([])
    expect(lintTone('Bukan urusan kami.', 'private')).toHaveLength(1)
  })

  it('keeps its spans inside the draft, whatever is typed, and in good time', () => {
    const pieces = [
      'nik',
      'minta ',
      'bukan ',
      'urusan ',
      'kami',
      'aaaa',
      '\u200B',
      'É',
      '👩‍👩‍👧',
      '. ',
      'Х',
    ]
    const drafts = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 200 })
    fc.assert(
      fc.property(drafts, (parts) => {
        const draft = parts.join('')
        for (const { start, end, quote } of lintTone(draft)) {
          expect(start).toBeLessThanOrEqual(end)
          expect(draft.slice(start, end)).toBe(quote)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('reads five thousand characters of bait', () => {
    for (const bait of ['minta ', 'bukan ', 'a'.repeat(9), 'mohon tolong ', 'NIK '])
      expect(lintTone(bait.repeat(5000 / bait.length))).toBeInstanceOf(Array)
  })
})
