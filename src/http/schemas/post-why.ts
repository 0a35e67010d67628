import { type Static, Type } from 'typebox'
import { CASE_STATES } from '../../core/case-state.ts'
import { SPOKE_FOR } from '../../core/explanation.ts'
import { Count, Id, Instant, List, Nullable, Said, Shape } from './parts.ts'

const SpokenWordsShape = Shape({
  /** Offsets in `text`, `to` exclusive. */
  from: Count,
  to: Count,
  for: Type.Enum(SPOKE_FOR),
  /** "frasa: jalan rusak", "model: +0,80 untuk Jalan rusak". */
  why: Said(300),
  weight: Type.Number(),
})

const SimilarShape = Shape({
  id: Id,
  code: Said(20),
  title: Said(1_000),
  state: Type.Enum(CASE_STATES),
  endedAt: Instant,
  because: Said(200),
})

/** Why a post was read so, word by word, counted with the model in service now. */
export const PostWhyShape = Shape({
  text: Said(),
  category: Said(80),
  /** The second choice that the model's words were weighed against. */
  against: Nullable(Said(80)),
  words: List(SpokenWordsShape, 1_000),
  /** Solved cases that were about the same, the most similar first. */
  similar: List(SimilarShape, 3),
})
export type PostWhyShape = Static<typeof PostWhyShape>
