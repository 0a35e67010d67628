/**
 * A small province and a regency with people, posts and cases. Everything goes in through the
 * real stores, so that a test never rests on rows that the product itself could not write.
 */
import { randomUUID } from 'node:crypto'
import type { QueryResultRow } from 'pg'
import { type Ground, layGround } from '../../src/compose-ports.ts'
import type { Case } from '../../src/core/case.ts'
import type { ClockMove } from '../../src/core/clock-moves.ts'
import type { Agency, Configuration, Government } from '../../src/core/configuration.ts'
import type { IncomingPost } from '../../src/core/post.ts'
import type { Reading } from '../../src/core/reading.ts'
import type { Role, Viewer } from '../../src/core/roles.ts'
import type { NewCase } from '../../src/ports/gathering.ts'
import type { ReceiveOptions } from '../../src/ports/posts.ts'
import type { PostThatWasRead, PostToRead } from '../../src/ports/reading.ts'
import { writeMoves } from '../../src/store/clock-book.ts'
import { createCustodyWork } from '../../src/store/custody-work.ts'
import type { Database } from '../../src/store/database.ts'
import { createDecreeWarnings } from '../../src/store/decree-warnings.ts'
import { createDeliveryWork } from '../../src/store/delivery-work.ts'
import { createEscalation } from '../../src/store/escalation.ts'
import { createGathering } from '../../src/store/gathering.ts'
import { createPollWork } from '../../src/store/poll-work.ts'
import { createPublishWork } from '../../src/store/publish-work.ts'
import { createReadingWork } from '../../src/store/reading-work.ts'
import { refreshClocks } from '../../src/store/run-clocks.ts'
import { createSearchIndex } from '../../src/store/search-index.ts'
import { createSnoozing } from '../../src/store/snoozing.ts'
import { freshDatabase } from './database.ts'

export const PROVINCE = 'pemprov-bengkulu'
export const REGENCY = 'pemkab-oki'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** For expect.poll: two cores that serve many tests at once are slow, and that is no fault. */
export const PATIENTLY = { timeout: 10_000 }

/** Runs with the wall clock, which SQL sees as well, until a test moves it on. */
const movableClock = () => {
  let ahead = 0
  return {
    now: () => new Date(Date.now() + ahead),
    pass: (ms: number) => {
      ahead += ms
    },
  }
}

export type House = Awaited<ReturnType<typeof openHouse>>

/** A database of the test's own with all stores over it and the configuration applied. */
export async function openHouse(
  configuration: Configuration = smallConfiguration(),
  clock = movableClock(),
) {
  const database = await freshDatabase()
  const ground = layGround(database.url, { secretKey: 'kunci uji', clock })
  const { connection, listener, ports } = ground
  await ports.configurations.apply(configuration, 'uji')
  const ask = async <Row extends QueryResultRow>(statement: string, values: unknown[] = []) =>
    (await connection.pool.query<Row>(statement, values)).rows
  const close = async () => {
    await ground.close()
    await database.drop()
  }
  return { ...ports, ...workOver(ground), ask, clock, close, ground, listener, url: database.url }
}

/** What works in the background, beside the ports that answer people. */
function workOver({ box, connection: { db }, ports: { clock, ids } }: Ground) {
  const links = {
    caseUrl: (id: string) => `http://uji/kasus/${id}`,
    acknowledgeUrl: (token: string) => `http://uji/acknowledge/${token}`,
    consoleUrl: 'http://uji',
  }
  return {
    custodyWork: createCustodyWork(db),
    decreeWarnings: createDecreeWarnings(db, ids, links),
    deliveryWork: createDeliveryWork(db, clock, ids, box),
    escalation: createEscalation(db, ids, links),
    gathering: createGathering(db, ids, links),
    pollWork: createPollWork(db, clock, ids, box),
    publishWork: createPublishWork(db, clock, ids, box),
    readingWork: createReadingWork(db, ids),
    searchIndex: createSearchIndex(db),
    snoozing: createSnoozing(db),
  }
}

// ------------------------------------------------------------------ configuration

export const agencyOf = (id: string, patch: Partial<Agency> = {}): Agency => ({
  id,
  name: `Dinas ${id}`,
  abbreviation: id.toUpperCase(),
  functions: [id],
  aliases: [],
  handles: [],
  escalation: ['Kepala Dinas'],
  evidence: 'uji',
  ...patch,
})

