import { checkAuthority } from './check-authority.ts'
import type { Category, ConfigurationFault, Lexicon, Taxonomy } from './configuration.ts'
import { fault, ID_REMEDY, isUsableId, known, repeated } from './fault.ts'

const FILE = 'taxonomy.yaml'

export function checkTaxonomy(taxonomy: Taxonomy): ConfigurationFault[] {
  return [
    ...taxonomy.categories.flatMap((category, index) => checkCategory(category, index, taxonomy)),
    ...repeatedCategories(taxonomy.categories),
    ...checkAuthority(taxonomy),
    ...unusableCodes('functions', taxonomy.functions),
    ...unusableCodes('external', taxonomy.external),
  ]
}

function checkCategory(category: Category, index: number, taxonomy: Taxonomy) {
  const at = `categories[${index}]`
  const faults: ConfigurationFault[] = []
  if (!isUsableId(category.id)) {
    faults.push(
      fault(FILE, `${at}.id`, `id kategori "${category.id}" tidak dapat dipakai`, ID_REMEDY),
    )
  }
  return [...faults, ...tooFewExamples(category, at), ...unknownWords(category, at, taxonomy)]
}

/** Two teach one way of saying it; the third tells whether the category is understood. */
const LEAST_EXAMPLES = 3

function tooFewExamples({ id, examples }: Category, at: string): ConfigurationFault[] {
  const said = new Set(examples.map((text) => text.trim()).filter((text) => text !== ''))
  if (said.size >= LEAST_EXAMPLES) return []
  const problem = `kategori ${id}: baru ${said.size} contoh kiriman`
  const remedy = `Tulis sedikitnya ${LEAST_EXAMPLES} contoh yang berlainan, seperti warga menulisnya.`
  return [fault(FILE, `${at}.examples`, problem, remedy)]
}

/** Every word of a category that must stand in one of the taxonomy's own tables. */
function unknownWords(category: Category, at: string, taxonomy: Taxonomy): ConfigurationFault[] {
  const { owner } = category
  const words: [path: string, word: string | null, what: string, table: object][] = [
    ['owner.regency', owner.regency, 'fungsi', taxonomy.functions],
    ['owner.province', owner.province, 'fungsi', taxonomy.functions],
    ['owner.external', owner.external, 'instansi luar', taxonomy.external],
    ['authorityRule', category.authorityRule, 'aturan kewenangan', taxonomy.authorityRules],
    ['slaClass', category.slaClass, 'kelas waktu', taxonomy.slaClasses],
  ]
  return words.flatMap(([path, word, what, table]) => {
    if (word === null || known(table, word)) return []
    const problem = `kategori ${category.id}: ${what} "${word}" tidak dikenal`
    const remedy = `Pakai salah satu dari: ${Object.keys(table).join(', ')}.`
    return [fault(FILE, `${at}.${path}`, problem, remedy)]
  })
}

function repeatedCategories(categories: Category[]): ConfigurationFault[] {
  return repeated(categories.map(({ id }) => id)).map(([first, again]) =>
    fault(
      FILE,
      `categories[${again}].id`,
      `id kategori "${categories[again]?.id}" sudah dipakai oleh categories[${first}]`,
      'Beri id lain, atau gabungkan kedua kategori itu.',
    ),
  )
}

function unusableCodes(table: string, codes: object): ConfigurationFault[] {
  return Object.keys(codes)
    .filter((code) => !isUsableId(code))
    .map((code) => fault(FILE, `${table}.${code}`, `kode "${code}" tidak dapat dipakai`, ID_REMEDY))
}

/** A token is one word: the reader looks words up one by one. */
export function checkLexicon(lexicon: Lexicon): ConfigurationFault[] {
  return Object.entries(lexicon.words).flatMap(([language, words]) =>
    Object.entries(words)
      .filter(([token, standard]) => /\s/.test(token) || token === '__proto__' || !standard.trim())
      .map(([token]) =>
        fault(
          'lexicon.yaml',
          `words.${language}.${token}`,
          `"${token}" bukan satu kata dengan satu padanan baku`,
          'Tulis satu kata di kiri dan bentuk bakunya di kanan, misalnya  dak: tidak.',
        ),
      ),
  )
}
