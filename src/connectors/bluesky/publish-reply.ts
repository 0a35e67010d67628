import { Type } from 'typebox'
import type { PublishInput, PublishResult, SafeResponse } from '../../ports/connector.ts'
import { failed, readJson, type Stop } from '../http/call.ts'
import { BLUESKY, type Session } from './api.ts'
import { replyKey } from './reply-key.ts'
import { askBluesky, tellBluesky } from './session.ts'
import { permalink } from './to-post.ts'

const COLLECTION = 'app.bsky.feed.post'

const Reference = Type.Object({ uri: Type.String(), cid: Type.String() })

/** app.bsky.feed.defs#postView, as far as a reply must know what it answers. */
const Answerable = Type.Object({
  posts: Type.Array(
    Type.Object({
      uri: Type.String(),
      cid: Type.String(),
      author: Type.Object({
        viewer: Type.Optional(
          Type.Object({
            blockedBy: Type.Optional(Type.Boolean()),
            blocking: Type.Optional(Type.String()),
          }),
        ),
      }),
      record: Type.Object({ reply: Type.Optional(Type.Object({ root: Reference })) }),
    }),
  ),
})

/** Lexicon com.atproto.repo.createRecord with reply refs; one key for one reply, so one record. */
export async function publishReply(input: PublishInput): Promise<PublishResult> {
  const before = input.reply.attempt > 1 ? await ownReply(input) : null
  if (before) return before
  const parent = await readParent(input)
  if (parent.kind !== 'parent') return parent
  const told = await tellBluesky(input, 'com.atproto.repo.createRecord', (session) =>
    recordOf(input, session, parent),
  )
  if (told.kind === 'wait') return told
  const created = told.kind === 'answer' ? createdBy(told.response) : null
  if (created) return created
  // the answer was lost, or the key is taken (a data server says 500 then): what is there counts
  const own = await ownReply(input)
  if (own) return own
  return told.kind === 'answer' ? refusedBecause(told.response.status) : stopped(told)
}

const createdBy = ({ status, body }: SafeResponse): PublishResult | null => {
  const created = status === 200 ? readJson(Reference, body) : null
  return created && sent(created.uri)
}

/** Our own record under the reply's key, read from our own data server: nothing lags there. */
async function ownReply(input: PublishInput): Promise<PublishResult | null> {
  const session = await askBluesky(input, 'com.atproto.server.getSession', [])
  if (session.kind !== 'answer') return stopped(session)
  const answered = await askBluesky(input, 'com.atproto.repo.getRecord', [
    ['repo', session.session.did],
    ['collection', COLLECTION],
    ['rkey', replyKey(input.reply.id)],
  ])
  if (answered.kind !== 'answer') return stopped(answered)
  const found = answered.response.status === 200 ? readJson(Found, answered.response.body) : null
  return found && sent(found.uri)
}

const Found = Type.Object({ uri: Type.String() })

type Parent = { kind: 'parent'; parent: unknown; root: unknown }

async function readParent(input: PublishInput): Promise<Parent | PublishResult> {
  const answered = await askBluesky(input, 'app.bsky.feed.getPosts', [
    ['uris', input.reply.inReplyTo],
  ])
  if (answered.kind !== 'answer') return stopped(answered)
  if (answered.response.status !== 200) return refusedBecause(answered.response.status)
  const page = readJson(Answerable, answered.response.body)
  if (!page) return stopped(failed('Jawaban Bluesky tidak utuh'))
  const [post] = page.posts
  if (!post) return { kind: 'skipped', because: 'Kiriman atau akun warga sudah tidak ada.' }
  const { blockedBy, blocking } = post.author.viewer ?? {}
  if (blockedBy || blocking)
    return { kind: 'skipped', because: 'Warga dan akun kita saling memblokir.' }
  const parent = { uri: post.uri, cid: post.cid }
  return { kind: 'parent', parent, root: post.record.reply?.root ?? parent }
}

const recordOf = ({ reply, now }: PublishInput, { did }: Session, { parent, root }: Parent) => ({
  repo: did,
  collection: COLLECTION,
  rkey: replyKey(reply.id),
  record: {
    $type: COLLECTION,
    text: reply.text,
    createdAt: now.toISOString(),
    langs: ['id'],
    reply: { root, parent },
    ...facetsOf(reply.text),
  },
})

/** An address is only clickable where a facet says so; its place is counted in bytes. */
function facetsOf(text: string) {
  const facets = Array.from(text.matchAll(/https?:\/\/[^\s)]+/g), ({ index, 0: uri }) => {
    const byteStart = Buffer.byteLength(text.slice(0, index))
    return {
      index: { byteStart, byteEnd: byteStart + Buffer.byteLength(uri) },
      features: [{ $type: 'app.bsky.richtext.facet#link', uri }],
    }
  })
  return facets.length > 0 ? { facets } : {}
}

const sent = (uri: string): PublishResult => ({
  kind: 'sent',
  externalId: uri,
  url: permalink(uri),
})

const stopped = (stop: Stop): PublishResult => {
  if (stop.kind === 'wait') return stop
  if (stop.kind === 'idle')
    return { kind: 'failed', because: stop.missing.join(', '), credential: true, retry: false }
  return { ...stop, retry: true }
}

const refusedBecause = (status: number): PublishResult => ({
  kind: 'failed',
  because: `${BLUESKY} menolak balasan (HTTP ${status})`,
  credential: status === 401 || status === 403,
  retry: status >= 500,
})
