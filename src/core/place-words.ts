/** Words of place names: what is left of "Jl. Raya Hibrida" when the kinds of place are put aside. */
import type { PlaceLevel } from './reading.ts'

const words = (text: string) => new Set(text.split(/\s+/))

/** Kinds of place and offices: shared by a thousand names, they tell none apart. */
const KINDS = words(
  `jalan jalanan jln jl dalan ruas jalur gang gg lorong lrg lintas desa ds kelurahan kel kecamatan kec
   kabupaten kab kota kotamadya kodya provinsi prov propinsi pemprov pemkab pemkot dusun dsn kampung kp
   kmp lingkungan pekon nagari jorong banjar perumahan perum perumnas komplek kompleks blok pasar
   terminal bandara pelabuhan stasiun spbu stadion gor masjid musala mushola gereja tpa tps tpu rusun
   kampus dermaga waduk bendungan kantor pabrik puskesmas puskes pkm pustu posyandu klinik rsud rs rsia
   rsup rskj rumkit rumah sakit umum daerah sd sdn smp smpn sma sman smk smkn min mtsn mts man mi tk paud
   slb ponpes pondok sekolah negeri swasta dinas disdukcapil dukcapil capil dlh dishub dinkes dinsos
   pupr pu pln pdam bpbd samsat polsek polres koramil kua bpn lapas rutan simpang perempatan pertigaan
   prapatan jembatan tanjakan turunan danau kali sungai batang bukit gunung pulau taman flyover
   underpass benteng fort tugu bundaran alun alun-alun pantai muara teluk tanjung depan dekat dekek belakang samping
   sebelah arah menuju km rt rw no nomor dr prof haji hj kh letjen jenderal bupati wali walikota
   gubernur satu dua tiga empat lima enam tujuh delapan sembilan sepuluh indonesia kemarin tadi anak`,
)
/** Words that tell places apart only together with another: "Lingkar Timur", "Pasar Baru". */
const WEAK = words(
  `raya lingkar poros utara selatan timur barat tengah atas bawah baru lama besar kecil dalam luar hulu
   hilir kulon wetan kidul lor induk`,
)

const FINE: ReadonlySet<PlaceLevel> = new Set(['village', 'facility', 'road', 'landmark'])

export const isFine = (level: PlaceLevel): boolean => FINE.has(level)

/** Name → its own words in small letters; none where it is only a kind ("Puskesmas"). */
export function placeWords(name: string): string[] {
  const all = name
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word.length > 1 && !KINDS.has(word) && !/^\d/.test(word))
  const strong = [...new Set(all.filter((word) => !WEAK.has(word)))]
  if (strong.length > 0) return strong
  return all.length > 1 ? [all.join('')] : []
}
