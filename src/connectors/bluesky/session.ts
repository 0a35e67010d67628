import type { CallInput, SafeResponse } from '../../ports/connector.ts'
import { textOf } from '../cursor/read-input.ts'
import { markOf } from '../cursor/seen.ts'
import { type Answered, call, failed, readJson, refusal, type Stop } from '../http/call.ts'
import { BLUESKY, Session, serviceOf } from './api.ts'

type Opened = { kind: 'session'; session: Session } | Stop

/** Signing in is limited to a few hundred a day, so a session is kept as long as the process. */
const kept = new Map<string, Session>()
const MOST_KEPT = 100

type Told = { kind: 'answer'; response: SafeResponse; session: Session } | Stop

/** A question in our own name; an expired session is renewed once. */
export const askBluesky = (
  input: CallInput,
  method: string,
  query: [string, string][],
): Promise<Told> => inSession(input, (session) => get(input, session, method, query))

/** Something that is written in our own name: what is said may need to know who says it. */
export const tellBluesky = (
  input: CallInput,
  method: string,
  bodyOf: (session: Session) => unknown,
): Promise<Told> =>
  inSession(input, (session) =>
    post(
      input,
      method,
      { authorization: `Bearer ${session.accessJwt}`, 'content-type': 'application/json' },
      JSON.stringify(bodyOf(session)),
    ),
  )

async function inSession(
  input: CallInput,
  ask: (session: Session) => Promise<Answered>,
): Promise<Told> {
  const opened = await openSession(input)
  if (opened.kind !== 'session') return opened
  const first = await ask(opened.session)
  if (first.kind !== 'answer') return first
  if (!isExpired(first.response)) return { ...first, session: opened.session }
  const renewed = await renewSession(input, opened.session)
  if (renewed.kind !== 'session') return renewed
  const second = await ask(renewed.session)
  return second.kind === 'answer' ? { ...second, session: renewed.session } : second
}

const get = (
  input: CallInput,
  session: Session,
  method: string,
  query: [string, string][],
): Promise<Answered> =>
  call(input, BLUESKY, `${serviceOf(input)}/xrpc/${method}?${new URLSearchParams(query)}`, {
    headers: { authorization: `Bearer ${session.accessJwt}`, accept: 'application/json' },
  })

/** An expired token is a 400 here and a 401 there. */
const isExpired = ({ status, body }: SafeResponse): boolean =>
  status === 401 || (status === 400 && /"(ExpiredToken|InvalidToken)"/.test(body))

async function openSession(input: CallInput): Promise<Opened> {
  const session = kept.get(keyOf(input))
  return session ? { kind: 'session', session } : signIn(input)
}

async function renewSession(input: CallInput, old: Session): Promise<Opened> {
  kept.delete(keyOf(input))
  const answered = await post(input, 'com.atproto.server.refreshSession', {
    authorization: `Bearer ${old.refreshJwt}`,
  })
  if (answered.kind !== 'answer') return answered
  const session = answered.response.status === 200 ? readSession(answered.response) : null
  return session ? keep(input, session) : signIn(input)
}

async function signIn(input: CallInput): Promise<Opened> {
  const body = JSON.stringify({
    identifier: textOf(input, 'identifier').replace(/^@/, ''),
    password: textOf(input, 'appPassword'),
  })
  const headers = { 'content-type': 'application/json' }
  const answered = await post(input, 'com.atproto.server.createSession', headers, body)
  if (answered.kind !== 'answer') return answered
  const { response } = answered
  if (response.status !== 200) return refusal(BLUESKY, response)
  const session = readSession(response)
  return session ? keep(input, session) : failed('Jawaban Bluesky tidak utuh')
}

const post = (
  input: CallInput,
  method: string,
  headers: Record<string, string>,
  body?: string,
): Promise<Answered> =>
  call(input, BLUESKY, `${serviceOf(input)}/xrpc/${method}`, {
    method: 'POST',
    headers,
    ...(body === undefined ? {} : { body }),
  })

const readSession = ({ body }: SafeResponse): Session | null => readJson(Session, body)

function keep(input: CallInput, session: Session): Opened {
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(keyOf(input), session)
  return { kind: 'session', session }
}

/** A changed password opens a session of its own; the password itself is no key of a map. */
const keyOf = (input: CallInput): string =>
  markOf([serviceOf(input), textOf(input, 'identifier'), textOf(input, 'appPassword')].join('\n'))
