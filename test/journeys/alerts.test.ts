import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { freePort } from '../../src/services/free-port.ts'
import { type MailServer, startMailServer } from '../notifiers/peers/mail-server.ts'
import { type ApiClient, firstAdministrator, newcomer } from '../support/api-client.ts'
import { ask } from '../support/database.ts'
import { type EventLine, listenLive } from '../support/event-line.ts'
import { eventually } from '../support/eventually.ts'
import { PEOPLE, pasteCase } from '../support/pastes.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'

vi.setConfig({ testTimeout: 90_000 })

const BOT = '123456:token-rahasia-dua-puluh-huruf'
const GROUP = -100200300

interface Alert {
  id: string
  caseId: string
  caseCode: string
  kind: string
  title: string
  acknowledged: { by: string; via: string } | null
}

interface Call {
  headers: IncomingHttpHeaders
  body: string
}

/** A receiver on the desk of somebody else, that can be out of order. */
interface Receiver {
  url: string
  calls: Call[]
  outOfOrder(times: number): void
  server: Server
}

let app: RunningApp
let admin: ApiClient
let road: ApiClient
let disaster: ApiClient
let women: ApiClient
let mail: MailServer
let telegram: TelegramServer
let everybody: Receiver
let womenOnly: Receiver
let roadOnly: Receiver
let line: EventLine
let key: string

