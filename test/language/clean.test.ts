import { describe, expect, it } from 'vitest'
import { cleanText, MAX_POINTS } from '../../src/language/clean.ts'

describe('the border cleans what a platform hands over', () => {
  it('takes out NUL and lone surrogates, which would abort a whole page insert', () => {
    expect(cleanText('jalan\u0000 rusak\ud800!')).toBe('jalan rusak!')
  })

  it('reads bold mathematical letters as letters', () => {
    expect(cleanText('𝐁𝐞𝐧𝐠𝐤𝐮𝐥𝐮')).toBe('Bengkulu')
  })

  it('turns &amp; back into &', () => {
    expect(cleanText('pasar &amp; terminal')).toBe('pasar & terminal')
  })

  it('leaves one of 160,000 combining marks', () => {
    expect(cleanText(`a${'\u0301'.repeat(160_000)}`)).toBe('á')
  })

  it('caps a megabyte at what anybody would read', () => {
    expect(Array.from(cleanText('😀'.repeat(500_000)))).toHaveLength(MAX_POINTS)
  })
})
