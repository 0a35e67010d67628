import type { IncomingPost } from '../core/post.ts'
import type { Clock } from '../ports/clock.ts'
import type { Posts, ReceiveResult } from '../ports/posts.ts'
import type { PostName, Removals } from '../ports/removals.ts'

export interface ImportPorts {
  clock: Clock
  posts: Posts
  removals: Pick<Removals, 'byName'>
}

export interface ImportCount {
  read: number
  stored: number
  duplicates: number
  quarantined: number
  /** Taken back by their writers: were here, and are not any more. */
  deleted: number
}

export type ImportLine =
  | { kind: 'post'; post: IncomingPost }
  | { kind: 'deleted'; name: PostName }
  | { kind: 'broken'; raw: string; because: string }

const PAGE = 200

const COUNTED: Record<ReceiveResult['kind'], keyof ImportCount> = {
  stored: 'stored',
  duplicate: 'duplicates',
  quarantined: 'quarantined',
}

/**
 * Takes posts of a file in page by page. They are history unless `live`: they raise no alert, and
 * their cases owe nobody an answer until somebody writes anew. A page that was stored stays stored,
 * so a broken-off import is simply started again.
 */
export const importPosts = async function* (
  ports: ImportPorts,
  lines: AsyncIterable<ImportLine>,
  options: { governmentId: string; live: boolean },
): AsyncGenerator<ImportCount, ImportCount> {
  const count: ImportCount = { read: 0, stored: 0, duplicates: 0, quarantined: 0, deleted: 0 }
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
    else if (line.kind === 'deleted') {
      // it may have come in with this very file
      if (page.length > 0) await flush()
      count.deleted += await ports.removals.byName(options.governmentId, [line.name])
    } else {
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
