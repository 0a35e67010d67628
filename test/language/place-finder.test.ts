import { beforeAll, describe, expect, it } from 'vitest'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import type { Configuration } from '../../src/core/configuration.ts'
import { cleanText } from '../../src/language/clean.ts'
import { encodeGazetteer, openGazetteer } from '../../src/language/gazetteer.ts'
import { createPlaceFinder, type Whereabouts } from '../../src/language/place-finder.ts'
import { createAnalyser } from '../../src/language/post-analysis.ts'
import { tokenise } from '../../src/language/tokens.ts'
import { wordUseOf } from '../../src/language/word-use.ts'
import { readAreaRows, readCorpus, readRootWords } from '../../src/reader-files.ts'
import { loadSettings } from '../../src/settings.ts'

let configuration: Configuration
let gazetteer: string

beforeAll(async () => {
  const { configDir } = loadSettings()
  configuration = (await loadConfiguration(configDir)).configuration
  const roots = await readRootWords()
  const use = wordUseOf(await readCorpus(`${configDir}/corpus`))
  gazetteer = encodeGazetteer(await readAreaRows(), (word) => roots.has(word), use)
}, 60_000)

const finders = new Map<string | null, (text: string) => Whereabouts>()

function finder(slug: string | null) {
  const government = configuration.governments.find(({ id }) => id === slug) ?? null
  const areas = openGazetteer(gazetteer, government?.regionCode ?? null)
  const find = createPlaceFinder(areas, government, configuration.lexicon)
  return (raw: string) => {
    const text = cleanText(raw)
    return find(text, tokenise(text))
  }
}

function where(text: string, slug: string | null = null): string | null {
  const find = finders.get(slug) ?? finder(slug)
  finders.set(slug, find)
  return find(text).place?.name ?? null
}

const bengkulu = (text: string) => where(text, 'pemprov-bengkulu')

describe('English says the kind of a place behind its name', () => {
  it.each([
    ['there are no street lights on Suprapto street since Monday', 'Suprapto street'],
    ['The Ampera bridge has been dark for two weeks', 'Ampera bridge'],
    ['trash everywhere near Pasar Minggu and nobody picks it up', 'Pasar Minggu'],
    ['why is the road to the airport still broken', null],
    ['someone has to fix the traffic light again', null],
  ])('"%s"', (text, name) => {
    const { taxonomy, lexicon } = configuration
    const parts = { taxonomy, lexicon, gazetteer: openGazetteer(gazetteer, null), government: null }
    expect(createAnalyser(parts)({ id: '', text }).where.place?.name ?? null).toBe(name)
  })
})

describe('a place is found as citizens write it', () => {
  it.each([
    ['min gang 4 dekat pos ronda gelap', 'gang 4'],
    ['banjir di perum griya asri udah sedengkul', 'perum griya asri'],
    ['sdn 3 pamulang atapnya bocor', 'sdn 3 pamulang'],
    ['flyover pasupati lampunya mati', 'flyover pasupati'],
    ['lantai jembatan way pisang jebol satu', 'jembatan way pisang'],
    ['pagar Lapangan Merdeka roboh', 'Lapangan Merdeka'],
    ['𝗣𝗮𝗺𝘂𝗹𝗮𝗻𝗴 gelap lagi min', 'Pamulang'],
    ['Cikarang masih padam sampai sekarang', 'Cikarang'],
    ['Tanggul Kali Wonokerto rembes lagi', 'Tanggul Kali Wonokerto'],
    ['Jl. Dr. Sutomo gelap sepanjang malam', 'Jl. Dr. Sutomo'],
  ])('"%s"', (text, name) => {
    expect(where(text)).toBe(name)
  })

  it('also where it is glued to a topic in a hashtag', () => {
    expect(where('#banjirpamulang tiap hujan begini')).toBe('pamulang')
  })

  it('also a village of our own that nobody calls one', () => {
    expect(bengkulu('kandang limun gelap terus, lampunya mati')).toBe('kandang limun')
  })

  it("also a village of our own whose name is in the dictionary and in nobody's mouth", () => {
    const oki = (text: string) => where(text, 'pemkab-oki')
    expect(oki('lampu jalan padam terus di perigi ni, gelap nian')).toBe('perigi')
    expect(oki('pohon besak tumbang di celikah tadi malam')).toBe('celikah')
  })

  it('also a village without the number or the word behind its name', () => {
    expect(bengkulu('gas melon kosong terus di Talang Rimbo')).toBe('Talang Rimbo')
  })

  it('also the government by its short name, where something is there', () => {
    expect(where('tiap smp di OKI kekurangan guru', 'pemkab-oki')).toBe('OKI')
    expect(where('pemutihan pajak OKI sampai kapan', 'pemkab-oki')).toBeNull()
  })

  it('also an unknown one after the short form of its level', () => {
    expect(where('jembatan putus di Kec. Antabranta sejak kemarin')).toBe('Antabranta')
  })

  it('also a district of our own that is called like a thing', () => {
    expect(bengkulu('ombak besar di ipuh, perahu pecah')).toBe('ipuh')
  })
})

describe('of several places', () => {
  it('the road says more than its city, and the place more than where it is from', () => {
    expect(where('Kota Bandung: Jl. Cokroaminoto berlubang')).toBe('Jl. Cokroaminoto')
    expect(where('Dari stasiun Malang saya ke kantor, Jl. Veteran macet')).toBe('Jl. Veteran')
  })

  it('a place that the gazetteer knows says more than a guess', () => {
    expect(where('Agennya di Cirebon, katanya dikirim ke Arab')).toBe('Cirebon')
  })
})

describe('no place is invented', () => {
  it.each([
    'Petugasnya baik semua di jalan. Terima kasih',
    'Ijazah saya mengajar SMP 9 tahun belum diakui',
    'min besok jadwal samsat keliling di mana?',
    'sudah tiga kali bolak-balik tetap ditolak',
    'aku karo kanca-kanca antri wiwit isuk',
    'Kepada Menteri Perumahan Rakyat, gaji kami kecil',
    'BPJS menyuruh saya bertanya ke Ombudsman',
    'angkutan batubara lewat terus tiap malam',
    'Bali United kalah lagi, jalan keluar apa?',
    'kantor pemerintah tutup hari Senin, buka Februari',
    'jl komplek rusak, rumahku kebanjiran',
    'Surat sudah masuk ke Disnakertrans sejak Juli, belum ada kabar',
    'Sertifikat saya tidak muncul di PeduliLindungi',
    'Saya antre solar dari Isya sampai subuh',
    'lampu jalan di simpang balakang sakola mati',
    'pak kadis, di SMP-nya tidak ada air',
  ])('"%s"', (text) => {
    expect(where(text)).toBeNull()
  })

  it('nor is another region meant where officials travel there', () => {
    expect(bengkulu('anggota dewan kunker ke Bali, jalan kami dibiarkan')).toBeNull()
    expect(bengkulu('jalan rusak di Kota Bandung')).toBe('Kota Bandung')
  })
})
