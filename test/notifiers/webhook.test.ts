import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { signWebhook } from '../../src/notifiers/webhook/sign-webhook.ts'
import { createWebhook } from '../../src/notifiers/webhook.ts'
import {
  type Answer,
  type FakePlatform,
  startFakePlatform,
} from '../connectors/fakes/fake-platform.ts'
import { deliveryTo, depsWith, NOW, signal } from './peers/loopback-deps.ts'

const KEY = `whsec_${Buffer.from('kunci-rahasia-untuk-uji-coba-32b').toString('base64')}`

let receiver: FakePlatform | null = null
afterEach(async () => receiver?.stop())

const send = async (answer: Answer, secrets: Record<string, string> = { secret: KEY }) => {
  receiver = await startFakePlatform(() => answer)
  const delivery = deliveryTo('webhook', { url: `${receiver.url}/hook` }, secrets)
  const result = await createWebhook(depsWith({})).deliver(delivery, signal)
  return { result, call: receiver.calls[0], id: delivery.id }
}

/** The very code of docs/webhooks.md, so that the page cannot grow stale. */
async function verifierOfTheDocs() {
  const page = readFileSync('docs/webhooks.md', 'utf8')
  const code = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-verifier-'))
  const file = join(folder, 'verify.mjs')
  writeFileSync(file, code)
  const { verify } = await import(pathToFileURL(file).href)
  rmSync(folder, { recursive: true })
  return verify as (
    keys: string[],
    headers: Record<string, unknown>,
    body: string,
    now: number,
  ) => boolean
}

describe('an alert by webhook', () => {
  it('is signed over the very bytes that arrive, as the docs check it', async () => {
    const { result, call, id } = await send({ body: '' })
    expect(result).toEqual({ kind: 'delivered' })
    expect(call?.headers).toMatchObject({
      'webhook-id': id,
      'webhook-timestamp': String(NOW.getTime() / 1000),
    })
    const verify = await verifierOfTheDocs()
    const { headers = {}, body = '' } = call ?? {}
    const seconds = NOW.getTime() / 1000
    expect(verify([KEY], headers, body, seconds)).toBe(true)
    expect(verify([KEY], headers, `${body} `, seconds)).toBe(false)
    expect(verify([KEY], { ...headers, 'webhook-id': 'lain' }, body, seconds)).toBe(false)
    expect(verify([KEY], headers, body, seconds + 301)).toBe(false)
    expect(verify(['whsec_bGFpbg=='], headers, body, seconds)).toBe(false)
    expect(JSON.parse(body)).toMatchObject({
      type: 'alert.raised',
      data: { caseCode: 'BKL-7F3K', kind: 'p1' },
    })
  })

  it('has the signature of the specification and of docs/webhooks.md', () => {
    // the example of the Standard Webhooks libraries
    const key = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
    const made = signWebhook(
      key,
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      1614265330,
      '{"test": 2432232314}',
    )
    expect(made).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
    expect(readFileSync('docs/webhooks.md', 'utf8')).toContain(made)
  })

  it('is not sent unsigned', async () => {
    const { result, call } = await send({ body: '' }, {})
    expect(result).toMatchObject({ kind: 'failed', retry: false })
    expect(call).toBeUndefined()
  })

  it.each([
    [200, { kind: 'delivered' }],
    [204, { kind: 'delivered' }],
    [302, { kind: 'failed', retry: false }],
    [400, { kind: 'failed', retry: false }],
    [404, { kind: 'failed', retry: false }],
    [410, { kind: 'failed', retry: false }],
    [408, { kind: 'failed', retry: true }],
    [500, { kind: 'failed', retry: true }],
    [503, { kind: 'failed', retry: true }],
  ])('takes %i for what it is', async (status, expected) => {
    const { result } = await send({ status, body: '' })
    expect(result).toMatchObject(expected)
  })

  it('waits as long as the receiver asks', async () => {
    const { result } = await send({ status: 429, headers: { 'retry-after': '90' }, body: '' })
    expect(result).toMatchObject({ kind: 'failed', retry: true, waitSeconds: 90 })
  })

  it('does not call into our own network, and does not try again', async () => {
    const delivery = deliveryTo('webhook', { url: 'https://169.254.169.254/' }, { secret: KEY })
    const result = await createWebhook(depsWith({})).deliver(delivery, signal)
    expect(result).toMatchObject({ kind: 'failed', retry: false })
  })

  it('tries again when nobody answers', async () => {
    const gone = await startFakePlatform(() => ({ body: '' }))
    await gone.stop()
    const delivery = deliveryTo('webhook', { url: gone.url }, { secret: KEY })
    const result = await createWebhook(depsWith({})).deliver(delivery, signal)
    expect(result).toMatchObject({ kind: 'failed', retry: true })
    expect(JSON.stringify(result)).not.toContain(KEY)
  })
})
