import { bluesky } from './bluesky.ts'
import type { Harness } from './harness.ts'
import { rss } from './rss.ts'
import { sample } from './sample.ts'
import { youtube } from './youtube.ts'

/** The fake platforms of each connector, by its id; several where it is used in several ways. */
export const HARNESSES: Record<string, Record<string, () => Promise<Harness>>> = {
  bluesky,
  rss,
  sample,
  youtube,
}
