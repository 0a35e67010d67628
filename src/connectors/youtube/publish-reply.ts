import { Type } from 'typebox'
import type { PublishInput, PublishResult, SafeResponse } from '../../ports/connector.ts'
import { addressOf, textOf } from '../cursor/read-input.ts'
import { type Answered, call, failed, readJson, type Stop } from '../http/call.ts'
import { YOUTUBE } from './api.ts'

const Token = Type.Object({ access_token: Type.String() })
const Inserted = Type.Object({ id: Type.String() })
const Replies = Type.Object({
  nextPageToken: Type.Optional(Type.String()),
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      snippet: Type.Object({
        textOriginal: Type.Optional(Type.String()),
        authorChannelId: Type.Optional(Type.Object({ value: Type.Optional(Type.String()) })),
      }),
    }),
  ),
})

/** No key of ours goes along with a comment: after a lost answer these pages are looked through. */
const PAGES_LOOKED_THROUGH = 5

/**
 * developers.google.com/youtube/v3/docs/comments/insert: a reply stands under the first comment of
 * its thread. It asks for the channel's own consent (scope youtube.force-ssl) and 50 units of quota.
 * Run against our fake of that page only; there is no peer.
 */
export async function publishComment(input: PublishInput): Promise<PublishResult> {
  const opened = await accessToken(input)
  if (opened.kind !== 'token') return opened
  const before = input.reply.attempt > 1 ? await ownReply(input, opened.token) : null
  if (before) return before
  const answered = await call(input, YOUTUBE, `${apiOf(input)}/comments?part=snippet`, {
    method: 'POST',
    headers: { ...bearer(opened.token), 'content-type': 'application/json' },
    body: JSON.stringify({
      snippet: { parentId: threadOf(input), textOriginal: input.reply.text },
    }),
  })
  if (answered.kind !== 'answer') return stopped(answered)
  const { response } = answered
  const inserted = response.status === 200 ? readJson(Inserted, response.body) : null
  return inserted ? sent(inserted.id) : onRefusal(response)
}

const apiOf = (input: PublishInput): string =>
  addressOf(input, 'apiUrl', 'https://www.googleapis.com/youtube/v3')
const threadOf = ({ reply }: PublishInput): string => reply.inReplyTo.split('.')[0] ?? ''
const bearer = (token: string) => ({ authorization: `Bearer ${token}`, accept: 'application/json' })

async function accessToken(
  input: PublishInput,
): Promise<{ kind: 'token'; token: string } | PublishResult> {
  const url = addressOf(input, 'tokenUrl', 'https://oauth2.googleapis.com/token')
  const answered: Answered = await call(input, YOUTUBE, url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: textOf(input, 'clientId'),
      client_secret: textOf(input, 'clientSecret'),
      refresh_token: textOf(input, 'refreshToken'),
    }).toString(),
  })
  if (answered.kind !== 'answer') return stopped(answered)
  const read = answered.response.status === 200 ? readJson(Token, answered.response.body) : null
  if (read) return { kind: 'token', token: read.access_token }
  const because = `YouTube menolak izin kanal (HTTP ${answered.response.status})`
  return { kind: 'failed', because, credential: true, retry: true }
}

/** The same words by our channel in the same thread. */
async function ownReply(input: PublishInput, token: string): Promise<PublishResult | null> {
  let page: string | undefined
  for (let looked = 0; looked < PAGES_LOOKED_THROUGH; looked++) {
    const list = await readReplies(input, token, page)
    if (list.kind !== 'replies') return list
    const own = list.items.find(({ snippet }) => isOurs(input, snippet))
    if (own) return sent(own.id)
    if (!list.nextPageToken) return null
    page = list.nextPageToken
  }
  return null
}

async function readReplies(input: PublishInput, token: string, page: string | undefined) {
  const query = new URLSearchParams({
    part: 'snippet',
    parentId: threadOf(input),
    maxResults: '100',
    textFormat: 'plainText',
    ...(page ? { pageToken: page } : {}),
  })
  const url = `${apiOf(input)}/comments?${query}`
  const answered = await call(input, YOUTUBE, url, { headers: bearer(token) })
  if (answered.kind !== 'answer') return stopped(answered)
  if (answered.response.status !== 200) return onRefusal(answered.response)
  const list = readJson(Replies, answered.response.body)
  return list
    ? { kind: 'replies' as const, ...list }
    : stopped(failed('Jawaban YouTube tidak utuh'))
}

const isOurs = (
  input: PublishInput,
  {
    textOriginal,
    authorChannelId,
  }: { textOriginal?: string; authorChannelId?: { value?: string } },
): boolean => {
  const channel = textOf(input, 'channelId')
  return textOriginal === input.reply.text && (!channel || authorChannelId?.value === channel)
}

const sent = (id: string): PublishResult => ({ kind: 'sent', externalId: id, url: null })

const stopped = (stop: Stop): PublishResult => {
  if (stop.kind === 'wait') return stop
  const because = stop.kind === 'idle' ? stop.missing.join(', ') : stop.because
  return {
    kind: 'failed',
    because,
    credential: stop.kind === 'failed' && stop.credential,
    retry: true,
  }
}

/** Reasons by developers.google.com/youtube/v3/docs/comments/insert, section Errors. */
function onRefusal({ status, body }: SafeResponse): PublishResult {
  const says = (reason: string) => body.includes(`"${reason}"`)
  if (says('parentCommentNotFound') || status === 404)
    return { kind: 'skipped', because: 'Komentar warga sudah tidak ada.' }
  if (says('ineligibleAccount') || says('commentsDisabled') || says('parentCommentIsPrivate'))
    return { kind: 'skipped', because: 'Komentar di video ini ditutup.' }
  const credential = status === 401 || status === 403
  const because = `YouTube menolak balasan (HTTP ${status})`
  return { kind: 'failed', because, credential, retry: credential || status >= 500 }
}
