import type { Connector } from '../ports/connector.ts'
import { bluesky } from './bluesky.ts'
import { rss } from './rss.ts'
import { sample } from './sample.ts'
import { youtube } from './youtube.ts'

/** Every network Tanggap listens to: one line each. docs/add-a-network.md says how to add one. */
export const CONNECTORS: readonly Connector[] = [bluesky, rss, sample, youtube]
