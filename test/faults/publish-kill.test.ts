import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { draftAnswer, releaseAnswer, viewAnswers } from '../../src/actions/publish-answers.ts'
import { sendReply } from '../../src/actions/send-reply.ts'
import { bluesky } from '../../src/connectors/bluesky.ts'
import { youtube } from '../../src/connectors/youtube.ts'
import type { Viewer } from '../../src/core/roles.ts'
import {
  APP_PASSWORD,
  type FakeBluesky,
  startFakeBluesky,
  uriOf,
} from '../connectors/fakes/fake-bluesky.ts'
import {
  CHANNEL,
  type FakeYouTube,
  OAUTH,
  startFakeYouTube,
} from '../connectors/fakes/fake-youtube.ts'
import { minutesAgo } from '../connectors/harness/harness.ts'
import { loopbackFetch } from '../connectors/listen.ts'
import { caseOf, type House, officer, openHouse, PROVINCE } from '../support/seed.ts'

vi.setConfig({ testTimeout: 60_000 })

let house: House
let ani: Viewer
let sky: FakeBluesky
let tube: FakeYouTube
const TEXT = 'Lubang di depan pasar ditambal regu DPUPR Jumat, 27 November 2026 pukul 09.00.'
const SPEAKER = fileURLToPath(new URL('./killed-speaker.ts', import.meta.url))

beforeAll(async () => {
  house = await openHouse()
  ani = await officer(house)
  sky = await startFakeBluesky()
  sky.posts.add({ id: '3ka', text: 'jalan rusak', at: minutesAgo(5), author: 'warga.test' })
  tube = await startFakeYouTube()
  const source = { governmentId: PROVINCE, enabled: true, intervalSeconds: 60 }
  const publish = 'ya'
  await house.sources.add({
    ...source,
    connector: 'bluesky',
    name: 'Bluesky',
    settings: { publish, service: sky.platform.url, identifier: 'dinas.test' },
    secrets: { appPassword: APP_PASSWORD },
  })
  const { url } = tube.platform
  const { clientId, ...secrets } = OAUTH
  const settings = { publish, apiUrl: url, tokenUrl: `${url}/token`, channelId: CHANNEL, clientId }
  await house.sources.add({ ...source, connector: 'youtube', name: 'Kanal', settings, secrets })
})
afterAll(async () => {
  await Promise.all([sky.platform.stop(), tube.platform.stop()])
  await house.close()
})

const ahead = () => String(house.clock.now().getTime() - Date.now())

/** The program speaks in a process of its own and dies by kill -9 before it writes that down. */
const speakAndDie = async (targetId: string) => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', SPEAKER, house.url, targetId, ahead()],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
}

const heard = {
  bluesky: () => sky.records.size,
  youtube: () => tube.replies.get('UgxA')?.length ?? 0,
}

it.each([
  ['bluesky', uriOf('3ka')],
  ['youtube', 'UgxA'],
] as const)(
  'killed between sending and writing it down, %s hears it once',
  async (platform, externalId) => {
    const about = await caseOf(house, { post: { platform, externalId } })
    const draft = await draftAnswer(house, ani, about.id, { id: null, kind: 'final', text: TEXT })
    if (draft.kind === 'refused') throw new Error(draft.code)
    await releaseAnswer(house, ani, draft.answer.id, null)
    house.clock.pass(15_000)
    const [targetId = ''] = await house.publishWork.takeDue(10)
    await speakAndDie(targetId)
    expect(heard[platform]()).toBe(1)
    expect((await viewAnswers(house, ani, about.id))?.targets).toMatchObject([
      { state: 'queued', attempts: 1 },
    ])
    // its lease is another's business for two minutes
    expect(await house.publishWork.takeDue(10)).toEqual([])
    house.clock.pass(121_000)
    expect(await house.publishWork.takeDue(10)).toEqual([targetId])
    const ports = { ...house, connectors: [bluesky, youtube], fetch: loopbackFetch }
    await sendReply(ports, targetId)
    expect(heard[platform]()).toBe(1)
    expect((await viewAnswers(house, ani, about.id))?.targets).toMatchObject([
      { state: 'sent', via: 'api', attempts: 2 },
    ])
    const view = await house.cases.view(ani, about.id)
    expect(view?.case.answeredAt).toBeInstanceOf(Date)
    expect(view?.events.filter(({ type }) => type === 'answered')).toHaveLength(1)
  },
)
