import type { Case } from '../core/case.ts'
import { STATE_LABELS } from '../core/case-state.ts'
import type { Configuration, Government } from '../core/configuration.ts'
import { KIND_LABELS } from '../core/reading.ts'
import { type Cell, csvLine } from './csv.ts'
import { found } from './refused.ts'

/** How things are called in the office: names of agencies and categories, and local time. */
interface Names {
  agency: (id: string | null) => string | null
  category: (id: string) => string
  time: (at: Date | null) => string | null
}

const COLUMNS: [title: string, cell: (it: Case, names: Names) => Cell][] = [
  ['Kode', (it) => it.code],
  ['Status', (it) => STATE_LABELS[it.state]],
  ['Jenis', (it) => KIND_LABELS[it.kind]],
  ['Kategori', (it, { category }) => category(it.category)],
  ['Urgensi', (it) => it.urgency],
  ['Perangkat daerah', (it, { agency }) => agency(it.agencyId)],
  ['Usulan penanggung jawab', (it, { agency }) => agency(it.proposedOwner)],
  ['Lokasi', (it) => it.place?.name ?? null],
  ['Ringkasan', (it) => it.title],
  ['Jumlah kiriman', (it) => it.postCount],
  ['Jumlah pengirim', (it) => it.authorCount],
  ['Kiriman pertama', (it, { time }) => time(it.firstPostAt)],
  ['Kiriman terakhir', (it, { time }) => time(it.lastPostAt)],
  ['Dibuka', (it, { time }) => time(it.openedAt)],
  ['Tenggat', (it, { time }) => time(it.dueAt)],
  ['Ditanggapi', (it, { time }) => time(it.answeredAt)],
  ['Selesai', (it, { time }) => time(it.endedAt)],
  ['Petugas', (it) => it.claim?.name ?? null],
  ['Rahasia', (it) => it.confidential],
  ['Contoh', (it) => it.sample],
  ['Riwayat', (it) => it.history],
]

/** The lines of the file. The mark at its start tells a spreadsheet that it is UTF-8. */
export async function* caseSheet(
  cases: AsyncIterable<Case>,
  configuration: Configuration,
  governmentId: string,
): AsyncGenerator<string> {
  const government = found(configuration.governments.find(({ id }) => id === governmentId))
  const names = namesOf(configuration, government)
  yield `\uFEFF${csvLine([...COLUMNS.map(([title]) => title), 'Zona waktu'])}`
  for await (const it of cases)
    yield csvLine([...COLUMNS.map(([, cell]) => cell(it, names)), government.zoneLabel])
}

const namesOf = ({ taxonomy }: Configuration, { agencies, timezone }: Government): Names => {
  const labels = new Map(taxonomy.categories.map(({ id, label }) => [id, label]))
  const short = new Map(agencies.map(({ id, abbreviation }) => [id, abbreviation]))
  // The Swedish way of writing it is the one that every spreadsheet reads as a date.
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  return {
    agency: (id) => id && (short.get(id) ?? id),
    category: (id) => labels.get(id) ?? id,
    time: (at) => at && clock.format(at),
  }
}
