/** Rules of the reader by the names that people call them, and which of them may be silenced. */
import type { Taxonomy } from './configuration.ts'
import { type Refusal, refuse } from './errors.ts'

/** One phrase or anchor of a category: "jalan.rusak: jalan berlubang". */
export const phraseRule = (category: string, phrase: string): string => `${category}: ${phrase}`

const NAMED = 'aturan'

/** A rule that overrides the words: "aturan: hoax". */
export const namedRule = (name: string): string => `${NAMED}: ${name}`

/** What decided whose it is, where the category was clear; nobody silences these, they are mended. */
export const placeRule = (place: string): string => `tempat: ${place}`
export const registerRule = (road: string): string => `daftar ruas jalan: ${road}`
export const mentionRule = (agency: string): string => `disebut: ${agency}`
/** A rule of `taxonomy.yaml: authorityRules`, or that of one category. */
export const dutyRule = (name: string): string => `kewenangan: ${name}`

/** What keeps allegations from the accused is silenced by nobody. */
const SILENCEABLE: readonly string[] = ['gate', 'homonym', 'hoax', 'call']
const PROTECTED: readonly string[] = ['integrity']

export const checkRule = (
  rule: string,
  { categories, slaClasses }: Pick<Taxonomy, 'categories' | 'slaClasses'>,
): { kind: 'rule' } | Refusal => {
  const [, head = '', tail = ''] = /^([^:]+): (.+)$/.exec(rule) ?? []
  if (head === NAMED && SILENCEABLE.includes(tail)) return { kind: 'rule' }
  if (head === NAMED && PROTECTED.includes(tail)) return tooGrave(rule)
  const category = categories.find(({ id }) => id === head)
  if (!category) return unknown(`Tidak ada aturan "${rule}".`)
  if (![...category.phrases, ...category.anchors].includes(tail))
    return unknown(`Kategori ${head} tidak memiliki frasa "${tail}".`)
  return slaClasses[category.slaClass]?.confidential ? tooGrave(rule) : { kind: 'rule' }
}

const unknown = (detail: string): Refusal =>
  refuse(
    'not-found',
    `${detail} Tulis "<kategori>: <frasa>" persis seperti di taxonomy.yaml, atau "${NAMED}: <${SILENCEABLE.join('|')}>".`,
  )

const tooGrave = (rule: string): Refusal =>
  refuse('no-right', `"${rule}" menjaga kerahasiaan pelapor dan tidak dapat dibungkam.`)
