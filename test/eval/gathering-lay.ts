/** A post of the corpus as gathering sees it: as the reader reads it, or as it is labelled. */
import type { Gatherable, SpokenName } from '../../src/core/gatherable.ts'
import { isFine, placeWords } from '../../src/core/place-words.ts'
import type { Kind, PlaceLevel, PostContext } from '../../src/core/reading.ts'
import { sharedFrom } from '../../src/core/shared-from.ts'
import { gatherableOf, type Reader } from '../../src/language/reader.ts'

export interface Labelled {
  id: string
  text: string
  kind: Kind
  category: string
  place?: string | null
  owner?: string | null
  government?: string | null
  group?: string | null
  negativeOf?: string | null
  postedAt?: string | null
  context?: PostContext
  writer: string
}

export const MODES = ['reader', 'label'] as const
export type Mode = (typeof MODES)[number]

export function layAsRead(post: Labelled, reader: Reader): Gatherable {
  const context = post.context ? { context: post.context } : {}
  const full = reader.readFully({ id: post.id, text: post.text, ...context })
  const postedAt = post.postedAt ? Date.parse(post.postedAt) : null
  const thread = post.context?.parentText ?? null
  return gatherableOf(full, { thread, sharedFrom: sharedFrom(post.text), postedAt })
}

/** The labels in place of the reading. */
export function layAsLabelled(read: Gatherable, post: Labelled, reader: Reader): Gatherable {
  const { names } = read.telling
  const known = new Set(names.map(wordsOf))
  const labelled = labelledNames(post, reader).filter((name) => !known.has(wordsOf(name)))
  const telling = { ...read.telling, names: [...names, ...labelled] }
  const { kind, category, owner = null } = post
  const topics: [string, number][] = [[category, 1]]
  return { ...read, kind, category, topics, owner, confidential: false, feared: false, telling }
}

const wordsOf = ({ words }: SpokenName) => words.map(([word]) => word).join(' ')

/** As the reader knows the place: "Lempuing" is a district; by its cue where it does not. */
function labelledNames({ place }: Labelled, reader: Reader): SpokenName[] {
  if (!place) return []
  const { names } = reader.readFully({ id: '', text: place }).telling
  if (names.length > 0) return names
  const words = placeWords(place).map((word): [string, number] => [word, 10])
  return words.length > 0 ? [{ words, fine: isFine(levelOf(place)), codes: [] }] : []
}

const levelOf = (place: string): PlaceLevel =>
  /^(kab|kota|prov)/i.test(place) ? 'regency' : /^kec/i.test(place) ? 'district' : 'village'
