import type { Missing, PollInput } from '../../ports/connector.ts'
import { failed, readJson, refusal } from '../http/call.ts'
import { BLUESKY, PostsAnswer } from './api.ts'
import { askBluesky } from './session.ts'

/** app.bsky.feed.getPosts leaves out what is not there any more (docs.bsky.app). */
export async function missingPosts(input: PollInput, uris: string[]): Promise<Missing> {
  const query = uris.map((uri): [string, string] => ['uris', uri])
  const answered = await askBluesky(input, 'app.bsky.feed.getPosts', query)
  if (answered.kind !== 'answer') return answered
  if (answered.response.status !== 200) return refusal(BLUESKY, answered.response)
  const found = readJson(PostsAnswer, answered.response.body)
  if (!found) return failed('Jawaban Bluesky tidak utuh')
  const there = new Set(found.posts.map(({ uri }) => uri))
  return { kind: 'missing', externalIds: uris.filter((uri) => !there.has(uri)) }
}
