/** Words before a name that say what kind of place it is, and words that are no place at all. */
import type { AreaLevel } from './gazetteer.ts'

const words = (text: string) => new Set(text.trim().split(/\s+/))

const CUES: Record<AreaLevel, string> = {
  village: `desa ds kelurahan kel lurah kades nagari pekon gampong kuwu keuchik deso dhusun désa kalurahan
   talang marga kampuang dusun desaku dusunku kampungku`,
  district: 'kec kecamatan camat kapanewon kemantren distrik polsek koramil panewu',
  regency:
    'kab kabupaten kota kotamadya pemkab pemkot bupati walikota polres polresta kabupten kodim',
  province: 'prov provinsi propinsi pemprov gubernur gub polda',
}

const LEVELS = new Map<string, AreaLevel>(
  (['province', 'regency', 'district', 'village'] as const).flatMap((level) =>
    [...words(CUES[level])].map((word): [string, AreaLevel] => [word, level]),
  ),
)

/** Words after which a place is likely, of whatever level. */
const LOCATIVE = words(
  `di ke dari dr dri daerah wilayah arah seputaran sekitar sekitaran simpang dusun dsn kampung kp kmp
   warga masyarakat pasar nang neng ning ing nek dekat deket lintas jalur ruas jalan jl jln jembatan
   terminal stasiun info menuju sampai hingga antara area kawasan kompleks komplek wong orang urang
   uhang dpn depan pulau puskesmas rsud posko wetan kidul lor kulon nuju sepanjang via ka kantor
   pelabuhan bandara kampuang sakitar masuk jurusan tujuan se petani nelayan pedagang pelanggan
   pln pdam penduduk seluruh asal tinggal alamat lokasi domisili rt rw km gudang kebun sawah pantai
   sungai hutan bpbd dishub dlh dinkes disdik pupr satpol damkar pusat pemerintah at in`,
)

/** After these the place is where somebody comes from or goes to. */
const PASSED = words('arah menuju ke dari dr dri tujuan jurusan asal via')

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
   pasar terminal simpang jembatan pelabuhan bandara trotoar perempatan pertigaan aspal
   ombudsman kementerian kemenag kemenkes kemensos kemendagri kemenhub kemnaker bpkp bpk ojk bumn
   taspen asabri pertamina telkom telkomsel indihome polda polri mabes kapolri ditlantas satlantas
   presiden menteri gubernur bupati walikota inspektorat kejaksaan kejari kejati pengadilan bawaslu kpu
   panwas kesbangpol bkpsdm bappeda permukiman kehutanan perhubungan pendidikan kesehatan pertanian
   play store appstore playstore netflix spotify islam kristen katolik ramadhan ramadan lebaran natal
   idul fitri adha galungan nyepi imlek proklamasi pancasila tni polisi pertanahan imigrasi bulog
   malaysia taiwan jepang jepun hongkong arab saudi mekah mekkah madinah makkah singapura singapore
   korea melbourne australia johor penang kamboja myawaddy myanmar thailand belanda jerman mesir turki
   polandia suriah yordania qatar kuwait jordan rusia ukraina spanyol italia prancis
   disnaker disnakertrans dispora dispendukcapil capil kantah perkim bapenda puslapdik dapodik lapas rutan unsri undip unib unsoed
   koperasi pos cabang serbaguna muharram safar rajab syaban syawal subuh zuhur ashar magrib maghrib isya
   swiss dubai amerika china cina india inggris eropa asia afrika tawau bangkok tokyo seoul mesir
   jawa sumatera sumatra kalimantan sulawesi papua nusantara batavia senayan timur barat utara selatan
   ruu uu perda perpres apbd apbn pemda pemkot pemkab pemprov pemerintah wib wita wit km rp va qris bbm elpiji lpg mbg sppg`,
)

/** Words after which a name is that of a person, a club or a work. */
const PERSONAL = words(
  `pak bu bapak ibu bpk bang mas mbak mba kak kakak haji ustad ustadz ustaz sdr saudara saudari bernama
   nama inisial menteri presiden jenderal kapten brigjen kombes kompol akp ipda iptu caleg cabup
   cagub paslon film novel lagu sinetron drama band album judul persib persebaya arema psm persija
   psis persipura persik persela borneo madura abah aki mang teh neng kang cak gus om tante bro`,
)

/** Words after which the name before was a club's or a firm's. */
const CLUB = words('united fc express airlines tbk')

/** What is told of a place right after its name. */
const TOLD = words(
  `masih mati padam gelap macet banjir rusak hujan lagi udah sudah udh sdh full air listrik kebanjiran
   kelem ancur hancur longsor gempa lampu jalan parah bau panas calap oglangan mampet tergenang
   terendam kebakaran ada raya kota kidul lor wetan kulon barat timur utara selatan rw rt blok`,
)

/** Level that the word before a name announces, or null. */
export function levelCue(word: string): AreaLevel | null {
  return LEVELS.get(word) ?? null
}

/** A place is likely after this word. */
export function isLocative(word: string): boolean {
  return LOCATIVE.has(word)
}

/** A place after this word is only passed: it is not where the matter is. */
export function isPassed(word: string): boolean {
  return PASSED.has(word)
}

/** A name after this word is a person's, a club's or a film's. */
export function isPersonal(word: string): boolean {
  return PERSONAL.has(word)
}

/** A name before this word is a club's or a firm's. */
export function isClub(word: string): boolean {
  return CLUB.has(word)
}

/** Citizens begin with the place: "Pamulang gelap lagi". */
export function isTold(word: string): boolean {
  return TOLD.has(word)
}

/** A word that is never the name of a place by itself. */
export function isNoPlace(word: string): boolean {
  return NO_PLACE.has(word)
}

const TOPIC =
  'banjir|rob|macet|jalan|rusak|hancur|longsor|gempa|kebakaran|karhutla|listrik|mati|lampu|padam|gelap|sampah|asap|darurat|viral|info|warga|kekeringan|begal|krisis|air|bersih'

/** What is glued to a place in a hashtag. */
export const TAG_WORDS = {
  START: new RegExp(
    `^(?:${TOPIC}|seputar|pray|for|save|pdam|pln|kota|kab|kabupaten|pemkot|pemkab|pemprov|kec|desa|lapor|bandara|pasar|aksi|tolak)+_?`,
  ),
  END: new RegExp(
    `(?:_?(?:${TOPIC}|lagi|berbenah|maju|hebat|kota|hariini|today|kini|raya|tergenang))+$`,
  ),
}

/** Places by the names that people use for them, → Kemendagri code. */
export const NICKNAMES: Record<string, string> = {
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
  smg: '33.74',
  mks: '73.71',
  plg: '16.71',
  pku: '14.71',
  btm: '21.71',
  cianjur: '32.03',
  kobar: '62.01',
  kukar: '64.02',
  kutim: '64.08',
  sidrap: '73.14',
  lotim: '52.03',
  loteng: '52.02',
  lobar: '52.01',
  palangka: '62.71',
  bjm: '63.71',
  banjarbaru: '63.72',
  pacitan: '35.01',
  gunkid: '34.03',
}
