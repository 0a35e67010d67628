import { type Static, Type } from 'typebox'
import { SEARCH_SORTS } from '../../ports/search.ts'
import { CaseRow } from './case-row.ts'
import { Count, Cursor, Line, List, Nullable, Said, Shape } from './parts.ts'

/** `sort` is 'rank' unless said: among the 1,000 newest that match; 'newest' has no end. */
export const SearchRequestQuery = Shape({
  q: Line(400),
  sort: Type.Optional(Type.Enum(SEARCH_SORTS)),
  cursor: Type.Optional(Cursor),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
})

/** Part of a post or of the title; `marks` are [start, end) in it. */
const HighlightShape = Shape({
  text: Said(1_000),
  marks: List(Type.Tuple([Count, Count]), 500),
})

export const SearchPage = Shape({
  items: List(Shape({ case: CaseRow, highlight: Nullable(HighlightShape) }), 100),
  next: Nullable(Cursor),
  /** similar: nothing had these words, these have words like them. */
  how: Type.Enum(['exact', 'similar'] as const),
  /** What the reader of the list should know: an index that is not ready, or likeness that is off. */
  notes: List(Said(300), 5),
})
export type SearchPage = Static<typeof SearchPage>
