import type { Configuration } from '../core/configuration.ts'
import type { ReadablePost } from '../core/reading.ts'
import type { FullReading } from '../language/reader.ts'
import type { PostReader, PostThatWasRead, PostToRead } from '../ports.ts'
import { startThread, type ThreadHandle } from './reader-thread-handle.ts'

/** Reading takes well under a millisecond a post: whoever needs longer than this hangs. */
const DEADLINE_MS = 2000
const DEADLINE_EACH_MS = 20

/** Absent stays absent: the contract of a readable post knows no null. */
const toReadable = (post: PostToRead): ReadablePost => ({
  id: post.id,
  text: post.text,
  platform: post.platform,
  ...(post.authorHandle && { author: post.authorHandle }),
  ...(post.postedAt && { postedAt: post.postedAt.toISOString() }),
  ...(post.url && { url: post.url }),
  ...(post.context && { context: post.context }),
})

const toGatherable = (post: PostToRead, { reading, fingerprint, areaCode }: FullReading) => ({
  kind: reading.kind,
  category: reading.category,
  place: reading.place,
  areaCode,
  confidential: reading.confidential,
  fingerprint,
  thread: post.context?.parentText ?? null,
  postedAt: (post.postedAt ?? post.receivedAt).getTime(),
})

const joined = (posts: PostToRead[], readings: FullReading[]): PostThatWasRead[] =>
  posts.flatMap((post, at) => {
    const full = readings[at]
    return full ? [{ post, reading: full.reading, gatherable: toGatherable(post, full) }] : []
  })

/**
 * Reads in a thread that is started when first needed, replaced when it died, and started anew
 * when the configuration has changed.
 */
export const createPostReader = (
  current: () => Promise<Configuration | null>,
  readerFolder: string,
): PostReader => {
  let thread: { handle: Promise<ThreadHandle>; of: Configuration } | null = null
  let asked = 0

  const threadFor = async (configuration: Configuration): Promise<ThreadHandle> => {
    if (thread && thread.of === configuration && !(await thread.handle).gone()) return thread.handle
    const old = thread
    thread = { handle: startThread({ configuration, readerFolder }), of: configuration }
    // Those who still wait for the old one get their answers before it ends.
    void old?.handle.then((handle) => setTimeout(() => handle.end(), DEADLINE_MS * 2).unref())
    return thread.handle
  }

  return {
    read: async (governmentId, posts) => {
      const configuration = await current()
      if (!configuration) throw new Error('Belum ada konfigurasi.')
      const handle = await threadFor(configuration).catch((error) => {
        thread = null
        throw error
      })
      asked += 1
      const request = { id: asked, governmentId, posts: posts.map(toReadable) }
      try {
        const readings = await handle.ask(request, DEADLINE_MS + posts.length * DEADLINE_EACH_MS)
        return { kind: 'read', readings: joined(posts, readings) }
      } catch (error) {
        return { kind: 'crashed', because: error instanceof Error ? error.message : String(error) }
      }
    },

    close: async () => {
      const handle = await thread?.handle.catch(() => null)
      await handle?.end()
    },
  }
}
