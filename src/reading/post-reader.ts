import type { Configuration } from '../core/configuration.ts'
import type { ReadablePost } from '../core/reading.ts'
import { asHeard, sharedFrom } from '../core/shared-from.ts'
import { type FullReading, gatherableOf } from '../language/reader.ts'
import type { ReaderModels, ReaderState } from '../ports/learning.ts'
import type { PostReader, PostThatWasRead, PostToRead } from '../ports/reading.ts'
import { startThread, type ThreadHandle } from './reader-thread-handle.ts'
import type { ReadRequest } from './thread-messages.ts'

/** Reading takes well under a millisecond a post: whoever needs longer than this hangs. */
const DEADLINE_MS = 2000
const DEADLINE_EACH_MS = 20
/** The place names of a government are laid out before its first post; no post is to blame. */
const OPENING_MS = 60_000

/** Absent stays absent: the contract of a readable post knows no null. */
const toReadable = (post: PostToRead): ReadablePost =>
  asHeard({
    id: post.id,
    text: post.text,
    platform: post.platform,
    ...(post.authorHandle && { author: post.authorHandle }),
    ...(post.postedAt && { postedAt: post.postedAt.toISOString() }),
    ...(post.url && { url: post.url }),
    ...(post.context && { context: post.context }),
  })

const toGatherable = (post: PostToRead, full: FullReading) =>
  gatherableOf(full, {
    thread: post.context?.parentText ?? null,
    sharedFrom: sharedFrom(post.text, post.context?.quotes),
    postedAt: (post.postedAt ?? post.receivedAt).getTime(),
  })

const joined = (posts: PostToRead[], readings: FullReading[]): PostThatWasRead[] =>
  posts.flatMap((post, at) => {
    const full = readings[at]
    return full ? [{ post, reading: full.reading, gatherable: toGatherable(post, full) }] : []
  })

interface Thread {
  handle: ThreadHandle
  /** Governments whose reader stands, and with which model and rules. */
  opened: Map<string, string>
}

/** One after the other: whoever waits is not blamed for the one who is read. */
const createTurns = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}

export interface PostReaderParts {
  current(): Promise<Configuration | null>
  models: Pick<ReaderModels, 'state' | 'bytes'>
  readerFolder: string
  /** What the thread runs. */
  entry?: URL
}

/**
 * Reads in a thread that is started when first needed, replaced when it died, and started anew
 * when the configuration has changed. Before each batch it looks which model the government has in
 * service: whoever promotes one or rolls it back, in whatever process, need tell nobody.
 */
export const createPostReader = ({
  current,
  models,
  readerFolder,
  entry,
}: PostReaderParts): PostReader => {
  let thread: (Thread & { of: Configuration }) | null = null
  let asked = 0
  const inTurn = createTurns()

  const freshThread = async (): Promise<Thread> => {
    const configuration = await current()
    if (!configuration) throw new Error('Belum ada konfigurasi.')
    if (thread && thread.of === configuration && !thread.handle.gone()) return thread
    await thread?.handle.end()
    thread = null
    const handle = await startThread({ configuration, readerFolder }, entry)
    thread = { handle, of: configuration, opened: new Map() }
    return thread
  }

  const ask = (
    { handle }: Thread,
    request: Pick<ReadRequest, 'governmentId' | 'posts' | 'explain'>,
    within: number,
  ) => {
    asked += 1
    return handle.ask({ ...request, id: asked }, within)
  }

  const open = async ({ handle, opened }: Thread, governmentId: string): Promise<void> => {
    const state = await models.state(governmentId)
    const wanted = JSON.stringify(state)
    if (opened.get(governmentId) === wanted) return
    const opening = { model: await modelOf(governmentId, state), silenced: state.silenced }
    asked += 1
    await handle.ask({ id: asked, governmentId, posts: [], opening }, OPENING_MS)
    opened.set(governmentId, wanted)
  }

  const modelOf = async (governmentId: string, { version }: ReaderState) =>
    version === 0 ? null : models.bytes(governmentId, version)

  const read: PostReader['read'] = async (governmentId, posts) => {
    const now = await freshThread()
    await open(now, governmentId)
    try {
      const within = DEADLINE_MS + posts.length * DEADLINE_EACH_MS
      const asked = { governmentId, posts: posts.map(toReadable) }
      const { readings } = await ask(now, asked, within)
      return { kind: 'read', readings: joined(posts, readings) }
    } catch (error) {
      return { kind: 'crashed', because: error instanceof Error ? error.message : String(error) }
    }
  }

  const explain: PostReader['explain'] = async (post) => {
    const now = await freshThread()
    await open(now, post.governmentId)
    const asked = { governmentId: post.governmentId, posts: [], explain: toReadable(post) }
    return (await ask(now, asked, DEADLINE_MS)).explanation
  }

  return {
    prepare: () => inTurn(async () => void (await freshThread())),
    read: (governmentId, posts) => inTurn(() => read(governmentId, posts)),
    explain: (post) => inTurn(() => explain(post)),
    close: () => inTurn(async () => thread?.handle.end()),
  }
}
