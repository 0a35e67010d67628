/**
 * Answers to begin with. A template knows its place in the life of a case, fills in what the case
 * knows, and always leaves something to be written: alone it is never an answer (domain §6.5 rule 1).
 */
import { CASE_STATES, type CaseState } from './case-state.ts'
import { type Refusal, refuse } from './errors.ts'

/** `config/templates.yaml`, and what coordinators write themselves. */
export interface TemplateText {
  name: string
  /** {kode}, {tempat} … are filled in; [[…]] says what the officer has to write. */
  text: string
  /** Empty: any state. */
  states: CaseState[]
  /** Category ids, or a whole group as "jalan.*"; empty: any. */
  categories: string[]
}

export interface ShippedTemplate extends TemplateText {
  /** Its name for ever: by it an update finds it again. */
  key: string
}

/** What can be filled in, and what it is called where it is missing. */
export const TEMPLATE_VARIABLES = {
  kode: 'kode lacak',
  tempat: 'tempat kejadian',
  opd: 'OPD pengampu',
  kategori: 'kategori',
  pemerintah: 'nama pemerintah daerah',
  instansi: 'instansi luar yang berwenang',
  tanggal: 'tanggal hari ini',
  petugas: 'nama petugas',
  janji: 'tanggal yang dijanjikan',
  nomor: 'nomor surat atau rujukan',
} as const
export type TemplateVariable = keyof typeof TEMPLATE_VARIABLES
export type TemplateValues = Partial<Record<TemplateVariable, string | null>>

const VARIABLE = /\{([^{}]{1,40})\}/g
const FREE_TEXT = /\[\[([^[\]]{1,200})\]\]/g

const namesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(VARIABLE)].map(([, name = '']) => name.trim())),
]

const isVariable = (name: string): name is TemplateVariable =>
  Object.hasOwn(TEMPLATE_VARIABLES, name)

/** What still has to be written, as the template asks for it; a text with any is no answer yet. */
export const unfilledIn = (text: string): string[] =>
  [...text.matchAll(FREE_TEXT)].map(([, asked = '']) => asked.trim())

/** What is wrong with a template, in words for whoever wrote it. */
export const templateFaults = ({ text, states, categories }: TemplateText): string[] => [
  ...namesIn(text)
    .filter((name) => !isVariable(name))
    .map((name) => `isian {${name}} tidak dikenal`),
  ...(unfilledIn(text).length === 0
    ? ['belum ada bagian yang wajib ditulis petugas, misalnya [[apa yang sudah diperiksa]]']
    : []),
  ...states
    .filter((state) => !CASE_STATES.includes(state))
    .map((state) => `status ${state} tidak dikenal`),
  ...categories
    .filter((category) => !/^[a-z0-9_]+\.([a-z0-9_]+|\*)$/.test(category))
    .map((category) => `kategori ${category} tidak dikenal`),
]

/** The names of what is missing: with any, nothing is rendered. */
export const gapsIn = (text: string, values: TemplateValues): string[] =>
  namesIn(text)
    .filter((name) => !isVariable(name) || !values[name])
    .map((name) => (isVariable(name) ? TEMPLATE_VARIABLES[name] : name))

export type Rendered = { kind: 'rendered'; text: string; unfilled: string[] } | Refusal

/** The template with everything filled in; what the officer must write stays marked. */
export const renderTemplate = (text: string, values: TemplateValues): Rendered => {
  const gaps = gapsIn(text, values)
  if (gaps.length > 0) return refuse('template-gaps', `Isi dahulu: ${gaps.join(', ')}.`)
  const filled = text.replace(VARIABLE, (_whole, name: string) => {
    const known = name.trim()
    return (isVariable(known) && values[known]) || ''
  })
  return { kind: 'rendered', text: filled, unfilled: unfilledIn(filled) }
}

/** How well a template fits: state and category first, then either, then those for everything. */
export const fitOf = (
  { states, categories }: Pick<TemplateText, 'states' | 'categories'>,
  { state, category }: { state: CaseState; category: string },
): number | null => {
  const byState = states.length === 0 ? 0 : states.includes(state) ? 1 : null
  const byCategory = categoryFit(categories, category)
  return byState === null || byCategory === null ? null : byState + byCategory
}

const categoryFit = (categories: string[], category: string): number | null => {
  if (categories.length === 0) return 0
  if (categories.includes(category)) return 4
  return categories.includes(`${category.split('.')[0]}.*`) ? 2 : null
}
