import { beforeAll, describe, expect, it } from 'vitest'
import { KINDS } from '../../src/core/reading.ts'
import { confidentialityOf } from '../../src/language/confidentiality.ts'
import type { KindProbabilities } from '../../src/language/kind-choice.ts'
import type { Analyser } from '../../src/language/post-analysis.ts'
import { bareAnalyser, shippedConfiguration } from '../support/shipped-reader.ts'

let analyse: Analyser

beforeAll(async () => {
  analyse = bareAnalyser(await shippedConfiguration())
}, 60_000)

const UNDECIDED = Object.fromEntries(KINDS.map((kind) => [kind, 1 / KINDS.length]))

/** The model believes in `topic`, and gives what is hidden only a small chance. */
function closed(text: string, topic: string, hidden: string, chance: number) {
  const ranked = [
    { category: topic, probability: 1 - chance },
    { category: hidden, probability: chance },
  ]
  return confidentialityOf(analyse({ id: 'x', text }), ranked, UNDECIDED as KindProbabilities)
}

describe('a bribe is heard though nobody calls it one', () => {
  it.each([
    ['buat KTP di kecamatan selipin 50 ribu di map biar cepat, tanpa kuitansi', 'adm.ktp'],
    ['ngurus surat nikah di KUA kudu amplop seket ewu ben cepet', 'agama.haji_nikah'],
    ['petugas samsat minta 100 ribu, kalau tidak bayar berkas dipersulit', 'gov.pajak_daerah'],
  ])('"%s"', (text, topic) => {
    expect(closed(text, topic, 'gov.pungli', 0.05)).toMatchObject({
      confidential: true,
      integrity: true,
    })
  })

  it('an official fee at the counter is none', () => {
    const text = 'perpanjang STNK di samsat bayar 200 ribu sesuai struk, antrean lancar'
    expect(closed(text, 'gov.pajak_daerah', 'gov.pungli', 0.005).confidential).toBe(false)
  })
})

describe('public money that went elsewhere is heard', () => {
  it.each([
    ['proyek embung di laporan rampung, nyatanya cuma lubang', 'sungai.irigasi'],
    ['bantuan sapi untuk kelompok tani, yang dapat menantu kades semua', 'eko.ternak_ikan'],
    ['gaji segitu kok kades bisa beli mobil baru, uang dana desa', 'desa.dana_desa'],
  ])('"%s"', (text, topic) => {
    expect(closed(text, topic, 'gov.korupsi', 0.05).integrity).toBe(true)
  })

  it('the student service called KKN is no nepotism', () => {
    const text = 'mahasiswa KKN mengecat gapura desa kami'
    expect(closed(text, 'desa.pelayanan', 'gov.korupsi', 0.01).confidential).toBe(false)
  })
})

describe('violence is heard, also where it is only told around', () => {
  it.each([
    ['anak tetangga dikunci dari luar, badannya lebam', 'sos.terlantar'],
    ['keponakan saya diraba guru ngaji', 'agama.haji_nikah'],
    ['ponakan umur 14 mau dikawinkan sama orang tuanya', 'agama.haji_nikah'],
  ])('"%s"', (text, topic) => {
    const found = closed(text, topic, 'sos.kekerasan_anak_perempuan', 0.1)
    expect(found).toMatchObject({ confidential: true, integrity: false })
  })

  it('a bus that is torture to ride is not', () => {
    const text = 'bus kota panas dan sesak, perjalanan yang melelahkan'
    const found = closed(text, 'hub.angkutan_umum', 'sos.kekerasan_anak_perempuan', 0.01)
    expect(found.confidential).toBe(false)
  })
})

it('integrity goes before the service, unless the service has fees of its own', () => {
  const text = 'pungli di loket, diminta uang rokok'
  expect(closed(text, 'adm.ktp', 'gov.pungli', 0.3).category).toBe('gov.pungli')
  expect(closed(text, 'didik.pungutan', 'gov.pungli', 0.3)).toMatchObject({
    category: null,
    integrity: true,
  })
})

it('says which words it heard', () => {
  const found = closed('bayar uang pelicin di loket', 'adm.ktp', 'gov.pungli', 0.3)
  expect(found.because).toContain('bayar pelicin')
})

describe('a civil servant who is accused', () => {
  const text = 'jam sepuluh pegawai kelurahan sudah tidak ada di mejanya'

  it('is not told who complained, but whoever employs him is', () => {
    expect(closed(text, 'adm.ktp', 'gov.asn_disiplin', 0.3)).toMatchObject({
      confidential: true,
      integrity: false,
      grave: false,
    })
  })

  it('must be meant with some likelihood', () => {
    expect(closed(text, 'adm.ktp', 'gov.asn_disiplin', 0.03).confidential).toBe(false)
  })
})

describe('what may be about somebody of an agency', () => {
  it('is doubted long before it is feared', () => {
    const text = 'perahu bantuan sepuluh, sampai di kami enam'
    const doubted = closed(text, 'eko.ternak_ikan', 'gov.korupsi', 0.02)
    expect(doubted).toMatchObject({ confidential: false, doubted: true })
  })

  it('is not where nothing speaks for it', () => {
    expect(closed('lampu gang mati', 'jalan.lampu', 'gov.korupsi', 0.0005).doubted).toBe(false)
  })
})
