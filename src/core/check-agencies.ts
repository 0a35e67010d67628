import type { Agency, ConfigurationFault, Government, Taxonomy } from './configuration.ts'
import { fault, governmentFile, ID_REMEDY, isUsableId, known } from './fault.ts'

/** Each agency for itself: id, functions, escalation, the districts and categories it names. */
export function checkAgencies(government: Government, taxonomy: Taxonomy): ConfigurationFault[] {
  return government.agencies.flatMap((agency, index) =>
    checkAgency(agency, government, taxonomy).map(([path, problem, remedy]) =>
      fault(
        governmentFile(government.id, 'agencies'),
        `agencies[${index}].${path}`,
        `${agency.abbreviation || agency.id}: ${problem}`,
        remedy,
      ),
    ),
  )
}

type Found = [path: string, problem: string, remedy: string]

function checkAgency(agency: Agency, government: Government, taxonomy: Taxonomy): Found[] {
  const found: Found[] = []
  if (!isUsableId(agency.id)) found.push(['id', `id "${agency.id}" tidak dapat dipakai`, ID_REMEDY])
  if (!agency.escalation.some((step) => step.trim() !== '')) found.push(NO_ESCALATION)
  return [...found, ...unknownWords(agency, government, taxonomy)]
}

const NO_ESCALATION: Found = [
  'escalation',
  'jalur eskalasi belum diisi, jadi tidak ada yang diberi tahu bila jawaban terlambat',
  'Tulis jabatan berurutan: escalation: [Kepala Bidang, Kepala Dinas, Sekretaris Daerah].',
]

function unknownWords(agency: Agency, government: Government, taxonomy: Taxonomy): Found[] {
  const codes = new Set(government.districts.map(({ code }) => code))
  const categories = new Set(taxonomy.categories.map(({ id }) => id))
  return [
    ...unknown('functions', agency.functions, (word) => known(taxonomy.functions, word), 'fungsi'),
    ...unknown('districts', agency.districts, (code) => codes.has(code), 'kode kecamatan'),
    ...unknown('categories', agency.categories, (id) => categories.has(id), 'kategori'),
  ]
}

function unknown(
  path: string,
  words: string[] = [],
  isKnown: (word: string) => boolean,
  what: string,
): Found[] {
  return words.flatMap((word, index): Found[] =>
    isKnown(word)
      ? []
      : [
          [
            `${path}[${index}]`,
            `${what} "${word}" tidak dikenal`,
            `Periksa ejaannya di ${path === 'districts' ? 'places.yaml' : 'config/taxonomy.yaml'}.`,
          ],
        ],
  )
}

/**
 * Two agencies that answer to one name: a post that says it could not be routed. Names,
 * abbreviations and aliases share one space, capitals aside; so do handles.
 */
export function checkAgencyNames(government: Government): ConfigurationFault[] {
  const owners = new Map<string, { agency: Agency; path: string }>()
  const faults: ConfigurationFault[] = []
  for (const { agency, path, name } of government.agencies.flatMap(namesOf)) {
    const key = name.trim().toLowerCase().replace(/\s+/g, ' ')
    const first = owners.get(key)
    if (!first) owners.set(key, { agency, path })
    else if (first.agency !== agency) faults.push(clash(government, path, name, agency, first))
  }
  return faults
}

function namesOf(agency: Agency, index: number) {
  const at = `agencies[${index}]`
  const lists = [
    { path: `${at}.name`, name: agency.name },
    { path: `${at}.abbreviation`, name: agency.abbreviation },
    ...agency.aliases.map((name, each) => ({ path: `${at}.aliases[${each}]`, name })),
    ...agency.handles.map((name, each) => ({ path: `${at}.handles[${each}]`, name })),
    { path: `${at}.id`, name: `id:${agency.id}` },
  ]
  return lists.filter(({ name }) => name.trim() !== '').map((entry) => ({ ...entry, agency }))
}

function clash(
  government: Government,
  path: string,
  name: string,
  agency: Agency,
  first: { agency: Agency; path: string },
): ConfigurationFault {
  const said = name.replace(/^id:/, '')
  return fault(
    governmentFile(government.id, 'agencies'),
    path,
    `"${said}" menunjuk dua perangkat daerah: ${first.agency.name} (${first.path}) dan ${agency.name}`,
    'Hapus dari salah satu, atau perjelas, misalnya dengan nama daerah di belakangnya.',
  )
}

/** Each function that a category needs at this level has an agency, or somebody it is handed to. */
export function checkCoverage(government: Government, taxonomy: Taxonomy): ConfigurationFault[] {
  const level = government.level === 'province' ? 'province' : 'regency'
  const present = new Set(government.agencies.flatMap(({ functions }) => functions))
  const missing = new Map<string, string[]>()
  for (const { id, owner } of taxonomy.categories) {
    const needed = owner[level]
    if (needed === null || !known(taxonomy.functions, needed)) continue
    if (present.has(needed) || known(government.handOver, needed)) continue
    missing.set(needed, [...(missing.get(needed) ?? []), id])
  }
  return [...missing].map(([code, categories]) => uncovered(government, code, categories))
}

function uncovered(government: Government, code: string, categories: string[]) {
  return fault(
    governmentFile(government.id, 'agencies'),
    'agencies',
    `tidak ada perangkat daerah dengan fungsi "${code}", padahal kategori ${categories.join(', ')} membutuhkannya`,
    `Tambahkan ${code} pada functions satu perangkat daerah, atau tulis di government.yaml: handOver: {${code}: ${government.level === 'province' ? 'regency' : 'province'}}.`,
  )
}
