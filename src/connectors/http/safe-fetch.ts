import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { SafeFetch, SafeResponse } from '../../ports/connector.ts'
import { type AllowList, readAllowList } from './address-guard.ts'
import { refused, toFailure } from './fetch-failure.ts'
import { readBody } from './read-body.ts'
import { type Resolve, resolveByDns, resolveTarget, type Target } from './resolve-target.ts'

export interface SafeFetchOptions {
  /** CIDR ranges, addresses and host names inside our own network that may be called. */
  allowPrivate: readonly string[]
  userAgent: string
  /** For the whole call, slow bodies included. */
  timeoutMs?: number
  /** Of the body after decompression. */
  maxBytes?: number
  /** Ends calls under way when the process drains. */
  signal?: AbortSignal
  resolve?: Resolve
}

interface Call {
  method: string
  headers: Record<string, string>
  body: string | undefined
}

const MAX_REDIRECTS = 3
const REDIRECTS = [301, 302, 303, 307, 308]

/** The only way out to the network: no private target, no endless body, no endless wait. */
export function createSafeFetch(options: SafeFetchOptions): SafeFetch {
  const allowed = readAllowList(options.allowPrivate)
  return async (url, init = {}) => {
    const call = {
      method: init.method ?? 'GET',
      headers: { 'user-agent': options.userAgent, 'accept-encoding': 'gzip, deflate, br' },
      body: init.body,
    }
    Object.assign(call.headers, lowerCased(init.headers ?? {}))
    const signals = [AbortSignal.timeout(options.timeoutMs ?? 10_000)]
    if (options.signal) signals.push(options.signal)
    const signal = AbortSignal.any(signals)
    try {
      return await follow(url, call, { ...options, allowed, signal })
    } catch (error) {
      // a call that we ended ourselves looks like a broken connection
      throw toFailure(hostOf(url), signal.aborted ? signal.reason : error)
    }
  }
}

type Way = SafeFetchOptions & { allowed: AllowList; signal: AbortSignal }

async function follow(start: string, call: Call, way: Way): Promise<SafeResponse> {
  let url = start
  let headers = call.headers
  for (let hops = 0; ; hops++) {
    const resolving = resolveTarget(url, way.allowed, way.resolve ?? resolveByDns)
    const target = await orAborted(resolving, way.signal)
    const answer = await send(target, { ...call, headers }, way.signal)
    const next = redirectOf(answer, call.method, target)
    if (next === null) return toResponse(answer, target, way.maxBytes ?? 5 * 1024 * 1024)
    answer.destroy()
    if (hops === MAX_REDIRECTS) throw refused(target.host, 'terlalu banyak pengalihan')
    if (next.origin !== target.url.origin) headers = withoutSecrets(headers)
    url = next.href
  }
}

function send(target: Target, call: Call, signal: AbortSignal): Promise<IncomingMessage> {
  const { url, addresses } = target
  const [first] = addresses
  const options: RequestOptions = {
    method: call.method,
    headers: withLength(call),
    signal,
    agent: false,
    // the addresses that were checked, whatever the name says by now
    lookup: (_host, { all }, done) =>
      all ? done(null, addresses) : done(null, first?.address ?? '', first?.family),
  }
  return new Promise((resolve, reject) => {
    const sent =
      url.protocol === 'https:'
        ? requestHttps(url, options, resolve)
        : requestHttp(url, options, resolve)
    sent.on('error', reject)
    sent.end(call.body)
  })
}

async function toResponse(
  answer: IncomingMessage,
  target: Target,
  maxBytes: number,
): Promise<SafeResponse> {
  const body = await readBody(answer, target.host, maxBytes)
  const headers = new Headers()
  for (const [name, value] of Object.entries(answer.headers))
    if (value !== undefined) headers.set(name, String(value))
  return { status: answer.statusCode ?? 0, headers, body }
}

/** Writes are never repeated elsewhere: their 3xx is handed back as it is. */
function redirectOf(answer: IncomingMessage, method: string, target: Target): URL | null {
  const { location } = answer.headers
  if (method !== 'GET' || !location || !REDIRECTS.includes(answer.statusCode ?? 0)) return null
  return URL.canParse(location, target.url.href) ? new URL(location, target.url) : null
}

const withoutSecrets = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => /^(accept|user-agent|if-)/.test(name)),
  )

const withLength = ({ body, headers }: Call): Record<string, string> =>
  body === undefined ? headers : { ...headers, 'content-length': `${Buffer.byteLength(body)}` }

const lowerCased = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : 'alamat')

/** A resolver cannot be told to stop; the deadline goes on without it. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
