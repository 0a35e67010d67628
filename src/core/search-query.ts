/**
 * What somebody typed into the search: words, "phrases", -not, and filters such as `opd:dinkes`.
 * What is meant as a filter and is none is said, never silently searched for as a word.
 */
import { type Refusal, refuse } from './errors.ts'

export const SEARCH_FILTERS = {
  opd: 'OPD pengampu, misalnya opd:dinkes atau opd:kosong',
  wil: 'tempat, misalnya wil:curup atau wil:"ratu agung"',
  status: 'status, misalnya status:selesai, status:terbuka, status:ditunda',
  tenggat: 'tenggat:lewat, tenggat:hariini, atau tenggat:besok',
  sejak: 'dibuka sejak, misalnya sejak:2026-11-01 atau sejak:7h (hari), sejak:2m (minggu)',
  kat: 'kategori atau kelompoknya, misalnya kat:jalan.rusak atau kat:jalan',
  urg: 'urgensi: urg:P1 sampai urg:P4',
  kode: 'awal kode lacak, misalnya kode:BKL-7F',
} as const
export type SearchFilterName = keyof typeof SEARCH_FILTERS

export interface SearchTerm {
  /** One word, or the words of a phrase in their order. */
  words: string[]
  phrase: boolean
  not: boolean
}

export interface SearchFilterText {
  name: SearchFilterName
  value: string
  not: boolean
}

export interface SearchQuery {
  kind: 'parsed'
  terms: SearchTerm[]
  filters: SearchFilterText[]
}

const MOST_TERMS = 16
const LONGEST_WORD = 60

/** -name:"value" · -"a phrase" · -word; a colon inside a word or an address belongs to it. */
const PIECE = /(-?)(?:([a-z]{2,10}):(?!\/\/))?(?:"([^"]*)"|([^\s"]+))/giu
const OPERATOR_WITHOUT_VALUE = /(?:^|\s)-?([a-z]{2,10}):(?=\s|$)/iu
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/** Text → its words in lower case, in order; the same cut for what is indexed and what is asked. */
export const searchWords = (text: string): string[] =>
  (text.toLowerCase().match(WORD) ?? []).map((word) => word.slice(0, LONGEST_WORD))

export const parseSearch = (text: string): SearchQuery | Refusal => {
  if ((text.match(/"/g) ?? []).length % 2 === 1)
    return refuse('search-query', 'Tanda kutip belum ditutup. Tambahkan " di akhir ungkapan.')
  const [, bare = ''] = OPERATOR_WITHOUT_VALUE.exec(withoutPhrases(text)) ?? []
  if (isFilter(bare.toLowerCase()))
    return refuse('search-query', `Isi nilai sesudah ${bare}: tanpa spasi. ${helpOn(bare)}`)
  return read([...text.matchAll(PIECE)])
}

const withoutPhrases = (text: string): string => text.replace(/"[^"]*"/g, 'x')

const read = (pieces: RegExpMatchArray[]): SearchQuery | Refusal => {
  const query: SearchQuery = { kind: 'parsed', terms: [], filters: [] }
  for (const [, minus, name, phrase, word] of pieces) {
    const value = (phrase ?? word ?? '').trim()
    const refusal = put(query, { not: minus === '-', name, value, phrase: phrase !== undefined })
    if (refusal) return refusal
  }
  if (query.terms.length + query.filters.length > MOST_TERMS)
    return refuse('search-query', `Paling banyak ${MOST_TERMS} kata atau penyaring.`)
  if (query.terms.length + query.filters.length === 0)
    return refuse('search-query', 'Tulis kata yang dicari, atau penyaring seperti status:selesai.')
  return query
}

interface Piece {
  not: boolean
  name: string | undefined
  value: string
  phrase: boolean
}

const put = (query: SearchQuery, { not, name, value, phrase }: Piece): Refusal | null => {
  const filter = name?.toLowerCase()
  if (filter !== undefined && isFilter(filter)) {
    if (value === '') return refuse('search-query', `Isi nilai sesudah ${filter}:.`)
    query.filters.push({ name: filter, value, not })
    return null
  }
  if (filter !== undefined) return refuse('search-query', unknown(filter))
  const words = searchWords(value)
  if (phrase && words.length > 0) query.terms.push({ words, phrase: words.length > 1, not })
  else query.terms.push(...words.map((one) => ({ words: [one], phrase: false, not })))
  return null
}

const isFilter = (name: string): name is SearchFilterName => Object.hasOwn(SEARCH_FILTERS, name)

const helpOn = (name: string): string => {
  const filter = name.toLowerCase()
  return isFilter(filter) ? `Contoh: ${SEARCH_FILTERS[filter]}.` : ''
}

const unknown = (name: string): string =>
  `Penyaring “${name}:” tidak dikenal. Yang ada: ${Object.keys(SEARCH_FILTERS)
    .map((known) => `${known}:`)
    .join(' ')}. Bila itu kata biasa, beri tanda kutip.`
