import type { Kind, Place } from './reading.ts'

/** What gathering knows of a post, or of a case by its latest post. */
export interface Gatherable {
  kind: Kind
  category: string
  /** What it may be about, with probabilities, likeliest first; absent in older posts. */
  topics?: [string, number][]
  /** Whose it would be; null or absent: nobody's yet. */
  owner?: string | null
  place: Place | null
  areaCode: string | null
  confidential: boolean
  /** Confidential on a small suspicion: it may go where others openly tell of the same. */
  feared?: boolean
  /** MinHash signature and LSH bands, see language/fingerprint.ts. */
  fingerprint: { signature: number[]; bands: string[] }
  telling: TellingWords
  /** The thread that a comment stands in (its parent's id or text), null for a post of its own. */
  thread: string | null
  /** Whom it only repeats: its place is with the original. */
  sharedFrom: string | null
  /** Milliseconds since 1970, null where unknown. */
  postedAt: number | null
}

/** Which words tell this post's problem from others; see language/telling-words.ts. */
export interface TellingWords {
  /** Stems and numbers with their rarity (3 to 10), rarest first, each once. */
  words: [string, number][]
  /** The places that were found. */
  names: SpokenName[]
  /** "km 7", "sd 3": another number is another place. */
  marks: string[]
  /** The words as they were written, in small letters: a name may hide there unseen. */
  said: string
}

export interface SpokenName {
  /** Its own words ("hibrida" of "Jl. Raya Hibrida") with their rarity. */
  words: [string, number][]
  /** Of a road, school, village …, and not of a district or a whole town. */
  fine: boolean
  /** Areas that it may mean; none for a road or a school. */
  codes: string[]
}

/** A case with its newest posts, as gathering looks at it. */
export interface Group<Id> {
  id: Id
  members: Gatherable[]
}
