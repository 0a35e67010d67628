import type { Configuration } from '../core/configuration.ts'
import type { ReadablePost } from '../core/reading.ts'
import type { FullReading } from '../language/reader.ts'

/** What the thread is started with. */
export interface ThreadData {
  configuration: Configuration
  readerFolder: string
}

export interface ReadRequest {
  id: number
  governmentId: string
  posts: ReadablePost[]
}

export interface ReadAnswer {
  id: number
  readings: FullReading[]
}
