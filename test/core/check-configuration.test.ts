import { beforeAll, describe, expect, it } from 'vitest'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import { checkConfiguration } from '../../src/core/check-configuration.ts'
import type { Agency, Configuration, Government } from '../../src/core/configuration.ts'

let shipped: Configuration

beforeAll(async () => {
  shipped = (await loadConfiguration('config')).configuration
})

/** Fails the test where the shipped configuration lacks what the test is about. */
function need<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('not in the shipped configuration')
  return thing
}

const bengkulu = ({ governments }: Configuration): Government =>
  need(governments.find(({ id }) => id === 'pemprov-bengkulu'))
const oki = ({ governments }: Configuration): Government =>
  need(governments.find(({ id }) => id === 'pemkab-oki'))
const agency = ({ agencies }: Government, id: string): Agency =>
  need(agencies.find((each) => each.id === id))
const calendar = ({ calendars }: Configuration) => need(calendars[0])

interface Case {
  fault: string
  spoil: (configuration: Configuration) => void
  file: string
  path: RegExp
  says: string
  remedy: string
}

const AGENCIES = 'governments/pemprov-bengkulu/agencies.yaml'
const GOVERNMENT = 'governments/pemprov-bengkulu/government.yaml'
const OKI_PLACES = 'governments/pemkab-oki/places.yaml'

