import type { Kind, Place } from './reading.ts'

/** What gathering knows of a post, or of a case by its latest post. */
export interface Gatherable {
  kind: Kind
  category: string
  place: Place | null
  areaCode: string | null
  confidential: boolean
  /** MinHash signature and LSH bands, see language/fingerprint.ts. */
  fingerprint: { signature: number[]; bands: string[] }
  /** The thread that a comment stands in (its parent's id or text), null for a post of its own. */
  thread: string | null
  /** Milliseconds since 1970, null where unknown. */
  postedAt: number | null
}
