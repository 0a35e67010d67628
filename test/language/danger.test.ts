import { beforeAll, describe, expect, it } from 'vitest'
import type { Category } from '../../src/core/configuration.ts'
import { EMERGENCY, URGENT, weighDanger } from '../../src/language/danger.ts'
import type { Analyser } from '../../src/language/post-analysis.ts'
import { bareAnalyser, shippedConfiguration } from '../support/shipped-reader.ts'

/** As unsure as the model is of words that it never read. */
const UNSURE = 0.2
const UNLIKELY = 0.02

let analyse: Analyser
let categories: Map<string, Category>

beforeAll(async () => {
  const configuration = await shippedConfiguration()
  analyse = bareAnalyser(configuration)
  categories = new Map(configuration.taxonomy.categories.map((category) => [category.id, category]))
}, 60_000)

const danger = (text: string, category: string, probability = UNSURE) =>
  weighDanger(analyse({ id: 'x', text }), categories.get(category) as Category, probability)

describe('an emergency is heard though the model is in doubt', () => {
  it.each([
    ['nenek lumpuh masih di dalam rumah, air sudah sedada, belum dievakuasi', 'benc.banjir'],
    ['dua pekerja ketimbun tanah barusan, durung ketemu', 'jalan.longsor_ambles'],
    ['budak kahuruan di jero imah, apina ageung ayeuna, tulungan', 'benc.kebakaran'],
    ['tigo pemancing alun baliak dari tadi, hilang kontak', 'hub.pelabuhan_kapal'],
    ['tukang kesetrum kabel jatuh, pingsan sekarang', 'listrik.padam_pln'],
    ['ada orang bawa golok sekarang di pasar, satu sudah dibacok', 'aman.kriminal'],
  ])('"%s"', (text, category) => {
    expect(danger(text, category).points).toBeGreaterThanOrEqual(EMERGENCY)
  })
})

describe('no emergency', () => {
  it.each([
    ['jalan ini licin, takut ada yang jatuh', 'jalan.rusak'],
    ['kapan latihan gempa di sekolah kami diadakan lagi?', 'benc.gempa_cuaca'],
    ['syarat bantuan korban kebakaran apa saja', 'benc.bantuan_korban'],
    ['lampu jalan mati sudah dua minggu', 'listrik.pju'],
  ])('"%s" is none, and the model agrees', (text, category) => {
    expect(danger(text, category, UNLIKELY).points).toBeLessThan(EMERGENCY)
  })

  it('a newspaper telling of a drowned man is not the drowning', () => {
    const told = 'warga tenggelam kemarin, menurut kapolsek korban ditemukan tewas, ungkapnya'
    const cried = 'warga tenggelam barusan, belum ketemu'
    const points = (text: string) => danger(text, 'benc.banjir').points
    expect(points(told)).toBeLessThan(EMERGENCY)
    expect(points(cried)).toBeGreaterThanOrEqual(EMERGENCY)
  })
})

it('a danger in doubt is at least urgent', () => {
  const { points } = danger('kabel listrik menjuntai dekat sekolah', 'listrik.padam_pln')
  expect(points).toBeGreaterThan(URGENT)
})

it('says which words it heard', () => {
  const { because } = danger('anak hanyut barusan di kali, belum ketemu', 'benc.banjir')
  expect(because).toEqual(expect.arrayContaining(['hanyut', 'belum ketemu']))
})
