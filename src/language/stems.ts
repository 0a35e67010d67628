/**
 * Stems for the phrase rules (never for the model: character n-grams do it better there).
 * Nazief-Adriani as `natural` has it, memoised, since one post costs a millisecond without.
 */
import stemmer from 'natural/lib/natural/stemmers/indonesian/stemmer_id.js'

/** Where the stemmer is wrong or melts words of government into others. */
const OVERRIDES: Record<string, string> = {
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

const MEMORY_LIMIT = 50_000
const known = new Map<string, string>(Object.entries(OVERRIDES))

/** Lower-case word → its root; numbers, tags and very short or long words come back as they are. */
export function stem(word: string): string {
  const remembered = known.get(word)
  if (remembered !== undefined) return remembered
  const root = word.length < 5 || word.length > 24 || !/^[a-z]+$/.test(word) ? word : ask(word)
  // hostile text must not grow the memory without end
  if (known.size < MEMORY_LIMIT) known.set(word, root)
  return root
}

function ask(word: string): string {
  const root = stemmer.stem(word)
  // a root of two letters is always a mistake ("kesini" → "si")
  return root.length < 3 ? word : root
}
