import { createHmac } from 'node:crypto'

/**
 * `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`, the exact bytes that are sent.
 * `key`: `whsec_` and base64 as the specification writes it, or any other text as it stands.
 * Source: github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md.
 */
export const signWebhook = (key: string, id: string, timestamp: number, body: string): string => {
  const secret = key.startsWith('whsec_') ? Buffer.from(key.slice(6), 'base64') : Buffer.from(key)
  const digest = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')
  return `v1,${digest}`
}
