import type { PollInput } from '../../ports/connector.ts'
import { readJson, type Stop } from '../http/call.ts'
import { askYouTube, type Thread, VideoPage } from './api.ts'
import type { CommentCursor } from './cursor.ts'

type Videos = CommentCursor['videos']
type Titled = { kind: 'titled'; videos: Videos } | Extract<Stop, { kind: 'wait' }>

const REMEMBERED = 200
/** The most that videos.list takes at once. */
const AT_ONCE = 50

/**
 * "Kapan diperbaiki min?" can only be read with what it stands under. One call a page at most, and
 * none for videos known already. Without an answer the comments go on without their title.
 */
export async function withTitles(
  input: PollInput,
  known: Videos,
  threads: readonly Thread[],
): Promise<Titled> {
  const ids = threads.map((thread) => thread.snippet.videoId ?? '').filter(Boolean)
  const missing = [...new Set(ids)].filter((id) => !Object.hasOwn(known, id)).slice(0, AT_ONCE)
  if (missing.length === 0) return { kind: 'titled', videos: known }
  const answered = await askYouTube(input, 'videos', { part: 'snippet', id: missing.join(',') })
  if (answered.kind === 'wait') return answered
  const page =
    answered.kind === 'answer' && answered.response.status === 200
      ? readJson(VideoPage, answered.response.body)
      : null
  const found = (page?.items ?? []).map(({ id, snippet }) => [
    id,
    { title: snippet.title.slice(0, 300), channel: snippet.channelTitle ?? '' },
  ])
  const videos = Object.entries({ ...known, ...(Object.fromEntries(found) as Videos) })
  return { kind: 'titled', videos: Object.fromEntries(videos.slice(-REMEMBERED)) }
}
