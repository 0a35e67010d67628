import type { AuthorityEntry, ConfigurationFault, Government, Taxonomy } from './configuration.ts'
import { type Dated, isDay } from './dated.ts'
import { fault, governmentFile, known } from './fault.ts'

const FILE = 'taxonomy.yaml'
const DAY_REMEDY = 'Tulis tahun-bulan-tanggal, misalnya 2022-01-12; "until" boleh null.'

/** Every entry names a rule or a category, a law, and days that do not overlap another entry's. */
export function checkAuthority(taxonomy: Taxonomy): ConfigurationFault[] {
  const entries = taxonomy.authority ?? []
  return [
    ...entries.flatMap((entry, index) => checkEntry(entry, `authority[${index}]`, taxonomy)),
    ...overlapping(entries),
  ]
}

function checkEntry(entry: AuthorityEntry, at: string, taxonomy: Taxonomy): ConfigurationFault[] {
  return [
    ...checkSubject(entry, at, taxonomy),
    ...checkFunction(entry, at, taxonomy),
    ...datesOf(entry).map((problem) => fault(FILE, at, problem, DAY_REMEDY)),
    ...(entry.basis.trim() ? [] : [fault(FILE, `${at}.basis`, 'dasar hukum kosong', BASIS_REMEDY)]),
  ]
}

const BASIS_REMEDY = 'Tulis peraturannya, misalnya UU 23/2014 lampiran huruf A.'

function checkSubject({ rule, category }: AuthorityEntry, at: string, taxonomy: Taxonomy) {
  const remedy = 'Sebut satu: aturan dari authorityRules, atau id kategori.'
  if ((rule === undefined) === (category === undefined))
    return [fault(FILE, at, 'rule dan category: persis satu yang diisi', remedy)]
  const isKnown =
    rule === undefined
      ? taxonomy.categories.some(({ id }) => id === category)
      : known(taxonomy.authorityRules, rule)
  return isKnown ? [] : [fault(FILE, at, `"${rule ?? category}" tidak dikenal`, remedy)]
}

function checkFunction({ function: code }: AuthorityEntry, at: string, taxonomy: Taxonomy) {
  if (code === undefined || known(taxonomy.functions, code) || known(taxonomy.external, code))
    return []
  const remedy = 'Pakai kode dari functions atau external.'
  return [fault(FILE, `${at}.function`, `fungsi "${code}" tidak dikenal`, remedy)]
}

function datesOf({ from, until }: Dated): string[] {
  const wrong = [from, until].filter((day) => typeof day === 'string' && !isDay(day))
  if (wrong.length > 0) return wrong.map((day) => `"${day}" bukan tanggal yang ada`)
  return from && until && until < from ? [`berlaku sampai ${until}, sebelum ${from}`] : []
}

/** On one day one law: two that hold at once would make the reason a matter of chance. */
function overlapping(entries: readonly AuthorityEntry[]): ConfigurationFault[] {
  const subjectOf = ({ rule, category, level }: AuthorityEntry) => `${rule}/${category}/${level}`
  return entries.flatMap((entry, index) => {
    const before = entries
      .slice(0, index)
      .findIndex((other) => subjectOf(other) === subjectOf(entry) && meet(other, entry))
    if (before < 0) return []
    const problem = `masa berlakunya bertumpuk dengan authority[${before}]`
    return [fault(FILE, `authority[${index}]`, problem, 'Isi "until" pada yang lama.')]
  })
}

const END = '9999-12-31'

function meet(one: AuthorityEntry, other: AuthorityEntry): boolean {
  return one.from <= (other.until ?? END) && other.from <= (one.until ?? END)
}

/** Roads of the register: a status holds by a decree, from one day to another. */
export function checkRoads({ id, roads }: Government): ConfigurationFault[] {
  const file = governmentFile(id, 'places')
  return roads.flatMap((road, index) =>
    datesOf(road).map((problem) => fault(file, `roads[${index}]`, problem, DAY_REMEDY)),
  )
}