const CASES: Case[] = [
  {
    fault: 'a function of a category that no agency has and no hand-over names',
    spoil: (all) => {
      agency(bengkulu(all), 'bengkulu.dpupr').functions = []
    },
    file: AGENCIES,
    path: /^agencies$/,
    says: 'tidak ada perangkat daerah dengan fungsi "pupr", padahal kategori jalan.rusak',
    remedy: 'handOver: {pupr: regency}',
  },
  {
    fault: 'a category with fewer than three different examples',
    spoil: ({ taxonomy }) => {
      const first = need(taxonomy.categories[0])
      first.examples = ['jalan berlubang', ' jalan berlubang', 'aspal pecah']
    },
    file: 'taxonomy.yaml',
    path: /^categories\[0\]\.examples$/,
    says: 'kategori jalan.rusak: baru 2 contoh kiriman',
    remedy: 'Tulis sedikitnya 3 contoh yang berlainan',
  },
  {
    fault: 'a law that names a rule nobody knows',
    spoil: ({ taxonomy }) => {
      need(taxonomy.authority?.[0]).rule = 'road_klass'
    },
    file: 'taxonomy.yaml',
    path: /^authority\[0\]$/,
    says: '"road_klass" tidak dikenal',
    remedy: 'authorityRules',
  },
  {
    fault: 'two laws for one duty on one day',
    spoil: ({ taxonomy }) => {
      const old = need(taxonomy.authority?.find(({ until }) => until === '2022-01-11'))
      old.until = null
    },
    file: 'taxonomy.yaml',
    path: /^authority\[\d+\]$/,
    says: 'bertumpuk dengan authority[',
    remedy: 'until',
  },
  {
    fault: 'a decree for a road that ends before it begins',
    spoil: (all) => {
      Object.assign(need(oki(all).roads[0]), { from: '2025-01-01', until: '2024-01-01' })
    },
    file: OKI_PLACES,
    path: /^roads\[0\]$/,
    says: 'berlaku sampai 2024-01-01',
    remedy: '2022-01-12',
  },
  {
    fault: 'an agency without an escalation path',
    spoil: (all) => {
      agency(bengkulu(all), 'bengkulu.dinkes').escalation = [' ']
    },
    file: AGENCIES,
    path: /^agencies\[2\]\.escalation$/,
    says: 'Dinkes: jalur eskalasi belum diisi',
    remedy: 'Kepala Bidang',
  },
  {
    fault: 'two agencies with one alias, capitals aside',
    spoil: (all) => {
      agency(bengkulu(all), 'bengkulu.dinkes').aliases.push('Bina  Marga')
    },
    file: AGENCIES,
    path: /aliases\[1\]$/,
    says: '"Bina  Marga" menunjuk dua perangkat daerah: Dinas Pekerjaan Umum',
    remedy: 'Hapus dari salah satu',
  },
  {
    fault: 'an alias that is the abbreviation of another agency',
    spoil: (all) => {
      agency(bengkulu(all), 'bengkulu.bpbd').aliases.push('dpupr')
    },
    file: AGENCIES,
    path: /aliases\[0\]$/,
    says: '"dpupr" menunjuk dua perangkat daerah',
    remedy: 'perjelas',
  },
  {
    fault: 'two agencies with one abbreviation',
    spoil: (all) => {
      agency(bengkulu(all), 'bengkulu.bkd').abbreviation = 'bpsdm'
    },
    file: AGENCIES,
    path: /abbreviation$/,
    says: 'BPSDM" menunjuk dua perangkat daerah',
    remedy: 'Hapus dari salah satu',
  },
  {
    fault: 'two agencies with one id',
    spoil: (all) => {
      agency(bengkulu(all), 'bengkulu.bkd').id = 'bengkulu.bpkd'
    },
    file: AGENCIES,
    path: /\.id$/,
    says: '"bengkulu.bpkd" menunjuk dua perangkat daerah',
    remedy: 'perjelas',
  },
  {
    fault: 'an agency id that another government has already',
    spoil: (all) => {
      agency(oki(all), 'oki.litbang').id = 'bengkulu.bkd'
    },
    file: AGENCIES,
    path: /\.id$/,
    says: 'sudah dipakai di pemkab-oki',
    remedy: 'Awali id dengan nama daerah',
  },
  {
    fault: 'a function that does not exist',
    spoil: (all) => {
      agency(bengkulu(all), 'bengkulu.dinkes').functions.push('dinkess')
    },
    file: AGENCIES,
    path: /functions\[1\]$/,
    says: 'fungsi "dinkess" tidak dikenal',
    remedy: 'config/taxonomy.yaml',
  },
  {
    fault: 'an agency that claims a category that does not exist',
    spoil: (all) => {
      agency(bengkulu(all), 'bengkulu.dinkes').categories = ['kes.gigi']
    },
    file: AGENCIES,
    path: /categories\[0\]$/,
    says: 'kategori "kes.gigi" tidak dikenal',
    remedy: 'config/taxonomy.yaml',
  },
  {
    fault: 'an agency that serves a district that is not there',
    spoil: (all) => {
      agency(oki(all), 'oki.kec-cengal').districts = ['16.02.99']
    },
    file: 'governments/pemkab-oki/agencies.yaml',
    path: /districts\[0\]$/,
    says: 'kode kecamatan "16.02.99" tidak dikenal',
    remedy: 'places.yaml',
  },
  {
    fault: 'a hand-over of a function that does not exist',
    spoil: (all) => {
      bengkulu(all).handOver.pemadam = 'regency'
    },
    file: GOVERNMENT,
    path: /^handOver\.pemadam$/,
    says: 'fungsi "pemadam" tidak dikenal',
    remedy: 'damkar',
  },
  {
    fault: 'a province that hands over to itself',
    spoil: (all) => {
      bengkulu(all).handOver.damkar = 'province'
    },
    file: GOVERNMENT,
    path: /^handOver\.damkar$/,
    says: 'tidak dapat menyerahkan kepada "province"',
    remedy: 'regency (dari provinsi)',
  },
  {
    fault: 'a hand-over to a body that does not exist',
    spoil: (all) => {
      bengkulu(all).handOver.damkar = 'external:pemadam'
    },
    file: GOVERNMENT,
    path: /^handOver\.damkar$/,
    says: 'instansi luar "pemadam" tidak dikenal',
    remedy: 'external:',
  },
  {
    fault: 'a hand-over to the province where no province is listed',
    spoil: (all) => {
      oki(all).region = []
    },
    file: 'governments/pemkab-oki/government.yaml',
    path: /^handOver\.esdm$/,
    says: 'tidak ada tujuan "province"',
    remedy: 'province (dari kabupaten/kota)',
  },
  {
    fault: 'a category whose authority rule does not exist',
    spoil: ({ taxonomy }) => {
      need(taxonomy.categories[0]).authorityRule = 'jalan'
    },
    file: 'taxonomy.yaml',
    path: /^categories\[0\]\.authorityRule$/,
    says: 'aturan kewenangan "jalan" tidak dikenal',
    remedy: 'road_class',
  },
  {
    fault: 'a category whose function does not exist',
    spoil: ({ taxonomy }) => {
      need(taxonomy.categories[0]).owner.province = 'constructor'
    },
    file: 'taxonomy.yaml',
    path: /^categories\[0\]\.owner\.province$/,
    says: 'fungsi "constructor" tidak dikenal',
    remedy: 'pupr',
  },
  {
    fault: 'a category that is handed to a body that does not exist',
    spoil: ({ taxonomy }) => {
      need(taxonomy.categories[0]).owner.external = 'bpjnn'
    },
    file: 'taxonomy.yaml',
    path: /^categories\[0\]\.owner\.external$/,
    says: 'instansi luar "bpjnn" tidak dikenal',
    remedy: 'bpjn',
  },
  {
    fault: 'a category with a clock class that does not exist',
    spoil: ({ taxonomy }) => {
      need(taxonomy.categories[0]).slaClass = 'biasa'
    },
    file: 'taxonomy.yaml',
    path: /^categories\[0\]\.slaClass$/,
    says: 'kelas waktu "biasa" tidak dikenal',
    remedy: 'tanpa_pengawasan',
  },
  ...['__proto__', 'constructor', 'Jalan Rusak', 'x'].map((id) => ({
    fault: `the category id ${id}`,
    spoil: ({ taxonomy }: Configuration) => {
      need(taxonomy.categories[0]).id = id
    },
    file: 'taxonomy.yaml',
    path: /^categories\[0\]\.id$/,
    says: `id kategori "${id}" tidak dapat dipakai`,
    remedy: 'huruf kecil',
  })),
  {
    fault: 'two categories with one id',
    spoil: ({ taxonomy }) => {
      need(taxonomy.categories[5]).id = 'jalan.rusak'
    },
    file: 'taxonomy.yaml',
    path: /^categories\[5\]\.id$/,
    says: 'sudah dipakai oleh categories[0]',
    remedy: 'Beri id lain',
  },
  {
    fault: 'a lexicon entry of two words',
    spoil: ({ lexicon }) => {
      lexicon.words.id = { 'dak katek': 'tidak ada' }
    },
    file: 'lexicon.yaml',
    path: /^words\.id\./,
    says: 'bukan satu kata',
    remedy: 'satu kata di kiri',
  },
  {
    fault: 'a holiday on a day that no calendar has',
    spoil: (all) => {
      calendar(all).holidays.push({ date: '2026-02-30', name: 'Hari Jadi' })
    },
    file: 'calendar-2026.yaml',
    path: /^holidays\[17\]\.date$/,
    says: '"2026-02-30" bukan tanggal yang ada',
    remedy: '2026-08-17',
  },
  {
    fault: 'collective leave of another year',
    spoil: (all) => {
      calendar(all).collectiveLeave.push('2027-03-09')
    },
    file: 'calendar-2026.yaml',
    path: /^collectiveLeave\[8\]$/,
    says: '2027-03-09 bukan tanggal di tahun 2026',
    remedy: 'kalender tahunnya',
  },
  {
    fault: 'hours of work that overlap',
    spoil: (all) => {
      calendar(all).workHours.regular.friday = [
        ['07:30', '12:00'],
        ['11:30', '16:30'],
      ]
    },
    file: 'calendar-2026.yaml',
    path: /^workHours\.regular\.friday\[1\]$/,
    says: '11:30–16:30 bertumpang tindih dengan 07:30–12:00',
    remedy: 'berurutan',
  },
  {
    fault: 'hours of work that end before they begin',
    spoil: (all) => {
      calendar(all).workHours.ramadan.friday = [['15:30', '08:00']]
    },
    file: 'calendar-2026.yaml',
    path: /^workHours\.ramadan\.friday\[0\]$/,
    says: 'berakhir sebelum dimulai',
    remedy: 'berurutan',
  },
  {
    fault: 'an hour that no clock shows',
    spoil: (all) => {
      calendar(all).workHours.regular.friday = [['7.30', '16:30']]
    },
    file: 'calendar-2026.yaml',
    path: /^workHours\.regular\.friday\[0\]$/,
    says: 'bukan jam',
    remedy: "'07:30'",
  },
  {
    fault: 'a Ramadan that ends before it begins',
    spoil: (all) => {
      calendar(all).ramadan = { from: '2026-03-20', to: '2026-02-19', tentative: true }
    },
    file: 'calendar-2026.yaml',
    path: /^ramadan$/,
    says: 'berakhir sebelum dimulai',
    remedy: 'Tukar',
  },
  {
    fault: 'two calendars of one year',
    spoil: ({ calendars }) => {
      calendars.push(structuredClone(need(calendars[0])))
    },
    file: 'calendar-2026.yaml',
    path: /^year$/,
    says: 'kalender tahun 2026 ada dua',
    remedy: 'Gabungkan',
  },
  {
    fault: 'a district outside the region',
    spoil: (all) => {
      need(oki(all).districts[0]).code = '16.03.02'
    },
    file: OKI_PLACES,
    path: /^districts\[0\]\.code$/,
    says: 'kecamatan Tanjung Lubuk (16.03.02) di luar Pemerintah Kabupaten Ogan Komering Ilir',
    remedy: 'diawali 16.02.',
  },
  {
    fault: 'two districts with one code',
    spoil: (all) => {
      need(oki(all).districts[1]).code = '16.02.02'
    },
    file: OKI_PLACES,
    path: /^districts\[1\]\.code$/,
    says: 'sudah dipakai kecamatan Tanjung Lubuk',
    remedy: 'betulkan',
  },
  {
    fault: 'a neighbour whose code does not fit its level',
    spoil: (all) => {
      need(oki(all).region[0]).code = '16.00.01'
    },
    file: OKI_PLACES,
    path: /^region\[0\]$/,
    says: 'tidak cocok dengan tingkat province',
    remedy: 'dua angka',
  },
  {
    fault: 'two neighbours with one code',
    spoil: (all) => {
      need(oki(all).region[2]).code = '16.01'
    },
    file: OKI_PLACES,
    path: /^region\[2\]\.code$/,
    says: 'kode 16.01 sudah dipakai',
    remedy: 'betulkan',
  },
  {
    fault: 'a landmark in a district outside the region',
    spoil: (all) => {
      need(oki(all).landmarks[0]).district = '17.71.01'
    },
    file: OKI_PLACES,
    path: /^landmarks\[0\]\.district$/,
    says: 'di luar Pemerintah Kabupaten',
    remedy: 'hapus baris district',
  },
  {
    fault: 'a region code that has lost its zero to a spreadsheet',
    spoil: (all) => {
      oki(all).regionCode = '16.2'
    },
    file: 'governments/pemkab-oki/government.yaml',
    path: /^regionCode$/,
    says: '"16.2" bukan kode wilayah kabupaten/kota',
    remedy: '"17.04"',
  },
  {
    fault: 'a coordinator that is not among the agencies',
    spoil: (all) => {
      bengkulu(all).coordinator = 'bengkulu.humas'
    },
    file: GOVERNMENT,
    path: /^coordinator$/,
    says: 'koordinator "bengkulu.humas" tidak ada di agencies.yaml',
    remedy: 'id salah satu perangkat daerah',
  },
  {
    fault: 'an inspectorate that is not among the agencies',
    spoil: (all) => {
      bengkulu(all).inspectorate = ''
    },
    file: GOVERNMENT,
    path: /^inspectorate$/,
    says: 'inspektorat "" tidak ada',
    remedy: 'agencies.yaml',
  },
  {
    fault: 'a zone that Indonesia does not have',
    spoil: (all) => {
      bengkulu(all).zoneLabel = 'CET'
    },
    file: GOVERNMENT,
    path: /^zoneLabel$/,
    says: '"CET" bukan WIB, WITA atau WIT',
    remedy: 'WIB',
  },
  {
    fault: 'a timezone that does not fit its zone',
    spoil: (all) => {
      bengkulu(all).timezone = 'Asia/Makassar'
    },
    file: GOVERNMENT,
    path: /^timezone$/,
    says: '"Asia/Makassar" bukan zona waktu WIB',
    remedy: 'Asia/Jakarta',
  },
  {
    fault: 'a tracking prefix of two letters',
    spoil: (all) => {
      bengkulu(all).codePrefix = 'BK'
    },
    file: GOVERNMENT,
    path: /^codePrefix$/,
    says: 'bukan tiga huruf besar',
    remedy: 'BKL',
  },
  {
    fault: 'a tracking prefix that two governments share',
    spoil: (all) => {
      bengkulu(all).codePrefix = 'OKI'
    },
    file: GOVERNMENT,
    path: /^codePrefix$/,
    says: 'sudah dipakai Pemerintah Kabupaten Ogan Komering Ilir',
    remedy: 'Beri nilai lain',
  },
  {
    fault: 'a government id that poisons tables',
    spoil: (all) => {
      bengkulu(all).id = '__proto__'
    },
    file: 'governments/__proto__/government.yaml',
    path: /^id$/,
    says: 'tidak dapat dipakai',
    remedy: 'huruf kecil',
  },
  {
    fault: 'an example of a category that does not exist',
    spoil: (all) => {
      bengkulu(all).examples.push({ text: 'jalan', category: 'jalan.rusak_berat' })
    },
    file: 'governments/pemprov-bengkulu/examples.yaml',
    path: /\.category$/,
    says: 'kategori "jalan.rusak_berat" tidak dikenal',
    remedy: 'config/taxonomy.yaml',
  },
  {
    fault: 'an example that lands at an agency that does not exist',
    spoil: (all) => {
      bengkulu(all).examples.push({ text: 'jalan', agency: 'oki.pupr' })
    },
    file: 'governments/pemprov-bengkulu/examples.yaml',
    path: /\.agency$/,
    says: 'tujuan "oki.pupr" tidak dikenal',
    remedy: 'id perangkat daerah',
  },
  {
    fault: 'a password in a file',
    spoil: (all) => {
      need(bengkulu(all).sources[3]).settings.appPassword = 'abcd-efgh'
    },
    file: 'governments/pemprov-bengkulu/sources.yaml',
    path: /settings\.appPassword$/,
    says: 'kata sandi atau kunci tidak boleh ditulis',
    remedy: 'segera ganti kuncinya',
  },
]

