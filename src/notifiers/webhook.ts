import type { Delivery, DeliveryResult, Notifier } from '../ports/notifier.ts'
import { failed, resultOf, unreached } from './http-result.ts'
import type { NotifierDeps } from './notifier-deps.ts'
import { signWebhook } from './webhook/sign-webhook.ts'

const WHO = 'Penerima webhook'

/** By the Standard Webhooks specification; docs/webhooks.md tells the receiver how to check it. */
export const createWebhook = (deps: NotifierDeps): Notifier => ({
  kind: 'webhook',
  deliver: (delivery, signal) => deliver(deps, delivery, signal),
})

async function deliver(
  deps: NotifierDeps,
  { id, channel, secrets, message }: Delivery,
  signal: AbortSignal,
): Promise<DeliveryResult> {
  if (signal.aborted) return failed('pengiriman dihentikan', true)
  const key = secrets.secret
  // unsigned is worse than unsent: the receiver could not tell it from anybody's
  if (key === undefined) return failed('kunci tanda tangan webhook belum diisi', false)
  const timestamp = Math.floor(deps.clock.now().getTime() / 1000)
  const body = JSON.stringify({
    type: 'alert.raised',
    timestamp: message.raisedAt,
    data: message,
  })
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signWebhook(key, id, timestamp, body),
  }
  const response = await deps
    .fetch(channel.settings.url ?? '', { method: 'POST', headers, body })
    .catch((error: Error) => error)
  return response instanceof Error ? unreached(WHO, response) : resultOf(WHO, response, deps)
}
