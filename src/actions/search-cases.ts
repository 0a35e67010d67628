import { type Refusal, refuse } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import { resolveFilters } from '../core/search-filters.ts'
import { parseSearch, type SearchTerm } from '../core/search-query.ts'
import { bestHighlight, type Highlight } from '../language/highlight.ts'
import { searchStem } from '../language/search-digest.ts'
import type { Ports } from '../ports/ports.ts'
import type { FoundCase, SearchFound, SearchSort, StemmedTerm } from '../ports/search.ts'

export interface SearchRequest {
  text: string
  sort: SearchSort
  cursor?: string | undefined
  limit: number
}

export interface HighlightedCase {
  case: FoundCase['case']
  highlight: Highlight | null
}

export type SearchAnswer = Omit<SearchFound, 'items'> & { items: HighlightedCase[] }

/** Finds cases by what was said in them, all of history, as far as the viewer may see. */
export const searchCases = async (
  { configurations, search, clock }: Pick<Ports, 'configurations' | 'search' | 'clock'>,
  viewer: Viewer,
  { text, sort, cursor, limit }: SearchRequest,
): Promise<SearchAnswer | Refusal> => {
  const query = parseSearch(text)
  if (query.kind === 'refused') return query
  const configuration = await configurations.current()
  const government = configuration?.governments.find(({ id }) => id === viewer.governmentId)
  if (!configuration || !government) return refuse('not-found')
  const ground = { government, taxonomy: configuration.taxonomy, now: clock.now() }
  const meant = resolveFilters(query.filters, ground)
  if (meant.kind === 'refused') return meant
  const terms = query.terms.map(stemmed)
  const wish = { terms, filters: meant.filters, sort, cursor, limit }
  const found = await search.find(viewer, wish)
  return found.kind === 'refused' ? found : { ...found, items: highlighted(found.items, terms) }
}

const stemmed = ({ words, ...term }: SearchTerm): StemmedTerm => ({
  ...term,
  words: words.map((word) => ({ word, stem: searchStem(word) })),
})

const highlighted = (items: FoundCase[], terms: StemmedTerm[]): HighlightedCase[] => {
  const wanted = terms.filter(({ not }) => !not).flatMap(({ words }) => words)
  return items.map(({ case: found, texts }) => ({
    case: found,
    highlight: bestHighlight([...texts, found.title], wanted),
  }))
}
