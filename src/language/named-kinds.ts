/** Kinds of places that are named in words ("jl", "SMPN", "pasar"), and the words of such names. */
import type { PlaceLevel } from '../core/reading.ts'
import type { Token } from './tokens.ts'

export interface NamedKind {
  level: Extract<PlaceLevel, 'facility' | 'road' | 'landmark'>
  rank: number
  /** Written only before a name, so that the next word is one: "jl melati", "gg mawar". */
  sure: boolean
  /** Its name may be a word that no place of the country is called by: "flyover pasupati". */
  open: boolean
  /** Its name may be a number: "SDN 3", "tol KM 72". */
  numbered: boolean
  /** Only the name of an area follows it: "Samsat Digital" is no place. */
  areaOnly: boolean
  /** A name by itself: "pantura". */
  alone: boolean
  /** Called after far places as often as not: "Jalan Kapuas", "Kampung Bali". */
  borrowed: boolean
  /** Words that may stand before the name. */
  fillers: Set<string>
}

const set = (text: string) => new Set(text.trim().split(/\s+/))
const NONE = new Set<string>()

const plain = {
  sure: false,
  open: false,
  numbered: false,
  areaOnly: false,
  alone: false,
  borrowed: false,
  fillers: NONE,
}
const ROAD_FILLERS = set(
  'raya poros lintas lingkar nasional provinsi protokol kabupaten layang tol trans',
)
const SCHOOL_FILLERS = set('negeri swasta n inpres islam muhammadiyah')
const OFFICE_FILLERS = set(
  'camat kecamatan lurah kelurahan desa bupati walikota gubernur kepala wali nagari dinas pos',
)

const table: [string, NamedKind][] = [
  [
    'jl jln gg',
    { ...plain, level: 'road', rank: 6, sure: true, borrowed: true, fillers: ROAD_FILLERS },
  ],
  ['jalan dalan', { ...plain, level: 'road', rank: 6, borrowed: true, fillers: ROAD_FILLERS }],
  ['jalur ruas tol bypass', { ...plain, level: 'road', rank: 6, fillers: ROAD_FILLERS }],
  ['gang lorong lrg', { ...plain, level: 'road', rank: 5.4, numbered: true, borrowed: true }],
  [
    'jalinsum jalintim jalinbar jalinteng pantura ringroad',
    { ...plain, level: 'road', rank: 4, alone: true },
  ],
  [
    'sd sdn smp smpn sma sman smk smkn MIN mtsn MAN mts MI sltp slta TK paud slb sdit smpit ponpes',
    { ...plain, level: 'facility', rank: 6, numbered: true, fillers: SCHOOL_FILLERS },
  ],
  [
    'puskesmas pustu rsud rs rsia rumkit puskes posyandu klinik rskj rsup rsj',
    { ...plain, level: 'facility', rank: 6, fillers: set('pembantu umum daerah') },
  ],
  [
    `terminal bandara stasiun spbu stadion gor masjid mushola musholla musala tpa tpu rusun rusunawa
     kampus dermaga waduk bendungan bendung embung lapas rutan kelenteng halte flyover underpass jpo
     alun-alun asrama pesantren surau gereja`,
    { ...plain, level: 'facility', rank: 6, open: true },
  ],
  [
    'pasar pelabuhan tps perpustakaan museum pabrik sppg taman gedung gudang balai',
    { ...plain, level: 'facility', rank: 6, fillers: set('induk pagi raya tradisional kota desa') },
  ],
  ['kantor', { ...plain, level: 'facility', rank: 5.2, fillers: OFFICE_FILLERS }],
  [
    'samsat polsek polres koramil kua imigrasi',
    { ...plain, level: 'facility', rank: 3.5, areaOnly: true },
  ],
  [
    `simpang perempatan pertigaan jembatan bundaran tanjakan turunan tikungan tugu terowongan kelok
     tanggul perlintasan`,
    {
      ...plain,
      level: 'landmark',
      rank: 5.5,
      open: true,
      fillers: set('gantung timbang layang kereta'),
    },
  ],
  [
    `pantai danau bukit gunung pulau irigasi sungai kali walungan selat teluk perairan SITU curug
     lapangan kawah bantaran benteng lereng pesisir`,
    { ...plain, level: 'landmark', rank: 5.5 },
  ],
  [
    'dusun dsn perum perumahan perumnas komplek kompleks cluster btn',
    {
      ...plain,
      level: 'landmark',
      rank: 5.6,
      open: true,
      numbered: true,
      borrowed: true,
      fillers: set('perumahan'),
    },
  ],
  [
    'kampung kp jorong banjar lingkungan',
    { ...plain, level: 'landmark', rank: 5.6, borrowed: true },
  ],
]

