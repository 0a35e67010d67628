import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { qualify } from '../../src/core/qualified-answer.ts'
import { similarity } from '../../src/core/trigrams.ts'

const GOOD =
  'Selamat pagi, Pak. Lubang di Jalan Hibrida ditambal regu DPUPR Jumat, 27 November 2026 pukul 09.00. Kode BKL-7F3K2QA. Terima kasih.'
const check = (text: string, recent: string[] = [], places = ['Jalan Hibrida']) =>
  qualify({ text, recent, places })

describe('a qualified answer', () => {
  it('says what is done about which place, and when', () => {
    expect(check(GOOD)).toMatchObject({ qualified: true, missing: [] })
    expect(check(GOOD).because.join(' ')).toContain('tempat (Jalan Hibrida)')
  })

  it('is not a greeting with a template, however long', () => {
    const template =
      'Halo Kak, terima kasih atas laporan yang disampaikan. Mohon maaf atas ketidaknyamanannya. Laporan Anda sudah kami terima dan akan segera kami tindak lanjuti kepada dinas terkait. Mohon bersabar ya kak. Salam sehat.'
    expect(template.length).toBeGreaterThan(180)
    expect(check(template).qualified).toBe(false)
  })

  it.each([
    'DM kami ya kak',
    'Silakan kirim DM ke kami untuk info lebih lanjut 🙏',
    'Terima kasih infonya',
    'Terima kasih banyak atas informasi dan laporan yang disampaikan kak 🙏🙏',
    'Mohon maaf, bukan kewenangan kami.',
    'Itu di luar kewenangan dinas kami kak, terima kasih.',
    'Siap kak',
    '🙏🙏🙏',
    '@warga halo kak, cek DM ya',
    'Selamat pagi Bapak/Ibu, matur nuwun laporannya',
    '',
  ])('is more than “%s”', (text) => {
    expect(check(text).qualified).toBe(false)
    expect(check(text).because.length).toBeGreaterThan(0)
  })

  it('has sixty characters of its own', () => {
    expect(check('Lubang di Jalan Hibrida ditambal besok pagi.').because).toEqual([
      'hanya 42 dari 60 huruf di luar salam dan templat',
    ])
  })

  it('is not what the agency said to somebody else, unless something binds it to this case', () => {
    const said =
      'Regu kami sudah memeriksa titik yang dilaporkan dan akan menutupnya dengan aspal dingin dalam waktu dekat ini.'
    expect(check(said, []).qualified).toBe(true)
    expect(check(said, [said])).toMatchObject({ qualified: false })
    expect(check(said, [said]).because[0]).toContain('100 % sama')
    expect(check(`${said} Kami mulai Senin depan.`, [said]).qualified).toBe(true)
    expect(check(`${said} Kode BKL-7F3K2QA.`, [said]).qualified).toBe(true)
    expect(check(`${said} Petugas lapangan Pak Budi.`, [said]).qualified).toBe(true)
    for (const place of ['Jalan Hibrida', 'Jl. Hibrida', 'jln hibrida'])
      expect(check(`${said} Di ${place}.`, [said]).qualified).toBe(true)
  })

  it('says which parts of a reply are missing', () => {
    expect(
      check('Tim sedang menambal semua titik di sepanjang ruas itu dengan aspal dingin.'),
    ).toMatchObject({
      qualified: true,
      missing: ['greeting', 'problem', 'date', 'code', 'thanks'],
    })
  })

  it('measures likeness evenly, between nothing and everything', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const alike = similarity(one, other)
        expect(alike).toBe(similarity(other, one))
        expect(alike).toBeGreaterThanOrEqual(0)
        expect(alike).toBeLessThanOrEqual(1)
      }),
    )
    expect(similarity('Jalan Hibrida rusak', 'jalan  hibrida, rusak!')).toBe(1)
  })

  it('reads five thousand characters of template in good time', () => {
    for (const bait of ['terima kasih ', 'mohon maaf atas ', 'akan segera kami ', 'dm '])
      expect(check(bait.repeat(5000 / bait.length)).qualified).toBe(false)
  })
})
