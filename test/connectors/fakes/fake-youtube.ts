import { type Answer, type Call, type FakePlatform, startFakePlatform } from './fake-platform.ts'
import { NewestFirst } from './newest-first.ts'

export const API_KEY = 'AIza-kunci-rahasia'
export const CHANNEL = 'UC-dinas-pu'

export interface FakeYouTube {
  platform: FakePlatform
  comments: NewestFirst
  /** Replies by the id of the first comment. */
  replies: Map<string, { id: string; text: string; author: string }[]>
}

/** What the channel's owner consented to. */
export const OAUTH = { clientId: 'klien', clientSecret: 'rahasia-klien', refreshToken: 'penyegar' }
const ACCESS = 'izin-sementara'

/** The Data API v3 as its pages describe it; there is no real one that could run here. */
export async function startFakeYouTube(): Promise<FakeYouTube> {
  const comments = new NewestFirst()
  const replies: FakeYouTube['replies'] = new Map()
  const answer = (call: Call): Answer => {
    if (call.path === '/token') return token(call)
    if (speaksAsOwner(call)) return ownComments(call, replies)
    if (call.headers['x-goog-api-key'] !== API_KEY) return refusal(400, 'keyInvalid')
    if (call.path === '/videos') return videos(call)
    if (call.path === '/commentThreads') return threads(call, comments, replies)
    if (call.path === '/comments') return known(call, comments)
    return refusal(404, 'notFound')
  }
  return { platform: await startFakePlatform(answer), comments, replies }
}

/** With an id it is only asked whether comments are there: the public key is enough for that. */
const speaksAsOwner = ({ path, query }: Call): boolean => path === '/comments' && !query.has('id')

const token = (call: Call): Answer => {
  const given = new URLSearchParams(call.body)
  const right =
    given.get('refresh_token') === OAUTH.refreshToken &&
    given.get('client_secret') === OAUTH.clientSecret
  return right
    ? { body: JSON.stringify({ access_token: ACCESS, expires_in: 3599 }) }
    : { status: 400, body: '{"error":"invalid_grant"}' }
}

/** comments.insert and comments.list, as their pages describe them. */
function ownComments(call: Call, replies: FakeYouTube['replies']): Answer {
  if (call.headers.authorization !== `Bearer ${ACCESS}`) return refusal(401, 'authError')
  if (call.method === 'GET') {
    const items = (replies.get(call.query.get('parentId') ?? '') ?? []).map((reply) =>
      comment(reply.id, reply.text, reply.author, new Date(0)),
    )
    return { body: JSON.stringify({ items }) }
  }
  const { parentId, textOriginal } = JSON.parse(call.body).snippet
  if (parentId === 'hilang') return refusal(404, 'parentCommentNotFound')
  const thread = replies.get(parentId) ?? []
  const reply = { id: `${parentId}.${thread.length + 1}`, text: textOriginal, author: 'dinas-pu' }
  replies.set(parentId, [...thread, reply])
  return { body: JSON.stringify(comment(reply.id, reply.text, reply.author, new Date(0))) }
}

const refusal = (status: number, reason: string): Answer => ({
  status,
  body: JSON.stringify({ error: { code: status, errors: [{ reason }] } }),
})

/** Of the ids that were asked for only those that are there. */
const known = (call: Call, { posts }: NewestFirst): Answer => {
  const asked = (call.query.get('id') ?? '').split(',')
  const items = posts.filter(({ id }) => asked.includes(id)).map(({ id }) => ({ id }))
  return { body: JSON.stringify({ items }) }
}

const videos = (call: Call): Answer => ({
  body: JSON.stringify({
    items: (call.query.get('id') ?? '').split(',').map((id) => ({
      id,
      snippet: { title: `Judul video ${id}`, channelTitle: 'Dinas PU Contoh' },
    })),
  }),
})

function threads(call: Call, comments: NewestFirst, replies: FakeYouTube['replies']): Answer {
  if (call.query.get('videoId') === 'tutup') return refusal(403, 'commentsDisabled')
  const { posts, next } = comments.page(call.query.get('pageToken'))
  const items = posts.map((post) => ({
    snippet: {
      channelId: CHANNEL,
      videoId: 'dQw4w9WgXcQ',
      topLevelComment: comment(post.id, post.text, post.author, post.at),
    },
    replies: {
      comments: (replies.get(post.id) ?? []).map((reply) =>
        comment(reply.id, reply.text, reply.author, post.at),
      ),
    },
  }))
  return { body: JSON.stringify({ items, ...(next === undefined ? {} : { nextPageToken: next }) }) }
}

const comment = (id: string, text: string, author: string | null, at: Date) => ({
  id,
  snippet: {
    textOriginal: text,
    authorDisplayName: author,
    ...(author === null ? {} : { authorChannelId: { value: `UC-${author}` } }),
    likeCount: 3,
    publishedAt: at.toISOString(),
  },
})