export const governmentOf = (id: string, patch: Partial<Government> = {}): Government => ({
  id,
  name: `Pemerintah ${id}`,
  level: 'province',
  regionCode: '17',
  timezone: 'Asia/Jakarta',
  zoneLabel: 'WIB',
  codePrefix: 'BKL',
  coordinator: 'kominfo',
  inspectorate: 'inspektorat',
  evidence: 'uji',
  listen: { handles: [], keywords: [], hashtags: [], exclude: [] },
  handOver: {},
  agencies: ['kominfo', 'inspektorat', 'pupr', 'dinkes'].map((agency) => agencyOf(agency)),
  region: [],
  districts: [],
  roads: [],
  landmarks: [],
  examples: [],
  sources: [],
  firstResponseMinutes: { P1: 60, P2: 240, P3: 900, P4: 2400 },
  ...patch,
})

export const smallConfiguration = (patch: Partial<Configuration> = {}): Configuration => ({
  taxonomy: {
    version: 1,
    categories: [],
    functions: {},
    external: {},
    authorityRules: {},
    slaClasses: {},
  },
  lexicon: { version: 1, words: {}, politeness: [], address: [] },
  calendars: [],
  zones: {},
  templates: [],
  governments: [
    governmentOf(PROVINCE),
    governmentOf(REGENCY, { level: 'regency', regionCode: '16.02', codePrefix: 'OKI' }),
  ],
  ...patch,
})

// ------------------------------------------------------------------ people

export interface PersonWish {
  roles: Role[]
  agencyId?: string | null
  governmentId?: string
  username?: string
}

/** A stored person as the viewer that the sessions make of them. */
export async function person(house: Pick<House, 'users'>, wish: PersonWish): Promise<Viewer> {
  const username = wish.username ?? `petugas-${randomUUID().slice(0, 8)}`
  const added = await house.users.add({
    governmentId: wish.governmentId ?? PROVINCE,
    agencyId: wish.agencyId ?? null,
    username,
    name: `Ibu ${username}`,
    roles: wish.roles,
  })
  if (added.kind === 'refused') throw new Error(`the person was refused: ${added.code}`)
  const { id, name, governmentId, agencyId, roles } = added.user
  return { userId: id, name, governmentId, agencyId, roles }
}

export const officer = (house: Pick<House, 'users'>, agencyId = 'pupr') =>
  person(house, { roles: ['desk-officer'], agencyId })

export const coordinator = (house: Pick<House, 'users'>, governmentId = PROVINCE) =>
  person(house, { roles: ['coordinator'], agencyId: 'kominfo', governmentId })

// ------------------------------------------------------------------ posts

export const incoming = (patch: Partial<IncomingPost> = {}): IncomingPost => ({
  platform: 'x',
  externalId: randomUUID(),
  text: 'Jalan di depan pasar berlubang, tolong diperbaiki.',
  author: { id: randomUUID(), handle: null },
  postedAt: new Date(),
  url: null,
  context: null,
  engagement: null,
  language: null,
  ...patch,
})

export const receiveOptions = (patch: Partial<ReceiveOptions> = {}): ReceiveOptions => ({
  governmentId: PROVINCE,
  sourceId: null,
  receivedBy: null,
  sample: false,
  history: false,
  receivedAt: new Date(),
  ...patch,
})

/** Stores posts and returns their ids in the same order. */
export async function receive(
  house: Pick<House, 'posts'>,
  posts: IncomingPost[],
  options: Partial<ReceiveOptions> = {},
): Promise<string[]> {
  const results = await house.posts.receive(posts, receiveOptions(options))
  return results.map((result) => {
    if (result.kind === 'quarantined') throw new Error(`not stored: ${result.reason}`)
    return result.postId
  })
}

const readingOf = (patch: Partial<Reading> = {}): Reading => ({
  kind: 'complaint',
  category: 'jalan.rusak',
  alternatives: ['jalan.rusak'],
  confidence: 0.9,
  routed: true,
  urgency: 'P3',
  place: null,
  authority: 'province',
  function: 'pupr',
  agency: 'pupr',
  confidential: false,
  because: ['menyebut jalan berlubang'],
  ...patch,
})

