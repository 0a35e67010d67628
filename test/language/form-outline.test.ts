import { describe, expect, it } from 'vitest'
import { outlineHashes, outlinesOf } from '../../src/language/form-outline.ts'
import { formSigns } from '../../src/language/form-signs.ts'
import { tokenise } from '../../src/language/tokens.ts'

const outlined = (text: string) => outlinesOf({ text, tokens: tokenise(text) }).join(' ')
const hashed = (text: string) =>
  outlineHashes({ text, tokens: tokenise(text), isReply: false }).toString()

describe('the outline of a post', () => {
  it('keeps who speaks and how it is said, and leaves out what it is about', () => {
    expect(outlined('min tolong jembatan kami diperbaiki dong')).toBe(
      'min tolong ~an kami di~i dong',
    )
  })

  it('of a headline has its capitals, its bare verbs and its dash', () => {
    expect(outlined('CURUP – Dinas Perbaiki Jembatan')).toBe('A~ – dinas Cpe~i C~an')
  })

  it('is the same for a bridge and for a school', () => {
    expect(hashed('Warga keluhkan jembatan lapuk')).toBe(hashed('Warga keluhkan bangunan lapuk'))
  })

  it('of a very long post is as long as that of its beginning', () => {
    const long = 'tolong lampu mati '.repeat(2000)
    expect(
      outlineHashes({ text: long, tokens: tokenise(long), isReply: false }).length,
    ).toBeLessThan(1000)
  })
})

describe('the signs of who speaks', () => {
  it.each([
    ['tempat di depan', 'BENGKULU – Jembatan gantung ambruk, Sabtu (14/11) sore.'],
    ['hari tanggal', 'Jembatan gantung ambruk, Sabtu (14/11) sore.'],
    ['pejabat berbuat', 'Wali Kota meninjau jalan yang rusak'],
    ['singkatan berbuat', 'DLH menyiagakan truk sampah'],
    ['kata siapa', 'Lampu padam di 340 titik, Dishub: kabel dicuri'],
    ['imbauan', 'Warga diimbau waspada banjir'],
    ['sahabat', 'Halo Sobat Pajak, sekarang bayar pajak lebih mudah'],
  ])('"%s" is seen in: %s', (sign, text) => {
    expect(formSigns(text)).toContain(sign)
  })

  it('of a citizen are his own words: he speaks, calls and asks', () => {
    const signs = formSigns('pak wali, kapan lampu di gang kami nyala? udah gelap banget')
    expect(signs).toEqual(expect.arrayContaining(['aku', 'panggil', 'minta', 'lisan', 'tanya']))
    expect(signs).toContain('media 0')
  })
})