const each = table.flatMap(([words, kind]) => [...set(words)].map((word) => ({ word, kind })))
/** "min" addresses the admin and "situ" is you: a school or a lake is written "MIN", "Situ". */
const CAPITALS = new Set(
  each.filter(({ word }) => word !== word.toLowerCase()).map(({ word }) => word.toLowerCase()),
)
const KINDS = new Map(each.map(({ word, kind }): [string, NamedKind] => [word.toLowerCase(), kind]))
for (const word of ['perum', 'perumnas', 'dsn'])
  KINDS.set(word, { ...(KINDS.get(word) as NamedKind), sure: true })

/** The kind of place that a word announces. */
export function kindOf({ kind, raw, lower }: Token): NamedKind | null {
  if (kind !== 'word') return null
  const found = KINDS.get(lower)
  if (!found || (CAPITALS.has(lower) && raw === lower)) return null
  return found
}

/** "Menteri Perumahan Rakyat", "Dinas Lingkungan Hidup", "tiga kali": no kind of place. */
const NOT_AFTER = set(
  `menteri kementerian dinas hari kadis komisi dana berkali satu dua tiga empat lima enam tujuh delapan
   sembilan sepuluh beberapa tilu duo tigo pindo ping pang berapa brp tiap setiap`,
)

/** Whether a word announces no place after the one before it. */
export function isNoKindAfter({ raw, lower }: Token, before: Token | undefined): boolean {
  if (before === undefined) return false
  return NOT_AFTER.has(before.lower) || (before.kind === 'number' && raw === lower)
}

/** Words of everyday that places are called by. */
const NAMING = set(
  `mawar melati anggrek kenanga flamboyan cempaka dahlia kamboja teratai seroja tulip nusa pahlawan merdeka
   pemuda kartini mangga rambutan durian kelapa cemara pinus akasia beringin griya asri indah permai graha
   villa bumi puri pesona citra mutiara permata suka maju mulya mulia makmur jaya sejahtera sari rejeki
   mukti harapan damai karya bakti merpati elang rajawali kutilang garuda intan empat lima tiga enam
   tanjung muara lubuk talang gunung batu rawa teluk ujung pondok kebon sei sumber kencana sentosa
   agung raya besar kecil tengah hilir hulu ulu timur barat utara selatan wetan kulon lor kidul induk
   way wai aek air darat bengawan kembar panjang tinggi gading kali pasir kota`,
)

/** A word that begins names of two: "jembatan way pisang". */
export function beginsName(word: string): boolean {
  return FIRST.has(word)
}

const FIRST = set('way wai sei aek lubuk muara talang tanjung')

export function isNamingWord(word: string): boolean {
  return NAMING.has(word)
}

/** Small-letter words that end a name. */
const STOPPERS = set(
  `rusak berlubang bolong bolong2 depan dpn dekat deket belakang samping di ke dari yang yg ini itu tu
   nih tuh sudah udah belum blm tidak gak ga dak idak juga kok ya min dan atau sama dgn dengan untuk utk
   umum kami kita kampung desa tolong mohon kapan kenapa banyak parah banget nian mati tutup rame ko
   sepi macet banjir licin gelap becek hancur ancur amblas ambles longsor mulus lagi lg jg aja saja sih
   dong deh pak bu baru lama mana apa siapa sebelah sekitar arah menuju masih msh ada ado jadi karena
   setiap tiap pas saat waktu kalau kalo klo terus trs semua smua pada akan mau sampai smp sampe sejak
   dari antara tanpa harus bisa boleh perlu butuh mulai gimana bagaimana provinsi negara pagi yng
   sore malam siang kotor bau penuh kosong mahal murah nya km rt rw no blok per se cluster tgl jam dkt
   blkg ud dah kini hingga komplek makadam aspal cor beton setapak tembus alternatif utama rabat lah la ni ko iki niki ieu eta teh mah nu sing kang kanggo wae ae rek cok lho lo kan ngan
   balakang blakang mburi ngarep ngareup tukang tangah muko adok sabalah sebelahan gigir pinggir`,
)

/** A small-letter word that ends a name. */
export function endsName(word: string): boolean {
  return STOPPERS.has(word)
}
