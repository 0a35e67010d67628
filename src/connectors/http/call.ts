import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { CallInput, PollResult, SafeResponse } from '../../ports/connector.ts'
import { readRateLimit } from './rate-limit-answer.ts'

export type Stop = Extract<PollResult, { kind: 'wait' | 'failed' | 'idle' }>
export type Answered = { kind: 'answer'; response: SafeResponse } | Stop

type Init = { method?: string; headers?: Record<string, string>; body?: string }

export const failed = (because: string, credential = false): Stop => ({
  kind: 'failed',
  because,
  credential,
})

/**
 * One call of a platform. "Not now" and "broken down" are settled here for every connector; other
 * refusals mean something else on each network and come back as an answer.
 */
export async function call(
  input: CallInput,
  who: string,
  url: string,
  init: Init = {},
): Promise<Answered> {
  if (input.signal.aborted) return failed(`${who}: panggilan dihentikan`)
  const response = await input.fetch(url, init).catch((error: Error) => error)
  if (response instanceof Error) return failed(`${who}: ${response.message}`)
  const limit = readRateLimit(response, input.now)
  if (limit) return { kind: 'wait', until: limit.waitUntil, because: `${who}: ${limit.because}` }
  if (response.status >= 500) return failed(`${who} sedang terganggu (HTTP ${response.status})`)
  return { kind: 'answer', response }
}

/** A refusal that the connector has no better sentence for. */
export const refusal = (who: string, { status }: SafeResponse): Stop =>
  status === 401 || status === 403
    ? failed(`${who} menolak kredensial (HTTP ${status})`, true)
    : failed(`${who} menolak permintaan (HTTP ${status})`)

/** The body as the platform's page promises it, or null: half a body, an HTML page, another shape. */
export function readJson<Schema extends TSchema>(
  schema: Schema,
  body: string,
): Static<Schema> | null {
  try {
    const value: unknown = JSON.parse(body)
    return Value.Check(schema, value) ? value : null
  } catch {
    return null
  }
}
