import { createServer } from 'node:net'
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  answerTelegramButton,
  pollTelegramAcknowledgements,
} from '../../src/notifiers/telegram/poll-acknowledgements.ts'
import { createTelegram } from '../../src/notifiers/telegram.ts'
import { startFakePlatform } from '../connectors/fakes/fake-platform.ts'
import { acknowledgeToken, deliveryTo, depsWith, signal } from './peers/loopback-deps.ts'

const BOT = '123456:token-rahasia'
const GROUP = -100200300

describe('an alert to a Telegram group', () => {
  let telegram: TelegramServer
  let deps: ReturnType<typeof depsWith>

  beforeEach(async () => {
    telegram = new TelegramServer({ port: await freePort(), host: '127.0.0.1' })
    await telegram.start()
    deps = depsWith({ telegramApi: telegram.config.apiURL })
  })
  afterEach(() => telegram.stop())

  const group = () =>
    telegram.getClient(BOT, {
      chatId: GROUP,
      type: 'supergroup',
      firstName: 'Sari',
      userName: 'sari_piket',
      timeout: 2000,
    })
  const send = (message = {}) =>
    createTelegram(deps).deliver(
      deliveryTo('telegram', { chatId: String(GROUP) }, { token: BOT }, message),
      signal,
    )

  it('arrives as plain text with its buttons', async () => {
    expect(await send({ title: '*tebal* <b>_x_</b> [a](b)' })).toEqual({ kind: 'delivered' })
    const { result } = await group().getUpdates()
    const message = result[0]?.message as unknown as Record<string, unknown>
    expect(message.text).toContain('[SIAGA] Kasus darurat BKL-7F3K: *tebal* <b>_x_</b> [a](b)')
    expect(message.text).toContain('Perangkat daerah: BPBD')
    expect(message).not.toHaveProperty('parse_mode')
    expect(message.reply_markup).toEqual({
      inline_keyboard: [
        [{ text: 'Terima', callback_data: `ack:${acknowledgeToken}` }],
        [
          {
            text: 'Terima lewat peramban',
            url: `https://tanggap.example.go.id/acknowledge/${acknowledgeToken}`,
          },
        ],
      ],
    })
  })

  it('has no button to an address that Telegram would refuse', async () => {
    await send({ acknowledgeUrl: `http://localhost:3000/acknowledge/${acknowledgeToken}` })
    const { result } = await group().getUpdates()
    const buttons = JSON.stringify(result[0]?.message).split('reply_markup')[1]
    expect(buttons).not.toContain('localhost')
    expect(buttons).toContain(`ack:${acknowledgeToken}`)
  })

  it('is acknowledged by pressing the button in the group', async () => {
    await send()
    const client = group()
    await client.sendCallback(client.makeCallbackQuery(`ack:${acknowledgeToken}`))
    const poll = { token: BOT, chatIds: [String(GROUP)], offset: 0 }
    const polled = await pollTelegramAcknowledgements(deps, poll)
    expect(polled).toMatchObject({
      kind: 'pressed',
      pressed: [{ token: acknowledgeToken, by: 'Sari (@sari_piket)' }],
    })
    if (polled.kind !== 'pressed') return
    expect(polled.offset).toBeGreaterThan(0)
    await answerTelegramButton(deps, BOT, polled.pressed[0]?.callbackId ?? '', 'Diterima.')
    const again = await pollTelegramAcknowledgements(deps, { ...poll, offset: polled.offset })
    expect(again).toEqual({ kind: 'pressed', pressed: [], offset: polled.offset })
  })

  it('is not acknowledged from another chat, nor by other buttons', async () => {
    const client = group()
    await client.sendCallback(client.makeCallbackQuery(`ack:${acknowledgeToken}`))
    await client.sendCallback(client.makeCallbackQuery('lain'))
    const poll = { token: BOT, chatIds: ['-999'], offset: 0 }
    expect(await pollTelegramAcknowledgements(deps, poll)).toMatchObject({ pressed: [] })
  })
})

describe('Telegram in a bad mood', () => {
  const answer = async (status: number, body: string) => {
    const server = await startFakePlatform(() => ({ status, body }))
    const deps = depsWith({ telegramApi: server.url })
    const delivery = deliveryTo('telegram', { chatId: '1' }, { token: BOT })
    const sent = await createTelegram(deps).deliver(delivery, signal)
    const polled = await pollTelegramAcknowledgements(deps, { token: BOT, chatIds: [], offset: 7 })
    await server.stop()
    expect(JSON.stringify([sent, polled])).not.toContain(BOT)
    return { sent, polled }
  }

  it('is left alone as long as it asks', async () => {
    const { sent, polled } = await answer(429, '{"ok":false,"parameters":{"retry_after":17}}')
    expect(sent).toMatchObject({ kind: 'failed', retry: true, waitSeconds: 17 })
    expect(polled).toMatchObject({ kind: 'failed', waitSeconds: 17 })
  })

  it('is not asked again with a wrong token or a wrong group', async () => {
    for (const status of [400, 401, 403, 404])
      expect((await answer(status, '{"ok":false}')).sent).toMatchObject({ retry: false })
  })

  it('is asked again after a fault', async () => {
    expect((await answer(502, '<html>')).sent).toMatchObject({ retry: true })
    expect((await answer(200, '{"ok":tr')).polled).toMatchObject({ kind: 'failed' })
  })
})

/** The emulator wants to know its port beforehand. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
