import { beforeAll, describe, expect, it } from 'vitest'
import type { PostContext } from '../../src/core/reading.ts'
import type { Reader } from '../../src/language/reader.ts'
import { shippedReader } from '../support/shipped-reader.ts'

let reader: Reader

/** Reads with the model that `npm ci` built. */
beforeAll(async () => {
  reader = await shippedReader('pemprov-bengkulu')
}, 60_000)

const read = (text: string, context?: PostContext) =>
  reader.read({ id: 'x', text, platform: 'lapor', ...(context && { context }) })
const all = (text: string) => {
  const { category, children } = read(text)
  return [category, ...(children ?? []).map((child) => child.category)].sort()
}

describe('several complaints in one post', () => {
  it.each([
    [
      'Jalan berlubang di depan pasar, lampu jalan mati sudah sebulan, dan sampah menumpuk di tikungan',
    ],
    ['1. Jalan berlubang di depan pasar\n2. Sampah tidak diangkut seminggu\n3. Lampu jalan mati'],
    ['Jalan berlubang, lampu jalan mati sebulan, sampah menumpuk'],
    ['min jalan depan SD rusak, terus lampu jalannya juga mati, belum lagi sampah numpuk'],
    ['lampu gang padam / sampah numpuk / jalan bolong, itu saja dulu pak'],
    ['sampah tidak diangkut - jalan berlubang - lampu jalan mati'],
  ])('are told apart: %j', (text) => {
    expect(all(text)).toEqual(['jalan.rusak', 'lh.sampah', 'listrik.pju'])
  })

  it('the numbers of a list are no words of its items', () => {
    const { category, children } = read(
      'pak gubernur tolong: 1. jalan rusak 2. air pdam mati 3. puskesmas tutup',
    )
    const parts = new Map(children?.map((child) => [child.category, child.text]))
    expect([category, ...parts.keys()].sort()).toEqual([
      'air.bersih_pdam',
      'jalan.rusak',
      'kes.puskesmas',
    ])
    expect(parts.get('jalan.rusak')).toBe('jalan rusak')
  })

  it('each says its own words, and whose duty it is', () => {
    const { children } = read(
      'Air PDAM mati tiga hari. Selain itu listrik sering padam tiap malam.',
    )
    expect(children).toEqual([
      {
        category: 'listrik.padam_pln',
        text: 'Selain itu listrik sering padam tiap malam.',
        function: 'pln',
        agency: 'pln',
      },
    ])
  })

  it.each([
    ['a consequence', 'jalan rusak bikin macet, motor jatuh'],
    ['a place', 'jalan depan RSUD rusak parah'],
    ['what is in order', 'Jalan kampung rusak parah dan berlubang, listrik sudah menyala'],
    ['praise', 'makasih jalannya sudah mulus, lampu juga terang'],
    ['a question', 'Kapan jalan ke pasar diperbaiki, dan syarat KTP hilang apa saja?'],
    ['a call for help', 'pohon tumbang timpa angkot, tolong ambulans sama damkar'],
    ['nothing', ''],
  ])('%s is no second complaint', (_what, text) => {
    expect(read(text).children).toEqual([])
  })

  it('the allegation stays where it is, and the service is cut out without it', () => {
    const { category, confidential, children } = read(
      'Petugas loket minta pungli 50 ribu untuk KTP, sampah di pasar menumpuk tidak diangkut',
    )
    expect([category, confidential]).toEqual(['gov.pungli', true])
    expect(children?.map((child) => child.category)).toEqual(['lh.sampah'])
    expect(JSON.stringify(children)).not.toMatch(/pungli|50 ribu/)
  })

  it('a part is never cut again, and keeps what it was cut out for', () => {
    const part = { number: 2, of: 2, category: 'lh.sampah', rang: false }
    const whole = read('sampah menumpuk, lampu jalan mati, jalan rusak', { part })
    expect([whole.category, whole.children]).toEqual(['lh.sampah', []])
  })

  it('a part that names no place lies where its post does', () => {
    const part = { number: 2, of: 2, category: 'lh.sampah', rang: false }
    const text = 'Jalan di Kelurahan Sawah Lebar rusak, sampah menumpuk'
    const { place } = read('sampah menumpuk', { part: { ...part, whole: text } })
    expect(place?.name).toMatch(/Sawah Lebar/)
    expect(read('sampah menumpuk', { part }).place).toBeNull()
  })
})
