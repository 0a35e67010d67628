/** The list of agencies that a newcomer brings: one CSV row an agency, as from a spreadsheet. */
import { parse } from 'csv-parse/sync'
import type { ConfigurationFault } from '../core/configuration.ts'

export interface AgencyRow {
  name: string
  abbreviation: string
  /** Empty: to be guessed from the name. */
  functions: string[]
  aliases: string[]
  /** Empty: the usual steps for such an agency. */
  escalation: string[]
}

const COLUMNS = ['nama', 'singkatan', 'fungsi', 'alias', 'eskalasi']

export function readAgenciesCsv(
  file: string,
  text: string,
): { rows: AgencyRow[]; faults: ConfigurationFault[] } {
  const cells = readCells(file, text)
  if ('faults' in cells) return { rows: [], faults: cells.faults }
  const [header = [], ...lines] = cells.rows
  const names = header.map((name) => name.trim().toLowerCase())
  const faults = headerFaults(file, names)
  if (faults.length > 0) return { rows: [], faults }
  const rows = lines.map((line) =>
    readRow(new Map(names.map((name, at) => [name, line[at] ?? '']))),
  )
  const nameless = rows.flatMap((row, at) => (row.name === '' ? [noName(file, at + 2)] : []))
  return { rows: rows.filter(({ name }) => name !== ''), faults: nameless }
}

/** Excel with Indonesian settings writes semicolons; the header shows which it is. */
function readCells(file: string, text: string) {
  const delimiter = (text.split('\n')[0] ?? '').includes(';') ? ';' : ','
  try {
    const options = { delimiter, bom: true, trim: true, skip_empty_lines: true }
    const rows: string[][] = parse(text, { ...options, relax_column_count: true })
    return { rows }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const remedy = 'Simpan ulang dari lembar kerja sebagai CSV (UTF-8).'
    return { faults: [{ file, path: '', problem: `bukan CSV yang sah (${said})`, remedy }] }
  }
}

function headerFaults(file: string, names: string[]): ConfigurationFault[] {
  const remedy = `Baris pertama berisi nama kolom: ${COLUMNS.join(',')}.`
  const missing = ['nama', 'singkatan'].filter((name) => !names.includes(name))
  const strange = names.filter((name) => !COLUMNS.includes(name))
  return [
    ...missing.map((name) => ({
      file,
      path: 'baris 1',
      problem: `tidak ada kolom "${name}"`,
      remedy,
    })),
    ...strange.map((name) => ({
      file,
      path: 'baris 1',
      problem: `kolom "${name}" tidak dikenal`,
      remedy,
    })),
  ]
}

function noName(file: string, line: number): ConfigurationFault {
  const remedy = 'Isi nama perangkat daerah, atau hapus baris itu.'
  return { file, path: `baris ${line}`, problem: 'kolom nama kosong', remedy }
}

function readRow(cells: Map<string, string>): AgencyRow {
  const cell = (name: string) => (cells.get(name) ?? '').trim()
  const listOf = (name: string) =>
    cell(name)
      .split(/[;|,]/)
      .map((part) => part.trim())
      .filter(Boolean)
  return {
    name: cell('nama'),
    abbreviation: cell('singkatan') || cell('nama'),
    functions: listOf('fungsi').map((code) => code.toLowerCase()),
    aliases: listOf('alias').map((alias) => alias.toLowerCase()),
    escalation: listOf('eskalasi'),
  }
}
