import type { Case } from '../core/case.ts'
import type { Refusal } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import type { SearchFilter } from '../core/search-filters.ts'

export const SEARCH_SORTS = ['rank', 'newest'] as const
export type SearchSort = (typeof SEARCH_SORTS)[number]

export interface StemmedTerm {
  words: { word: string; stem: string }[]
  phrase: boolean
  not: boolean
}

export interface SearchWish {
  terms: StemmedTerm[]
  filters: SearchFilter[]
  sort: SearchSort
  cursor?: string | undefined
  /** 1 to 100. */
  limit: number
}

export interface FoundCase {
  case: Case
  /** What was said in it, the newest posts first: for showing why it was found. */
  texts: string[]
}

export interface SearchFound {
  kind: 'found'
  items: FoundCase[]
  next: string | null
  /** similar: nothing had these words, these have words like them. */
  how: 'exact' | 'similar'
  /** Cases whose words are not in the index yet. */
  waiting: number
  /** Words like those that are asked for can be found: the database has trigrams. */
  similarity: boolean
}

export interface CaseWords {
  caseId: string
  governmentId: string
  code: string
  title: string
  place: string | null
  posts: string[]
}

export interface Digest {
  /** A tsvector in Postgres' own writing. */
  words: string
  /** Each plain word once: what a mistyped one is compared with. */
  lexemes: string[]
}

/** Full text over cases and posts, all of history; only what the viewer may see. */
export interface Search {
  find(viewer: Viewer, wish: SearchWish): Promise<SearchFound | Refusal>
}

export interface SearchIndex {
  /** Digests cases whose words changed, at most so many; says how many. One process at a time. */
  refresh(limit: number, digest: (words: CaseWords) => Digest): Promise<number>
  similarity(): Promise<boolean>
}
