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
  /** What our account wrote, by its key. */
  records: Map<string, { text: string; reply: { parent: { uri: string }; root: { uri: string } } }>
  /** Posts that their writers deleted. */
  gone: Set<string>
}

export const uriOf = (id: string): string => `at://did:plc:warga/app.bsky.feed.post/${id}`

/** Only for faults that the real dev-env does not have: limits, expiry, pages without end. */
export async function startFakeBluesky(): Promise<FakeBluesky> {
  const posts = new NewestFirst()
  const records: FakeBluesky['records'] = new Map()
  const gone = new Set<string>()
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
    if (/repo\.|getSession/.test(call.path)) return repo(call, records, session)
    return list(call, posts, gone)
  }
  return {
    platform: await startFakePlatform(answer),
    posts,
    signIns: () => signIns,
    records,
    gone,
    expireSessions: () => {
      round++
    },
  }
}

/** As com.atproto.repo does it: a key that is taken is a 500 of the real data server. */
function repo(call: Call, records: FakeBluesky['records'], session: () => Answer): Answer {
  if (call.path.endsWith('getSession')) return session()
  const refOf = (rkey: string) => ({ uri: `at://${OURS}/app.bsky.feed.post/${rkey}`, cid: 'bafy' })
  if (call.path.endsWith('getRecord')) {
    const rkey = call.query.get('rkey') ?? ''
    return records.has(rkey)
      ? { body: JSON.stringify({ ...refOf(rkey), value: records.get(rkey) }) }
      : { status: 400, body: '{"error":"RecordNotFound"}' }
  }
  const { rkey, record } = JSON.parse(call.body)
  if (records.has(rkey)) return { status: 500, body: '{"error":"InternalServerError"}' }
  records.set(rkey, record)
  return { body: JSON.stringify(refOf(rkey)) }
}

function list(call: Call, posts: NewestFirst, gone: ReadonlySet<string>): Answer {
  const known = (id?: string) => posts.posts.find((post) => post.id === id)
  if (call.path.endsWith('getPosts')) {
    const uris = call.query.getAll('uris')
    const here = posts.posts.filter(({ id }) => !gone.has(id))
    const found = here.filter(({ id }) => uris.includes(uriOf(id)))
    return { body: JSON.stringify({ posts: found.map(view) }) }
  }
  const { posts: found, next } = posts.page(call.query.get('cursor'))
  const cursor = next === undefined ? {} : { cursor: next }
  if (call.path.endsWith('listNotifications')) {
    const notifications = found.map((post) => ({ ...view(post), reason: 'mention' }))
    return { body: JSON.stringify({ notifications, ...cursor }) }
  }
  const shown = found.map((post) => ({ ...view(post), ...embedOf(known(post.quotes)) }))
  return { body: JSON.stringify({ posts: shown, ...cursor }) }
}

const authorOf = ({ author }: FakePost) => ({
  did: 'did:plc:warga',
  ...(author === null ? {} : { handle: author }),
})

/** A notification tells what the writer sent: of a quoted post the address alone. */
const view = (post: FakePost) => ({
  uri: uriOf(post.id),
  cid: 'bafy',
  author: authorOf(post),
  record: {
    text: post.text,
    createdAt: post.at.toISOString(),
    ...(post.quotes && {
      embed: { $type: 'app.bsky.embed.record', record: { uri: uriOf(post.quotes), cid: 'bafy' } },
    }),
  },
  indexedAt: post.at.toISOString(),
})

const embedOf = (quoted: FakePost | undefined) =>
  quoted && {
    embed: {
      $type: 'app.bsky.embed.record#view',
      record: {
        $type: 'app.bsky.embed.record#viewRecord',
        uri: uriOf(quoted.id),
        author: authorOf(quoted),
        value: { text: quoted.text, createdAt: quoted.at.toISOString() },
      },
    },
  }
