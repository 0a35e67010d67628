/** What SP4N-LAPOR! says of a report, in its own words. */

/** A state of a report over there, with the moment at which it holds there. */
export interface LaporMove {
  trackingId: string
  /** As the export writes it: "Sedang Diproses". */
  status: string
  at: Date
  /** What the agency answered over there. */
  answer: string | null
  agency: string | null
}

export type Meaning =
  | 'received'
  | 'verified'
  | 'referred'
  | 'worked'
  | 'postponed'
  | 'not-ours'
  | 'done'

/** The states of SP4N-LAPOR! as its pages and manuals write them, in small letters. */
const MEANINGS = new Map<string, Meaning>([
  ['belum terverifikasi', 'received'],
  ['menunggu verifikasi', 'received'],
  ['baru', 'received'],
  ['terverifikasi', 'verified'],
  ['verifikasi', 'verified'],
  ['terdisposisi', 'referred'],
  ['disposisi', 'referred'],
  ['diteruskan', 'referred'],
  ['belum ditindaklanjuti', 'referred'],
  ['menunggu tindak lanjut', 'referred'],
  ['proses', 'worked'],
  ['diproses', 'worked'],
  ['dalam proses', 'worked'],
  ['sedang diproses', 'worked'],
  ['ditindaklanjuti', 'worked'],
  ['sudah ditindaklanjuti', 'worked'],
  ['ditunda', 'postponed'],
  ['tunda', 'postponed'],
  ['bukan wewenang', 'not-ours'],
  ['bukan kewenangan', 'not-ours'],
  ['selesai', 'done'],
  ['ditutup', 'done'],
  ['tutup laporan', 'done'],
  ['diarsipkan', 'postponed'],
  ['arsip', 'postponed'],
])

/** Null: a word that SP4N-LAPOR! is not known to use. */
export const meaningOf = (status: string): Meaning | null =>
  MEANINGS.get(status.toLowerCase().replace(/\s+/g, ' ').trim()) ?? null
