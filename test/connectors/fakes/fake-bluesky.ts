import type { FakePost } from '../harness/harness.ts'
import { type Answer, type Call, type FakePlatform, startFakePlatform } from './fake-platform.ts'
import { NewestFirst } from './newest-first.ts'

export const APP_PASSWORD = 'abcd-efgh-ijkl-mnop'
const OURS = 'did:plc:dinas'

export interface FakeBluesky {
  platform: FakePlatform
  posts: NewestFirst
  signIns: () => number
  /** Access tokens given out so far are worth nothing from now on. */
  expireSessions(): void
}

export const uriOf = (id: string): string => `at://did:plc:warga/app.bsky.feed.post/${id}`

/** Only for faults that the real dev-env does not have: limits, expiry, pages without end. */
export async function startFakeBluesky(): Promise<FakeBluesky> {
  const posts = new NewestFirst()
  let signIns = 0
  let round = 1
  const session = (): Answer => ({
    body: JSON.stringify({
      accessJwt: `access-${round}`,
      refreshJwt: 'refresh',
      did: OURS,
      handle: 'dinas.test',
    }),
  })
  const answer = (call: Call): Answer => {
    if (call.path.endsWith('createSession')) {
      signIns++
      const right = JSON.parse(call.body).password === APP_PASSWORD
      return right ? session() : { status: 401, body: '{"error":"AuthenticationRequired"}' }
    }
    if (call.path.endsWith('refreshSession')) return session()
    if (call.headers.authorization !== `Bearer access-${round}`)
      return { status: 400, body: '{"error":"ExpiredToken"}' }
    return list(call, posts)
  }
  return {
    platform: await startFakePlatform(answer),
    posts,
    signIns: () => signIns,
    expireSessions: () => {
      round++
    },
  }
}

function list(call: Call, posts: NewestFirst): Answer {
  if (call.path.endsWith('getPosts')) return { body: '{"posts":[]}' }
  const { posts: found, next } = posts.page(call.query.get('cursor'))
  const cursor = next === undefined ? {} : { cursor: next }
  if (call.path.endsWith('listNotifications')) {
    const notifications = found.map((post) => ({ ...view(post), reason: 'mention' }))
    return { body: JSON.stringify({ notifications, ...cursor }) }
  }
  return { body: JSON.stringify({ posts: found.map(view), ...cursor }) }
}

const view = ({ id, text, at, author }: FakePost) => ({
  uri: uriOf(id),
  author: { did: 'did:plc:warga', ...(author === null ? {} : { handle: author }) },
  record: { text, createdAt: at.toISOString() },
  indexedAt: at.toISOString(),
})
