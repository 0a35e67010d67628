/** Sentences of the terminal about a configuration, in Indonesian. */
import type { Change } from '../core/compare-configurations.ts'
import type { Configuration, ConfigurationFault, Government } from '../core/configuration.ts'

export function tellFaults(faults: ConfigurationFault[]): string {
  const files = [...new Set(faults.map(({ file }) => file))]
  const told = files.map((file) => {
    const found = faults.filter((fault) => fault.file === file)
    return `${file}\n${found.map(tellFault).join('')}`
  })
  return `${told.join('\n')}\n${faults.length} kesalahan dalam ${files.length} berkas.\n`
}

function tellFault({ path, problem, remedy }: ConfigurationFault): string {
  const where = path === '' ? '' : `${path}: `
  return `  ${where}${problem}\n    → ${remedy}\n`
}

export function summarise({ taxonomy, lexicon, calendars, governments }: Configuration): string {
  const words = Object.values(lexicon.words).reduce((n, list) => n + Object.keys(list).length, 0)
  return [
    'Konfigurasi dapat dipakai.',
    `  ${taxonomy.categories.length} kategori, ${words} kata, kalender ${calendars.map(({ year }) => year).join(', ')}`,
    ...governments.map((government) => `  ${line(government)}`),
    '',
  ].join('\n')
}

function line({ id, name, agencies, districts, region, examples }: Government): string {
  const places = districts.length || region.reduce((n, node) => n + node.districts.length, 0)
  const counts = `${agencies.length} perangkat daerah, ${places} kecamatan, ${examples.length} contoh`
  return `${name} (${id}): ${counts}`
}

const KINDS = { added: 'baru', removed: 'dihapus', changed: 'berubah' }

export function tellChanges(changes: Change[]): string {
  if (changes.length === 0) return 'Tidak ada yang berubah.\n'
  const lines = changes.map(({ document, path, kind, before, after }) => {
    const values = kind === 'changed' ? `: ${short(before)} → ${short(after)}` : ''
    return `${KINDS[kind].padEnd(8)} ${[document, path].filter(Boolean).join(' ')}${values}`
  })
  return `${lines.join('\n')}\n${changes.length} perubahan.\n`
}

/** Long values are told by their beginning; the file has the rest. */
function short(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
