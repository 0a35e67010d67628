import { describe, expect, it } from 'vitest'
import { createEnglishReader } from '../../src/language/english.ts'
import { isEnglish } from '../../src/language/english-share.ts'
import { createNormaliser } from '../../src/language/normalise.ts'
import { tokenise } from '../../src/language/tokens.ts'

const english = {
  words: {
    the: '',
    on: 'di',
    has: 'sudah',
    'street light': 'lampu jalan',
    'no water': 'air mati',
    pothole: 'jalan berlubang',
    leak: 'bocor',
    got: 'dapat',
    road: 'jalan',
    take: 'ambil',
  },
  describing: { broken: 'rusak', dark: 'gelap' },
}
const lexicon = {
  version: 1,
  words: { id: { tak: 'tidak' } },
  english,
  politeness: [],
  address: [],
}
const normalise = createNormaliser(lexicon, (word) => ['tak', 'mampet'].includes(word))
const words = (text: string) =>
  normalise(tokenise(text)).flatMap((token) => token.words.map((word) => word.text))

describe('English posts are read as Indonesian ones are', () => {
  it('tells an English post by its small words', () => {
    expect(isEnglish(tokenise('There is a pothole on the road'))).toBe(true)
    expect(isEnglish(tokenise('jalan depan rumah gue full of potholes for months'))).toBe(true)
    expect(isEnglish(tokenise('update dong min, server down terus, the best lah'))).toBe(false)
    expect(isEnglish(tokenise('kami was was kalau lewat gang itu'))).toBe(false)
  })

  it('says a defect behind its thing, as the phrases of the rules do', () => {
    expect(words('the broken street light on the dark road')).toEqual(
      'lampu jalan rusak di jalan gelap'.split(' '),
    )
  })

  it('hears plurals and endings', () => {
    expect(words('the potholes and the leaking')).toEqual(['jalan', 'berlubang', 'and', 'bocor'])
  })

  it('leaves an Indonesian post its words, and hears only whole phrases in it', () => {
    expect(words('got depan rumah mampet')).toEqual(['got', 'depan', 'rumah', 'mampet'])
    expect(words('udah seminggu no water di sini')).toEqual(
      'udah seminggu air mati di sini'.split(' '),
    )
  })

  it('cuts no Indonesian ending off an English word', () => {
    expect(words('they take the road')).toEqual(['they', 'ambil', 'jalan'])
  })

  it('reads nothing where nothing is English', () => {
    expect(createEnglishReader(english)(tokenise('lampu jalan mati'))).toBe(null)
  })
})
