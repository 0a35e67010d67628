/** Our cases in the columns of SP4N-LAPOR!, and its exports as rows (docs/sp4n-lapor.md). */
import type { Case } from './case.ts'
import { csvRows } from './csv-table.ts'
import { type LaporMove, meaningOf } from './lapor-move.ts'
import { readMoment } from './read-moment.ts'
import type { Kind } from './reading.ts'
import { redact } from './redact.ts'

/** The fields of its form, in the order of the form. */
export const LAPOR_COLUMNS = [
  'Klasifikasi Laporan',
  'Judul Laporan',
  'Isi Laporan',
  'Tanggal Kejadian',
  'Lokasi Kejadian',
  'Instansi Tujuan',
  'Kategori Laporan',
  'Tautan',
  'Kode Tanggap',
] as const

const CLASSES: Partial<Record<Kind, string>> = {
  suggestion: 'Aspirasi',
  question: 'Permintaan Informasi',
}

export interface LaporCase {
  case: Case
  /** The citizen's words, first post first. */
  words: string[]
  url: string | null
  agencyName: string
  categoryLabel: string
  /** Local day of the first post: "2026-11-18". */
  day: string
}

/** Cells in the order of LAPOR_COLUMNS: no handle, telephone or identity number leaves with them. */
export const laporCells = ({ case: it, words, url, agencyName, categoryLabel, day }: LaporCase) => [
  CLASSES[it.kind] ?? 'Pengaduan',
  redact(it.title).slice(0, 150),
  bodyOf(it, words),
  day,
  it.place?.name ?? '',
  agencyName,
  categoryLabel,
  url ?? '',
  it.code,
]

const MOST_WORDS = 5

/** The code comes back with the report: by it an export finds the case that it was typed from. */
const bodyOf = ({ code, postCount }: Case, words: string[]): string => {
  const said = words.slice(0, MOST_WORDS).map((each) => redact(each).trim())
  const more = postCount > said.length ? [`(${postCount} kiriman warga tentang hal ini)`] : []
  return [...said, ...more, `Kode Tanggap: ${code}`].join('\n')
}

/** For the clipboard: a line for each field of the form. */
export const laporText = (cells: readonly string[]): string =>
  LAPOR_COLUMNS.map((column, at) => `${column}: ${cells[at] ?? ''}`).join('\n')

/** A row of an export: what the report says, and how far it is. */
export interface LaporRow {
  move: LaporMove
  text: string
  reportedAt: Date | null
}

export type LaporLine =
  | { kind: 'row'; line: number; row: LaporRow }
  | { kind: 'broken'; line: number; raw: string; because: string }

/** Names under which its exports and offices' own lists are known to call a column. */
const NAMES = {
  trackingId: ['tracking id', 'trackingid', 'id laporan', 'nomor laporan', 'no. laporan', 'id'],
  status: ['status', 'status laporan'],
  statusAt: ['tanggal status', 'tanggal update', 'terakhir diperbarui', 'tanggal tindak lanjut'],
  title: ['judul', 'judul laporan'],
  text: ['isi', 'isi laporan', 'laporan'],
  reportedAt: ['tanggal laporan', 'tanggal masuk', 'tanggal', 'tanggal kejadian'],
  answer: ['tindak lanjut', 'tanggapan', 'isi tindak lanjut'],
  agency: ['instansi terdisposisi', 'instansi', 'instansi tujuan', 'unit kerja'],
} as const
type Column = keyof typeof NAMES
const NEEDED: readonly Column[] = ['trackingId', 'status', 'statusAt']

/** Null: no export of SP4N-LAPOR!, its heading lacks a column that is needed. */
export const readLaporSheet = (file: string, zone: string): LaporLine[] | null => {
  const [heading, ...rows] = csvRows(file)
  const columns = columnsOf(heading?.cells ?? [])
  if (NEEDED.some((name) => !columns.has(name))) return null
  return rows.map(({ line, cells, raw }) => {
    const cell = (name: Column) => cells[columns.get(name) ?? -1] || null
    const read = rowOf(cell, zone)
    return typeof read === 'string'
      ? { kind: 'broken', line, raw, because: `baris ${line}: ${read}` }
      : { kind: 'row', line, row: read }
  })
}

const columnsOf = (heading: string[]): Map<Column, number> => {
  const names = heading.map((each) => each.toLowerCase().replace(/\s+/g, ' ').trim())
  const found = (Object.keys(NAMES) as Column[]).map(
    (column) => [column, firstOf(names, NAMES[column])] as const,
  )
  return new Map(found.filter(([, at]) => at >= 0))
}

const firstOf = (names: string[], known: readonly string[]): number =>
  names.findIndex((name) => known.includes(name))

const TRACKING_ID = /^#?(\d{4,20})$/

/** The row, or what is wrong with it. */
const rowOf = (cell: (name: Column) => string | null, zone: string): LaporRow | string => {
  const trackingId = TRACKING_ID.exec(cell('trackingId') ?? '')?.[1]
  if (!trackingId) return 'Tracking ID bukan angka'
  const status = cell('status') ?? ''
  if (!meaningOf(status)) return `status "${status.slice(0, 60)}" tidak dikenal`
  const at = readMoment(cell('statusAt') ?? '', zone)
  if (!at) return 'tanggal status tidak terbaca'
  const said = [cell('title'), cell('text')].filter((each) => each !== null)
  const move = { trackingId, status, at, answer: cell('answer'), agency: cell('agency') }
  return { move, text: said.join('. '), reportedAt: readMoment(cell('reportedAt') ?? '', zone) }
}

/** Our own code in the words of a report: it was typed from that case. */
export const codeIn = (text: string): string | null =>
  /Kode Tanggap: ([A-Z]{3}-[0-9A-Z]{4,12})/.exec(text)?.[1] ?? null
