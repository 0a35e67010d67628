import type { IncomingPost } from '../core/post.ts'
import type { Clock } from '../ports/clock.ts'
import type { Posts, ReceiveResult } from '../ports/posts.ts'

export interface ImportPorts {
  clock: Clock
  posts: Posts
}

export interface ImportCount {
  read: number
  stored: number
  duplicates: number
  quarantined: number
}

export type ImportLine =
  | { kind: 'post'; post: IncomingPost }
  | { kind: 'broken'; raw: string; because: string }

const PAGE = 200

const COUNTED: Record<ReceiveResult['kind'], keyof ImportCount> = {
  stored: 'stored',
  duplicate: 'duplicates',
  quarantined: 'quarantined',
}

/**
 * Takes posts of a file in page by page. They are history unless `live`: their clocks start now
 * and they raise no alert. A page that was stored stays stored, so a broken-off import is simply
 * started again.
 */
export const importPosts = async function* (
  ports: ImportPorts,
  lines: AsyncIterable<ImportLine>,
  options: { governmentId: string; live: boolean },
): AsyncGenerator<ImportCount, ImportCount> {
  const count: ImportCount = { read: 0, stored: 0, duplicates: 0, quarantined: 0 }
  let page: IncomingPost[] = []
  const flush = async () => {
    const results = await ports.posts.receive(page, {
      governmentId: options.governmentId,
      sourceId: null,
      receivedBy: null,
      sample: false,
      history: !options.live,
      receivedAt: ports.clock.now(),
    })
    for (const { kind } of results) count[COUNTED[kind]] += 1
    page = []
  }
  for await (const line of lines) {
    count.read += 1
    if (line.kind === 'post') page.push(line.post)
    else {
      await ports.posts.quarantine(options.governmentId, line.raw, line.because)
      count.quarantined += 1
    }
    if (page.length === PAGE) {
      await flush()
      yield { ...count }
    }
  }
  if (page.length > 0) await flush()
  return count
}