const startReceiver = async (): Promise<Receiver> => {
  const calls: Call[] = []
  let broken = 0
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    calls.push({ headers: request.headers, body })
    const failing = broken-- > 0
    response.writeHead(failing ? 503 : 200, failing ? { 'retry-after': '1' } : {}).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tanggap`
  const outOfOrder = (times: number) => {
    broken = times
  }
  return { url, calls, server, outOfOrder }
}

const addChannel = async (channel: object): Promise<string> => {
  const added = await admin.post<{ secret: string }>('/channels', {
    name: 'Piket malam',
    enabled: true,
    agencyId: null,
    ...channel,
  })
  expect(added.status, added.text).toBe(201)
  return added.body.secret
}

beforeAll(async () => {
  telegram = new TelegramServer({ port: await freePort(), host: '127.0.0.1' })
  await telegram.start()
  mail = await startMailServer()
  ;[everybody, womenOnly, roadOnly] = (await Promise.all([1, 2, 3].map(startReceiver))) as [
    Receiver,
    Receiver,
    Receiver,
  ]
  app = await startApp({
    more: {
      allowPrivate: ['127.0.0.1'],
      smtpUrl: mail.url,
      smtpFrom: 'tanggap@bengkulu.example',
      telegramApi: telegram.config.apiURL,
    },
  })
  admin = await firstAdministrator(app.url, app.setupLink)
  road = await newcomer(app.url, admin, { username: 'petugas.pu', ...PEOPLE.road })
  disaster = await newcomer(app.url, admin, { username: 'piket.bpbd', ...PEOPLE.disaster })
  women = await newcomer(app.url, admin, { username: 'petugas.dp3a', ...PEOPLE.women })
  key = await addChannel({ kind: 'webhook', settings: { url: everybody.url } })
  const ofAgency = (agencyId: string, url: string) => ({
    kind: 'webhook',
    agencyId,
    settings: { url },
  })
  await addChannel(ofAgency(PEOPLE.women.agencyId, womenOnly.url))
  await addChannel(ofAgency(PEOPLE.road.agencyId, roadOnly.url))
  await addChannel({ kind: 'email', settings: { to: 'piket@bengkulu.example' } })
  await addChannel({
    kind: 'telegram',
    settings: { chatId: String(GROUP) },
    secrets: { botToken: BOT },
  })
  line = await listenLive(app.url, disaster)
})
afterAll(async () => {
  line.hangUp()
  await app.stop()
  await Promise.all([telegram.stop(), mail.stop()])
  for (const { server } of [everybody, womenOnly, roadOnly]) server.close()
})

const alertsOf = async (person: ApiClient, open: boolean): Promise<Alert[]> =>
  (await person.get<{ items: Alert[] }>(`/alerts?open=${open}`)).body.items

const alertOn = (person: ApiClient, caseId: string, open: boolean) =>
  eventually(
    async () => (await alertsOf(person, open)).find((alert) => alert.caseId === caseId),
    (alert) => alert !== undefined,
  ) as Promise<Alert>

const callOn = (receiver: Receiver, { caseCode }: Alert, times = 1) =>
  eventually(
    async () => receiver.calls.filter(({ body }) => body.includes(caseCode)),
    (calls) => calls.length >= times,
    30_000,
  )

const decoded = (raw: string): string =>
  raw
    .replace(/=\r?\n/g, '')
    .replace(/\r?\n /g, ' ')
    .replace(/=([0-9A-F]{2})/g, (_all, hex) => String.fromCharCode(Number.parseInt(hex, 16)))

const mailOn = async ({ caseCode }: Alert): Promise<string> =>
  decoded(
    (
      await eventually(
        async () => mail.mails.find(({ raw }) => decoded(raw).includes(caseCode)),
        (found) => found !== undefined,
        30_000,
      )
    )?.raw ?? '',
  )

const group = () =>
  telegram.getClient(BOT, {
    chatId: GROUP,
    type: 'supergroup',
    firstName: 'Sari',
    userName: 'sari_piket',
    timeout: 2_000,
  })

interface ChatMessage {
  text: string
  reply_markup: { inline_keyboard: { text: string; callback_data?: string }[][] }
}

const chatOn = ({ caseCode }: Alert): Promise<ChatMessage> =>
  eventually(
    async () => {
      const history = await group().getUpdatesHistory()
      const messages = history.map((update) => (update as { message?: unknown }).message)
      return messages.find((message) => JSON.stringify(message ?? '').includes(caseCode))
    },
    (found) => found !== undefined,
    30_000,
  ) as Promise<ChatMessage>

/** As docs/webhooks.md tells the receiver. */
const verified = (secret: string, { headers, body }: Call): boolean => {
  const digest = createHmac('sha256', Buffer.from(secret))
    .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
    .digest('base64')
  const [given, expected] = [String(headers['webhook-signature']), `v1,${digest}`].map(Buffer.from)
  return given?.length === expected?.length && timingSafeEqual(given as Buffer, expected as Buffer)
}

describe('somebody is in danger', () => {
  let alert: Alert
  let caseId: string

  test('it rings in the console of those on duty, on the line and in the list', async () => {
    everybody.outOfOrder(1)
    caseId = await pasteCase(
      disaster,
      'TOLONG! banjir di Rawa Makmur Bengkulu sudah setinggi dada, nenek kami terjebak di atap',
    )
    alert = await alertOn(disaster, caseId, true)
    expect(alert).toMatchObject({ kind: 'p1', acknowledged: null })
    await eventually(
      async () => line.typesOf(caseId),
      (types) => types.includes('alert-raised'),
    )
    expect((await alertsOf(admin, true)).map(({ id }) => id)).toContain(alert.id)
    expect(await alertsOf(road, true)).toEqual([])
  })

  test('a receiver that was out of order gets the same delivery again, and can check who sent it', async () => {
    const calls = await callOn(everybody, alert, 2)
    expect(new Set(calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(calls.map((call) => verified(key, call))).toEqual([true, true])
    const [first] = calls as [Call]
    expect(verified(key, { ...first, body: first.body.replace('siaga', 'viral') })).toBe(false)
    expect(JSON.parse(first.body)).toMatchObject({
      type: 'alert.raised',
      data: { alertId: alert.id, kind: 'p1', level: 'siaga', place: 'Rawa Makmur' },
    })
  })

  test('the link in the mail asks first, and acknowledges at the press of its button', async () => {
    const text = await mailOn(alert)
    expect(text).toContain(`[SIAGA] Kasus darurat ${alert.caseCode}`)
    const link = /http:\/\/127\.0\.0\.1:\d+\/acknowledge\/[\w-]+/.exec(text)?.[0] ?? ''
    const opened = await fetch(link)
    expect(await opened.text()).toContain('Saya terima peringatan ini')
    expect((await alertsOf(disaster, true)).map(({ id }) => id)).toContain(alert.id)

    const pressed = await fetch(link, { method: 'POST', body: new URLSearchParams() })
    expect(await pressed.text()).toContain(`Peringatan ${alert.caseCode} diterima`)
  })

  test('everybody in the house sees that it is taken care of', async () => {
    const taken = await alertOn(admin, caseId, false)
    expect(taken.acknowledged).toMatchObject({ via: 'link' })
    expect(await alertsOf(disaster, true)).toEqual([])
    await eventually(
      async () => line.typesOf(caseId),
      (types) => types.includes('alert-acknowledged'),
    )
  })

  test('whoever presses the button in the chat afterwards changes nothing', async () => {
    const button = (await chatOn(alert)).reply_markup.inline_keyboard[0]?.[0]
    const client = group()
    await client.sendCallback(client.makeCallbackQuery(button?.callback_data ?? ''))
    await new Promise((resolve) => setTimeout(resolve, 4_000))
    expect((await alertOn(admin, caseId, false)).acknowledged).toMatchObject({ via: 'link' })
    const told = line.typesOf(caseId).filter((type) => type === 'alert-acknowledged')
    expect(told).toHaveLength(1)
  })
})

describe('eight people complain of one road within hours', () => {
  let alert: Alert
  let caseId: string

  test('it is one case, and rings once the eighth has spoken', async () => {
    const say = (words: string) =>
      pasteCase(road, `Jl Hibrida depan kampus bolong lagi min, ${words}. Kapan diperbaiki?`)
    caseId = await say('sudah dua motor jatuh')
    const words = ['motor jatuh', 'dua motor jatuh lagi', 'sudah banyak motor jatuh', 'bahaya']
    for (const each of [...words, 'sudah tiga motor jatuh', 'gelap pula'])
      expect(await say(each)).toBe(caseId)
    expect(await alertsOf(road, true)).toEqual([])
    expect(await say('sudah dua motor jatuh pagi ini')).toBe(caseId)
    alert = await alertOn(road, caseId, true)
    expect(alert).toMatchObject({ kind: 'burst', acknowledged: null })
  })

  test('its agency and the watch hear of it, but no other agency', async () => {
    const [call] = await callOn(everybody, alert)
    expect(JSON.parse(call?.body ?? '').data.because).toEqual(['8 pelapor dalam 6 jam'])
    await callOn(roadOnly, alert)
    expect(await mailOn(alert)).toContain('Lonjakan laporan')
    expect(womenOnly.calls).toEqual([])
    expect(line.typesOf(caseId)).toEqual([])
  })

  test('the button in the staff group says who took it, and the console shows it', async () => {
    const message = await chatOn(alert)
    expect(message.text).toContain('8 pelapor dalam 6 jam')
    const button = message.reply_markup.inline_keyboard[0]?.[0]
    expect(button?.text).toBe('Terima')
    const client = group()
    await client.sendCallback(client.makeCallbackQuery(button?.callback_data ?? ''))
    const taken = await alertOn(road, caseId, false)
    expect(taken.acknowledged?.by).toBe('Telegram: Sari (@sari_piket)')
    expect(await alertsOf(road, true)).toEqual([])
  })
})

describe('violence at home', () => {
  let alert: Alert

  test('is told to the agency in charge without a word of what was written', async () => {
    const caseId = await pasteCase(
      women,
      'TOLONG tetangga saya di Kelurahan Panorama Bengkulu dipukuli suaminya sekarang juga, istri dan anaknya menjerit minta tolong, dia bawa parang',
    )
    alert = await alertOn(women, caseId, true)
    const [call] = await callOn(womenOnly, alert)
    const { data } = JSON.parse(call?.body ?? '')
    expect(data).toMatchObject({ kind: 'p1', place: null, because: [] })
    expect(call?.body).not.toMatch(/Panorama|dipukuli|parang|menjerit/)
  })

  test('reaches no other channel, no other console and no other line', async () => {
    const sent = await ask(app, 'select channel_id from deliveries where alert_id = $1', [alert.id])
    expect(sent).toHaveLength(1)
    const others = [...everybody.calls, ...roadOnly.calls].map(({ body }) => body)
    const mails = mail.mails.map(({ raw }) => decoded(raw))
    const chat = JSON.stringify(await group().getUpdatesHistory())
    expect([...others, ...mails, chat].filter((text) => text.includes(alert.caseCode))).toEqual([])
    for (const person of [road, disaster, admin])
      expect((await alertsOf(person, true)).map(({ caseCode }) => caseCode)).toEqual([])
    expect(line.typesOf(alert.caseId)).toEqual([])
  })

  test('is acknowledged in the console, by name', async () => {
    const said = await women.post<{ alert: Alert }>(`/alerts/${alert.id}/acknowledge`)
    expect(said.body.alert.acknowledged).toMatchObject({ by: 'Petugas DP3A', via: 'console' })
    expect(await alertsOf(women, true)).toEqual([])
    expect((await road.post(`/alerts/${alert.id}/acknowledge`)).status).toBe(404)
  })
})
