import { beforeAll, describe, expect, it } from 'vitest'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import type { Configuration } from '../../src/core/configuration.ts'
import { encodeGazetteer, openGazetteer } from '../../src/language/gazetteer.ts'
import { type Analyser, createAnalyser } from '../../src/language/post-analysis.ts'
import { readAreaRows, readRootWords } from '../../src/reader-files.ts'
import { loadSettings } from '../../src/settings.ts'

let configuration: Configuration
let gazetteer: string

beforeAll(async () => {
  configuration = (await loadConfiguration(loadSettings().configDir)).configuration
  const roots = await readRootWords()
  gazetteer = encodeGazetteer(await readAreaRows(), (word) => roots.has(word))
}, 60_000)

const analysers = new Map<string, Analyser>()

function analyser(slug: string): Analyser {
  const government = configuration.governments.find(({ id }) => id === slug) ?? null
  const { taxonomy, lexicon } = configuration
  const areas = openGazetteer(gazetteer, government?.regionCode ?? null)
  return createAnalyser({ taxonomy, lexicon, gazetteer: areas, government })
}

/** Kemendagri code of the area where the matter is. */
function areaIn(slug: string, text: string): string | null {
  const analyse = analysers.get(slug) ?? analyser(slug)
  analysers.set(slug, analyse)
  return analyse({ id: 'x', text }).where.areaCode
}

/** Regions, cities and rivers after which streets are called all over the country. */
const NAMESAKES =
  `Kapuas Bali Cirebon Padang Bangka Bandung Semarang Surabaya Merauke Barito Mahakam
  Musi Batanghari Jawa Madura Lombok Flores Timor Seram Buru Ambon Ternate Tidore Manado Gorontalo
  Makassar Palu Kendari Banjarmasin Pontianak Samarinda Aceh Medan Jambi Lampung Palembang Serang
  Banten Jakarta Bogor Sukabumi Cianjur Garut Tasikmalaya Ciamis Kuningan Tegal Pekalongan Kudus
  Jepara Rembang Blora Madiun Malang`.split(/\s+/)

describe('a street that is called after a far place lies where its citizens are', () => {
  it.each(NAMESAKES)('Jalan %s', (name) => {
    const area = areaIn('pemkab-oki', `lampu di Jalan ${name} mati sudah seminggu`)
    expect(area ?? '16.02').toMatch(/^16/)
  })

  it('a quarter, too', () => {
    expect(areaIn('pemkab-oki', 'banjir di kampung Bali sejak subuh')).toBeNull()
  })

  it('and far away where the place itself is named beside it', () => {
    expect(areaIn('pemkab-oki', 'lampu di Jalan Asia Afrika Bandung mati')).toMatch(/^32/)
    expect(areaIn('pemkab-oki', 'lampu mati di Bandung')).toMatch(/^32/)
  })

  it('a highway leads to the place that it is called after', () => {
    expect(areaIn('pemkab-oki', 'Jalan Raya Bogor macet total')).toMatch(/^32/)
  })
})

describe('an area is told apart from its namesakes', () => {
  it('"SP Padang" is a district of Ogan Komering Ilir, not the city', () => {
    expect(areaIn('pemkab-oki', 'kebakaran di SP Padang, api ke rumah sebelah')).toBe('16.02.08')
  })

  it('a kelurahan is no desa of the same name', () => {
    const city = areaIn('pemprov-bengkulu', 'Jalan di Kelurahan Betungan berlubang')
    const village = areaIn('pemprov-bengkulu', 'Jalan di Desa Betungan berlubang')
    expect(city).toMatch(/^17\.71/)
    expect(village).toMatch(/^17\.01/)
  })

  it('a village that several regencies have lies in the province, and in none of them', () => {
    expect(areaIn('pemprov-bengkulu', 'Jalan di Betungan berlubang')).toBe('17')
  })
})
