import { describe, expect, it } from 'vitest'
import { createNormaliser } from '../../src/language/normalise.ts'
import { tokenise } from '../../src/language/tokens.ts'

const lexicon = {
  version: 1,
  words: { id: { jln: 'jalan', gak: 'tidak', km: 'kamu' }, plb: { katek: 'tidak ada' } },
  politeness: [],
  address: [],
}
const known = new Set(['rusak', 'guru', 'jalan', 'parah', 'anak'])
const normalise = createNormaliser(lexicon, (word) => known.has(word))
const words = (text: string) =>
  normalise(tokenise(text)).flatMap((token) => token.words.map((word) => word.text))

describe('words as citizens write them become words that rules know', () => {
  it('reads slang and regional words', () => {
    expect(words('jln katek lampu')).toEqual(['jalan', 'tidak', 'ada', 'lampu'])
  })

  it('shortens elongation, doubling and clitics', () => {
    expect(words('rusakkkk parahhh anak2 gurunya')).toEqual(['rusak', 'parah', 'anak', 'guru'])
  })

  it('splits glued hashtags at their capitals', () => {
    expect(words('#JalanRusak')).toEqual(['jalan', 'rusak'])
  })

  it('reads letters with accents as most write them', () => {
    expect(words('kâtek gúrunya')).toEqual(['tidak', 'ada', 'guru'])
  })

  it('takes "km" for a distance beside a number, and for "kamu" elsewhere', () => {
    expect(words('muter 12 km')).toEqual(['muter', '12', 'km'])
    expect(words('di km 7, km tau')).toEqual(['di', 'km', '7', 'kamu', 'tau'])
  })

  it('keeps "jalan-jalan" apart from roads', () => {
    expect(words('jalan-jalan')).toEqual(['jalan-jalan'])
  })
})