/** What the reader hands to the gathering desk for a post. */
export const asRead = (
  post: PostToRead,
  reading: Partial<Reading> = {},
  bands: string[] = [],
): PostThatWasRead => {
  const whole = readingOf(reading)
  const { kind, category, place, confidential } = whole
  const fingerprint = { signature: [], bands }
  const postedAt = post.postedAt?.getTime() ?? null
  const gatherable = { kind, category, place, confidential, fingerprint, postedAt }
  const telling = { words: [], names: [], marks: [], said: '' }
  const nothing = { areaCode: null, thread: null, sharedFrom: null, telling }
  return { post, reading: whole, gatherable: { ...gatherable, ...nothing } }
}

export const newCaseOf = (patch: Partial<NewCase> = {}): NewCase => ({
  kind: 'complaint',
  category: 'jalan.rusak',
  urgency: 'P3',
  confidential: false,
  agencyId: 'pupr',
  proposedOwner: null,
  place: null,
  placeKey: null,
  title: 'Jalan di depan pasar berlubang',
  because: ['menyebut jalan berlubang'],
  tasks: [],
  ...patch,
})

// ------------------------------------------------------------------ cases

export interface CaseWish extends Partial<NewCase> {
  governmentId?: string
  sample?: boolean
  history?: boolean
  post?: Partial<IncomingPost>
  /** When its first answer is due, instead of what the configuration says; null: it owes none. */
  dueAt?: Date | null
  /** Keys under which gathering finds it. */
  bands?: string[]
}

type CaseMaker = Pick<House, 'posts' | 'readingWork' | 'gathering' | 'clock' | 'ground'>

/** Cases with one post each, taken the whole way: received, leased, laid on the gathering desk. */
export async function casesOf(house: CaseMaker, wishes: CaseWish[]): Promise<Case[]> {
  const keyOf = (one: CaseWish) => `${one.governmentId} ${one.sample} ${one.history}`
  const opened = new Map<CaseWish, Case>()
  for (const key of new Set(wishes.map(keyOf))) {
    const alike = wishes.filter((one) => keyOf(one) === key)
    for (const [n, made] of (await openAlike(house, alike)).entries())
      opened.set(alike[n] as CaseWish, made)
  }
  return wishes.map((wish) => opened.get(wish) as Case)
}

/** In one batch, as a reader does it: of one government, and either sample or not. */
async function openAlike(house: CaseMaker, wishes: CaseWish[]): Promise<Case[]> {
  const { governmentId = PROVINCE, sample = false, history = false } = wishes[0] ?? {}
  const incomings = wishes.map(({ post }) => incoming(post))
  const postIds = await receive(house, incomings, { governmentId, sample, history })
  const { token, posts } = await house.readingWork.lease(postIds)
  const opened: Case[] = []
  await house.gathering.at(governmentId, { token, postIds }, async (desk) => {
    for (const [n, post] of posts.entries()) {
      const wish = wishes[n] as CaseWish
      const wanted = newCaseFrom(wish)
      const { kind, category, urgency, confidential, place } = wanted
      const like = { kind, category, urgency, confidential, place }
      const read = asRead(post, like, wish.bands)
      opened.push(await desk.open(read, wanted, house.clock.now()))
    }
  })
  const { db } = house.ground.connection
  return Promise.all(
    opened.map((one, n) => aimAt(db, one, (wishes[n] as CaseWish).dueAt, house.clock.now())),
  )
}

/** A deadline of the test's own: the same clock, retargeted as any other. */
const aimAt = (db: Database, about: Case, dueAt: Date | null | undefined, now: Date) => {
  if (dueAt === undefined) return about
  return db.transaction(async (tx) => {
    const { agencyId } = about
    const aim = { does: 'retarget' as const, target: { minutes: 60 } }
    const move: Omit<ClockMove, 'clock'> = dueAt
      ? { leg: 1, agencyId, at: now, ...aim, since: new Date(dueAt.getTime() - HOUR) }
      : { leg: 1, agencyId, at: now, does: 'stop', done: false }
    const triage: ClockMove[] = agencyId ? [] : [{ clock: 'triage', ...move }]
    await writeMoves(tx, about, [{ clock: 'answer', ...move }, ...triage], null)
    // at the beginning of time nothing was late: whoever looks later finds what is
    return refreshClocks(tx, about, new Date(0))
  })
}

const newCaseFrom = ({
  governmentId,
  sample,
  history,
  post,
  bands,
  dueAt,
  ...wish
}: CaseWish): NewCase => newCaseOf(wish)

export async function caseOf(house: CaseMaker, wish: CaseWish = {}): Promise<Case> {
  const [opened] = await casesOf(house, [wish])
  if (!opened) throw new Error('the case was not opened')
  return opened
}