describe('the shipped configuration', () => {
  it('has no fault', () => {
    expect(checkConfiguration(shipped)).toEqual([])
  })

  it('may let an example go to another government, out of the area, or nowhere', () => {
    const all = structuredClone(shipped)
    const places = ['government:pemkot-bengkulu', 'out-of-area', 'triage', 'pln', null]
    bengkulu(all).examples = places.map((place) => ({ text: 'contoh', agency: place }))
    expect(checkConfiguration(all)).toEqual([])
  })

  it('may let one agency say its own name twice', () => {
    const all = structuredClone(shipped)
    agency(bengkulu(all), 'bengkulu.dinkes').aliases.push('dinkes', 'Dinas Kesehatan')
    expect(checkConfiguration(all)).toEqual([])
  })
})

describe('the check names', () => {
  it.each(CASES)('$fault', ({ spoil, file, path, says, remedy }) => {
    const all = structuredClone(shipped)
    spoil(all)
    const found = checkConfiguration(all).filter((fault) => fault.file === file)
    const [fault] = found.filter((each) => path.test(each.path) && each.problem.includes(says))
    expect(fault, JSON.stringify(found, null, 2)).toBeDefined()
    expect(fault?.remedy).toContain(remedy)
  })

  it('every fault at once', () => {
    const all = structuredClone(shipped)
    agency(bengkulu(all), 'bengkulu.dinkes').escalation = []
    agency(bengkulu(all), 'bengkulu.bpbd').aliases.push('dpupr')
    bengkulu(all).coordinator = 'nobody'
    need(oki(all).landmarks[0]).district = '99.99.99'
    calendar(all).collectiveLeave.push('besok')
    const files = checkConfiguration(all).map(({ file }) => file.split('/').at(-1))
    expect(files.sort()).toEqual([
      'agencies.yaml',
      'agencies.yaml',
      'calendar-2026.yaml',
      'government.yaml',
      'places.yaml',
    ])
  })
})
