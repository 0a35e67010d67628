import type { Fault } from './fakes/fake-platform.ts'
import { NOW } from './harness/harness.ts'

const limited = (headers: Record<string, string>, body = ''): Fault => ({
  kind: 'answer',
  status: 429,
  headers,
  body,
})

const inSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
const unix = (seconds: number) => String(NOW.getTime() / 1000 + seconds)

const googleQuota = JSON.stringify({
  error: { code: 403, errors: [{ domain: 'youtube.quota', reason: 'quotaExceeded' }] },
})

/** Each way in which a platform says "not now", and until when it is to be left alone. */
export const DIALECTS: [name: string, fault: Fault, until: Date][] = [
  ['Retry-After in seconds', limited({ 'retry-after': '120' }), inSeconds(120)],
  [
    'Retry-After as a date',
    limited({ 'retry-after': inSeconds(300).toUTCString() }),
    inSeconds(300),
  ],
  ['Retry-After as nonsense', limited({ 'retry-after': 'nanti ya' }), inSeconds(60)],
  ['Retry-After below zero', limited({ 'retry-after': '-5' }), inSeconds(60)],
  ['Retry-After of thirty years', limited({ 'retry-after': '1000000000' }), inSeconds(900)],
  ['no header at all', limited({}), inSeconds(60)],
  ['X: x-rate-limit-reset', limited({ 'x-rate-limit-reset': unix(240) }), inSeconds(240)],
  [
    'Mastodon: X-RateLimit-Reset',
    limited({ 'X-RateLimit-Reset': inSeconds(200).toISOString() }),
    inSeconds(200),
  ],
  ['Bluesky: ratelimit-reset', limited({ 'ratelimit-reset': unix(90) }), inSeconds(90)],
  ['the draft: ratelimit-reset', limited({ 'ratelimit-reset': '45' }), inSeconds(45)],
  [
    'Telegram: retry_after',
    limited({}, '{"ok":false,"parameters":{"retry_after":33}}'),
    inSeconds(33),
  ],
  [
    'Google: the quota of the day',
    { kind: 'answer', status: 403, body: googleQuota },
    // 3 o'clock UTC is 19 o'clock Pacific: midnight there is in five hours
    inSeconds(5 * 3600),
  ],
  [
    '503 with Retry-After',
    { kind: 'answer', status: 503, headers: { 'retry-after': '30' } },
    inSeconds(30),
  ],
]
