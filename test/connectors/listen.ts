import { createSafeFetch } from '../../src/connectors/http/safe-fetch.ts'
import type { IncomingPost } from '../../src/core/post.ts'
import type { Connector, PollInput, PollResult } from '../../src/ports/connector.ts'
import type { Harness } from './harness/harness.ts'

export const loopbackFetch = createSafeFetch({
  allowPrivate: ['127.0.0.1'],
  userAgent: 'tanggap-test',
  timeoutMs: 500,
})

/** Polls as the worker does: the cursor goes through JSON, each page is committed with it. */
export interface Listener {
  posts: IncomingPost[]
  pages: number
  poll(): Promise<PollResult>
  /** Until the connector has no more; the last result. */
  drain(): Promise<PollResult>
}

export function listenTo(connector: Connector, harness: Harness): Listener {
  let cursor: string | null = null
  let polls = 0
  const listener: Listener = {
    posts: [],
    pages: 0,
    poll: async () => {
      const read = cursor === null ? null : JSON.parse(cursor)
      const result = await connector.poll({ ...inputFor(harness, polls++), cursor: read })
      if (result.kind === 'page') {
        cursor = JSON.stringify(result.cursor)
        listener.posts.push(...result.posts)
        listener.pages++
      }
      return result
    },
    drain: async () => {
      for (let page = 0; page < 40; page++) {
        const result = await listener.poll()
        if (result.kind !== 'page' || !result.more) return result
      }
      throw new Error('the connector goes on for ever')
    },
  }
  return listener
}

/** What a connector is called with. */
export const inputFor = (harness: Harness, poll = 0): PollInput => ({
  settings: harness.settings,
  secrets: harness.secrets,
  cursor: null,
  now: harness.now(poll),
  fetch: loopbackFetch,
  signal: AbortSignal.timeout(10_000),
})

export const idsOf = (posts: IncomingPost[]): string[] => posts.map((post) => post.externalId)
