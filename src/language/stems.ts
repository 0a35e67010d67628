/**
 * Stems for the phrase rules (never for the model: character n-grams do it better there).
 * Nazief-Adriani as `natural` has it, memoised, since one post costs a millisecond without.
 */
import stemmer from 'natural/lib/natural/stemmers/indonesian/stemmer_id.js'
import { remembering } from './remember.ts'
import { byWord, wordOf } from './words.ts'

/** Where the stemmer is wrong or melts words of government into others. */
export const OVERRIDES: Record<string, string> = {
  kerusakan: 'rusak',
  pengrusakan: 'rusak',
  perusakan: 'rusak',
  pemadaman: 'padam',
  padamnya: 'padam',
  perawat: 'perawat',
  pemerintah: 'pemerintah',
  pemerintahan: 'pemerintah',
  perintah: 'perintah',
  penduduk: 'penduduk',
  kependudukan: 'penduduk',
  penanganan: 'tangani',
  ditangani: 'tangani',
  menangani: 'tangani',
  perumahan: 'perumahan',
  perusahaan: 'perusahaan',
  pelabuhan: 'pelabuhan',
  pelayanan: 'layan',
  kepala: 'kepala',
  perikanan: 'perikanan',
  pertanian: 'pertanian',
  peternakan: 'peternakan',
  pertanahan: 'pertanahan',
  perhubungan: 'perhubungan',
  ketenagakerjaan: 'ketenagakerjaan',
  kesehatan: 'kesehatan',
  pendidikan: 'pendidikan',
  kebakaran: 'kebakaran',
  pembakaran: 'bakar',
  keracunan: 'racun',
  pekerjaan: 'pekerjaan',
  kecamatan: 'kecamatan',
  kelurahan: 'kelurahan',
  kabupaten: 'kabupaten',
  pengadaan: 'pengadaan',
  keadaan: 'keadaan',
  berada: 'berada',
  pengobatan: 'obat',
  pemakaman: 'makam',
  pemukiman: 'permukiman',
  permukiman: 'permukiman',
  jalanan: 'jalan',
  perjalanan: 'perjalanan',
  berjalan: 'berjalan',
  menjalani: 'menjalani',
  jalani: 'menjalani',
  pejalan: 'pejalan',
  lampung: 'lampung',
  beruang: 'beruang',
  seberang: 'seberang',
  pengairan: 'irigasi',
  perairan: 'perairan',
  petugas: 'petugas',
  terminal: 'terminal',
  melahirkan: 'melahirkan',
  kelahiran: 'kelahiran',
  meninggal: 'meninggal',
  meninggalkan: 'meninggalkan',
  tertinggal: 'tertinggal',
  pegawai: 'pegawai',
  keluarga: 'keluarga',
}

const ROOTS = new Set(stemmer.dictionary)

/** Lower-case word → its root; numbers, tags and very short or long words come back as they are. */
export const stem = remembering(
  (word) => (word.length < 5 || word.length > 24 || !/^[a-z]+$/.test(word) ? word : ask(word)),
  undefined,
  new Map(Object.entries(OVERRIDES)),
)

export const rootOf = byWord((text) => wordOf(stem(text)))

/** A root of the dictionary: the stemmer takes a clitic off only where one remains. */
export const isRootWord = (word: string) => ROOTS.has(word) && stem(`${word}nya`) === word

/** Without such a beginning no rule of the stemmer's `prefix_rules.js` applies. */
const BEGINNING = /^(?:di|ke|se|te|me|pe|ku|kau|.(?:er|el|em|in)[aiueo])|be/

/** Its `suffix_rules.js`, in their order. */
const ENDINGS = [/(?:lah|kah|tah|pun)$/, /(?:ku|mu|nya)$/, /(?:is|isme|isasi|i|kan|an)$/]

function ask(word: string): string {
  if (ROOTS.has(word)) return word
  const root = BEGINNING.test(word) ? stemmer.stem(word) : withoutEnding(word)
  // a root of two letters is always a mistake ("kesini" → "si")
  return root.length < 3 ? word : root
}

/**
 * What the stemmer does where only endings can be cut, at a fiftieth of its price: the first root
 * that remains, and "-kan" may have swallowed a k. The same for 400,000 words.
 */
function withoutEnding(word: string): string {
  let rest = word
  let before = word
  for (const ending of ENDINGS) {
    before = rest
    rest = rest.replace(ending, '')
    if (ROOTS.has(rest)) return rest
  }
  return before === `${rest}kan` && ROOTS.has(`${rest}k`) ? `${rest}k` : word
}
