import type { Configuration } from '../core/configuration.ts'
import type { Explanation } from '../core/explanation.ts'
import type { ReadablePost } from '../core/reading.ts'
import type { FullReading } from '../language/reader.ts'

/** What the thread is started with. */
export interface ThreadData {
  configuration: Configuration
  readerFolder: string
}

/** How a government's reader differs from the shipped one. */
export interface Opening {
  /** Null: the shipped model. */
  model: { bytes: Uint8Array; base: string } | null
  silenced: string[]
}

export interface ReadRequest {
  id: number
  governmentId: string
  posts: ReadablePost[]
  /** Lays out the government's reader anew, before the posts are read. */
  opening?: Opening
  /** To be explained word by word instead of read. */
  explain?: ReadablePost
}

export interface ReadAnswer {
  id: number
  readings: FullReading[]
  explanation: Explanation | null
}
