import type { SafeResponse } from '../ports/connector.ts'
import type { DeliveryResult } from '../ports/notifier.ts'
import type { NotifierDeps } from './notifier-deps.ts'

type Failed = Extract<DeliveryResult, { kind: 'failed' }>

export const failed = (because: string, retry: boolean): Failed => ({
  kind: 'failed',
  because,
  retry,
})

/** A receiver that understands and refuses will refuse again: only "not now" is tried again. */
export function resultOf(
  who: string,
  response: SafeResponse,
  deps: Pick<NotifierDeps, 'clock' | 'readRateLimit'>,
): DeliveryResult {
  const { status } = response
  if (status >= 200 && status < 300) return { kind: 'delivered' }
  const now = deps.clock.now()
  const limit = deps.readRateLimit(response, now)
  if (!limit) {
    const again = status >= 500 || status === 408 || status === 429
    return failed(`${who} menjawab HTTP ${status}`, again)
  }
  const waitSeconds = Math.ceil((limit.waitUntil.getTime() - now.getTime()) / 1000)
  return { ...failed(`${who} meminta jeda`, true), waitSeconds }
}

/** No answer at all. A target that our own rules refuse stays refused. */
export const unreached = (who: string, error: Error): DeliveryResult =>
  failed(`${who}: ${error.message}`, error.name !== 'FetchRefused')
