import { beforeAll, describe, expect, it } from 'vitest'
import type { Explanation, SpokeFor } from '../../src/core/explanation.ts'
import { featuresOf, featuresOfWord } from '../../src/language/features.ts'
import { NO_FORMS } from '../../src/language/form-features.ts'
import type { Reader } from '../../src/language/reader.ts'
import { wordOf } from '../../src/language/words.ts'
import { shippedReader } from '../support/shipped-reader.ts'

let reader: Reader

/** Explains with the model that `npm ci` built. */
beforeAll(async () => {
  reader = await shippedReader('pemprov-bengkulu')
}, 60_000)

const explain = (text: string) => reader.explain({ id: 'x', text, platform: 'lapor' })
const said = ({ text, words }: Explanation, what: SpokeFor) =>
  words
    .filter((word) => word.for === what)
    .map(({ from, to, why }) => `${text.slice(from, to)} | ${why}`)

describe('a post that explains itself word by word', () => {
  it('underlines the phrase of the rule where it stands', () => {
    const why = explain('Tolong, jalan rusak parah di Kelurahan Sawah Lebar.')
    expect(why.category).toBe('jalan.rusak')
    expect(said(why, 'category')).toContain('jalan rusak | frasa: jalan rusak')
  })

  it('says how much each word counts for the category against the second choice', () => {
    const why = explain('aspalnya keriting kabeh, velg ku penyok tiap lewat')
    expect(why.against).not.toBeNull()
    const model = why.words.filter((word) => word.why.startsWith('model: +'))
    expect(model.length).toBeGreaterThan(0)
    expect(model.map(({ from, to }) => why.text.slice(from, to))).toContain('velg')
    expect(model.every(({ weight }) => weight >= 0.1)).toBe(true)
  })

  it('names the register entry of a road', () => {
    const why = explain('Jalan Hibrida lah bolong lagi, motor hampir tumbang')
    expect(said(why, 'place').join()).toMatch(/Hibrida \| daftar ruas: .*Hibrida.*\(jalan /)
  })

  it('shows what made it secret', () => {
    const why = explain('Petugas kelurahan minta pungli 200 ribu untuk surat pindah')
    expect(said(why, 'confidential').join()).toMatch(/pungli/)
  })

  it('leaves every word where it stands, whatever the text holds', () => {
    for (const text of ['', '🔥🔥', '𝗝𝗮𝗹𝗮𝗻 𝗿𝘂𝘀𝗮𝗸 di Bengkulu', 'jalan\nrusak '.repeat(200)]) {
      const why = explain(text)
      for (const { from, to } of why.words) {
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(why.text.length)
      }
    }
  })
})

describe('the parts of a word', () => {
  it('are what the model reads of the whole text, no more and no less', () => {
    const words = ['jalan', 'rusak', '<tempat>', 'jalan', 'berlubang']
    const said = words.map(wordOf)
    const whole = featuresOf({ said, roots: [], above: [], marks: [], forms: NO_FORMS })
    const parts = words.map((_, at) => featuresOfWord(words, at))
    // a pair stands in both of its words
    const pairs = [...new Set(parts.flatMap((part) => part.pairs))]
    const own = parts.flatMap((part) => part.own)
    expect([...own, ...pairs].sort()).toEqual([...whole.words].sort())
    expect(parts.flatMap((part) => part.grams).sort()).toEqual([...whole.grams].sort())
  })
})
