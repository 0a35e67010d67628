import { nextPacificMidnight } from './pacific-midnight.ts'

export interface RateLimitAnswer {
  waitUntil: Date
  because: string
}

interface Answer {
  status: number
  headers: Headers
  body: string
}

/** Nobody is believed who asks for longer, save for a daily quota. */
const MOST_MS = 15 * 60_000
const USUAL_MS = 60_000
const SPENT = ['quotaExceeded', 'dailyLimitExceeded']
const TOO_FAST = ['rateLimitExceeded', 'userRateLimitExceeded']

/** In the order of trust: what names a wait first, then what names the end of a window. */
const DIALECTS = [
  'retry-after',
  'x-rate-limit-reset',
  'x-ratelimit-reset',
  'ratelimit-reset',
] as const

/**
 * One reader for all ways in which a platform says "not now"; null when it does not say so.
 * Telegram: JSON `parameters.retry_after`; Google: 403 with a reason; the rest in headers.
 */
export function readRateLimit(answer: Answer, now: Date): RateLimitAnswer | null {
  const reasons = answer.status === 403 || answer.status === 429 ? googleReasons(answer.body) : []
  if (reasons.some((reason) => SPENT.includes(reason)))
    return { waitUntil: nextPacificMidnight(now), because: 'kuota harian habis' }
  const asked = askedWait(answer, now)
  const limited =
    answer.status === 429 ||
    reasons.some((reason) => TOO_FAST.includes(reason)) ||
    (answer.status === 503 && answer.headers.has('retry-after'))
  if (!limited) return null
  const wait = asked !== null && asked > 0 ? Math.min(asked, MOST_MS) : USUAL_MS
  return { waitUntil: new Date(now.getTime() + wait), because: 'platform meminta jeda' }
}

/** Milliseconds to wait, null where nothing readable is said. */
function askedWait({ headers, body }: Answer, now: Date): number | null {
  const telegram = field(field(json(body), 'parameters'), 'retry_after')
  if (typeof telegram === 'number' && Number.isFinite(telegram)) return telegram * 1000
  for (const name of DIALECTS) {
    const wait = waitOf(headers.get(name), now)
    if (wait !== null) return wait
  }
  return null
}

/** Seconds from now, unix seconds, unix milliseconds, an ISO time or an HTTP date. */
function waitOf(value: string | null, now: Date): number | null {
  if (value === null) return null
  const text = value.trim()
  if (/^\d+(\.\d+)?$/.test(text)) return fromNumber(Number(text), now)
  // V8 reads "-5" and "5x" as years; a date has a day and a month
  if (!/\d{1,4}[- ]\w{2,3}[- ]\d{2,4}/.test(text)) return null
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : at - now.getTime()
}

function fromNumber(value: number, now: Date): number {
  if (value > 1e12) return value - now.getTime()
  return value > 1e9 ? value * 1000 - now.getTime() : value * 1000
}

function googleReasons(body: string): string[] {
  const errors = field(field(json(body), 'error'), 'errors')
  if (!Array.isArray(errors)) return []
  return errors.map((error) => String(field(error, 'reason') ?? ''))
}

function json(body: string): unknown {
  // an HTML error page of megabytes is not worth a try
  if (body.length > 100_000 || !body.trimStart().startsWith('{')) return null
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
