/** Words before a name that say what kind of place it is. */
import type { AreaLevel } from './gazetteer.ts'

const words = (text: string) => new Set(text.split(/\s+/))

const CUES: Record<AreaLevel, Set<string>> = {
  village: words('desa ds kelurahan kel lurah kades nagari pekon gampong kuwu keuchik deso'),
  district: words('kec kecamatan camat kapanewon distrik polsek koramil'),
  regency: words('kab kabupaten kota kotamadya pemkab pemkot bupati walikota polres kabupten'),
  province: words('prov provinsi propinsi pemprov gubernur gub polda'),
}

/** Words after which a place is likely, of whatever level. */
const LOCATIVE = words(
  `di ke dari dr dri daerah wilayah arah seputaran sekitar simpang dusun dsn kampung kp kmp warga
   masyarakat pasar nang neng ning ing dekat deket lintas jalur ruas jalan jl jln jembatan terminal
   stasiun info menuju sampai hingga antara area kawasan kompleks komplek wong orang dpn depan
   pulau puskesmas rsud posko wetan kidul nuju sepanjang via ka kantor pelabuhan bandara kampuang
   sakitar masuk jurusan tujuan`,
)

/** Words that look like names after "di" but are none. */
const NO_PLACE = words(
  `ig instagram fb facebook tiktok twitter x wa whatsapp youtube google internet tv sini sana situ
   mana rumah kantor sekolah jalan sungai desa kota kecamatan kelurahan kabupaten provinsi indonesia
   pln pdam bpjs rsud rs sd smp sma smk man mts igd ugd dinas dinsos dukcapil disdukcapil samsat
   puskesmas polres polsek bkd bkn oss spbu atm bank shopee tokopedia lazada gojek grab dprd kpk
   allah tuhan ktp kk nik jkn kis pkh blt bansos ppdb spmb lapor sp4n januari februari maret april
   mei juni juli agustus september oktober november desember senin selasa rabu kamis jumat sabtu
   minggu ahad pak bapak bu ibu min admin yth kami saya anda kita nya aplikasi website mobile tempat
   bawah atas depan belakang dalam luar tengah samping pinggir dekat antara seluruh setiap semua
   cfd gor tpu tpa tps rt rw no jam hari bulan tahun blok gang ruang poli loket lokasi sini
   masjid musala mushola mushalla gereja pura wifi sosmed medsos grup group kolom sawah kebun laut
   pasar terminal simpang jembatan pelabuhan bandara trotoar perempatan pertigaan aspal`,
)

/** Level that the word before a name announces, or null. */
export function levelCue(word: string): AreaLevel | null {
  for (const level of ['village', 'district', 'regency', 'province'] as const) {
    if (CUES[level].has(word)) return level
  }
  return null
}

/** A place is likely after this word. */
export function isLocative(word: string): boolean {
  return LOCATIVE.has(word)
}

/** A word that is never the name of a place by itself. */
export function isNoPlace(word: string): boolean {
  return NO_PLACE.has(word)
}

/** Provinces by the names that people use for them, → Kemendagri code. */
export const PROVINCE_NICKNAMES: Record<string, string> = {
  sumut: '12',
  sumbar: '13',
  sumsel: '16',
  babel: '19',
  kepri: '21',
  dki: '31',
  jabar: '32',
  jateng: '33',
  jogja: '34',
  yogya: '34',
  diy: '34',
  yogyakarta: '34',
  jatim: '35',
  ntb: '52',
  ntt: '53',
  kalbar: '61',
  kalteng: '62',
  kalsel: '63',
  kaltim: '64',
  kaltara: '65',
  sulut: '71',
  sulteng: '72',
  sulsel: '73',
  sultra: '74',
  sulbar: '76',
  malut: '82',
  jaksel: '31.74',
  jaktim: '31.75',
  jakbar: '31.73',
  jakut: '31.72',
  jakpus: '31.71',
  tangsel: '36.74',
  bogor: '32.71',
  solo: '33.72',
  jkt: '31',
  sby: '35.78',
  bdg: '32.73',
}
