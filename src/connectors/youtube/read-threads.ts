import type { PollInput, SafeResponse } from '../../ports/connector.ts'
import { failed, readJson, refusal, type Stop } from '../http/call.ts'
import { askYouTube, type Thread, ThreadPage, YOUTUBE } from './api.ts'
import type { Target } from './cursor.ts'

export interface ThreadList {
  kind: 'threads'
  threads: Thread[]
  next: string | null
}

/** One page of comment threads with the replies that come along, newest first. */
export async function readThreads(
  input: PollInput,
  target: Target,
  token: string | null,
): Promise<ThreadList | Stop> {
  const answered = await askYouTube(input, 'commentThreads', {
    part: 'snippet,replies',
    [target.kind === 'channel' ? 'allThreadsRelatedToChannelId' : 'videoId']: target.id,
    order: 'time',
    maxResults: '100',
    textFormat: 'plainText',
    ...(token === null ? {} : { pageToken: token }),
  })
  if (answered.kind !== 'answer') return answered
  const { response } = answered
  if (response.status !== 200) return onRefusal(response, target, token)
  const page = readJson(ThreadPage, response.body)
  if (!page) return failed('Jawaban YouTube tidak utuh')
  return { kind: 'threads', threads: page.items, next: page.nextPageToken || null }
}

const NOTHING: ThreadList = { kind: 'threads', threads: [], next: null }

/** Reasons by developers.google.com/youtube/v3/docs/commentThreads/list, section Errors. */
function onRefusal(
  response: SafeResponse,
  target: Target,
  token: string | null,
): ThreadList | Stop {
  const says = (reason: string) => response.body.includes(`"${reason}"`)
  // one closed or deleted video must not silence the others
  if (says('commentsDisabled') || (target.kind === 'video' && says('videoNotFound'))) return NOTHING
  // a page token ages: handing it back unread ends the sweep above its floor, and the next one
  // begins at the top
  if (response.status === 400 && token !== null) return { ...NOTHING, next: token }
  if (response.status === 404) return failed(`YouTube tidak mengenal ${target.id}`)
  if (says('keyInvalid') || says('API_KEY_INVALID'))
    return failed('YouTube menolak kunci API', true)
  return refusal(YOUTUBE, response)
}
