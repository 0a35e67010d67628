/**
 * Confidential cases (integrity, violence) are hidden from the accused agency, from every other one
 * and from other governments: on every route there is. A new route is swept by itself, and fails
 * here until test/support/route-calls.ts says how to call it.
 */
import { randomUUID } from 'node:crypto'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mergeCases } from '../../src/actions/merge-cases.ts'
import type { Case } from '../../src/core/case.ts'
import * as rules from '../../src/core/case-rules.ts'
import { ROLES, type Role, type Viewer } from '../../src/core/roles.ts'
import { describeApi } from '../../src/http/describe-api.ts'
import { type ApiOverHouse, apiOver } from '../support/api-over-house.ts'
import { listenLive } from '../support/event-line.ts'
import { eventually } from '../support/eventually.ts'
import { CALLS, requestOf, routesOf, type Target } from '../support/route-calls.ts'
import { caseOf, type House, openHouse, PROVINCE, person, REGENCY } from '../support/seed.ts'

/** Words that stand in a hidden case and nowhere else. */
const CANARIES = [
  'kenaripungli',
  'kenarikekerasan',
  'kenariloket',
  'kenarilama',
  'kenarigabung',
] as const
type Canary = (typeof CANARIES)[number]

interface Hidden extends Target {
  canary: Canary
  agencyId: string | null
}

let house: House
let api: ApiOverHouse
let hidden: Hidden[]
/** A case that the roads agency has, of the same category and place. */
let own: Case
let nobodys: Target
let inspector: Viewer
let channelIds: string[]
const people: { who: string; viewer: Viewer }[] = []

const routes = routesOf(JSON.parse(await describeApi()))

const CATEGORY = 'jalan.rusak'
const PLACE = { name: 'Jalan Pasar', level: 'road' as const, code: null, ambiguous: false }

beforeAll(async () => {
  house = await openHouse()
  api = await apiOver(house)
  await addPeople()
  channelIds = await addChannels()
  own = await caseOf(house, { category: CATEGORY, place: PLACE, placeKey: 'pasar', bands: ['k1'] })
  hidden = [
    await hide('kenaripungli', 'inspektorat', 'gov.pungli'),
    await hide('kenarikekerasan', 'dinkes', 'sos.kekerasan_anak_perempuan'),
    await hide('kenariloket', null, 'gov.korupsi'),
    await hide('kenarilama', 'inspektorat', CATEGORY),
    await mergeAndHide('kenarigabung'),
  ]
  await workOnFirst()
  await resolveLast()
  nobodys = emptyTarget()
}, 120_000)
afterAll(async () => {
  await api.close()
  await house.close()
})

const addPeople = async () => {
  const add = async (role: Role, agencyId: string | null, governmentId = PROVINCE) => {
    const viewer = await person(house, { roles: [role], agencyId, governmentId })
    people.push({ who: `${role} ${agencyId ?? '-'} ${governmentId}`, viewer })
    return viewer
  }
  const ofAgency: Role[] = ['desk-officer', 'supervisor', 'agency-head']
  for (const agencyId of ['pupr', 'dinkes']) for (const role of ofAgency) await add(role, agencyId)
  for (const role of ROLES.filter((one) => !ofAgency.includes(one) && one !== 'inspectorate'))
    await add(role, null)
  inspector = await add('inspectorate', 'inspektorat')
  for (const role of ROLES) await add(role, role === 'leader' ? null : 'pupr', REGENCY)
}

const addChannels = async (): Promise<string[]> => {
  const ids: string[] = []
  for (const agencyId of ['pupr', null]) {
    const settings = { url: 'https://contoh.go.id/kait' }
    const plain = { governmentId: PROVINCE, kind: 'webhook' as const, enabled: true, secrets: {} }
    ids.push((await house.channels.add({ ...plain, name: 'Kait', agencyId, settings })).id)
  }
  return ids
}

const hide = async (canary: Canary, agencyId: string | null, category: string): Promise<Hidden> => {
  const { id: attachmentId } = await house.attachments.store({
    governmentId: PROVINCE,
    bytes: Buffer.from(canary),
    mediaType: 'image/png',
    name: `${canary}.png`,
  })
  const opened = await caseOf(house, {
    agencyId,
    category,
    confidential: true,
    urgency: 'P1',
    title: `${canary} di pasar`,
    because: [canary],
    place: { ...PLACE, name: canary },
    placeKey: 'pasar',
    bands: ['k1'],
    dueAt: new Date(Date.now() - 60_000),
    post: { text: `${canary} lapor`, context: { attachmentId } },
  })
  await ring(opened, canary)
  const [found] = await house.ask<{ post: string; alert: string; event: string }>(
    `select p.id as post, a.id as alert,
       (select max(id)::text from case_events where case_id = $1) as event
     from posts p join alerts a on a.case_id = p.case_id where p.case_id = $1`,
    [opened.id],
  )
  return {
    ...emptyTarget(),
    canary,
    agencyId,
    caseId: opened.id,
    code: opened.code,
    version: opened.version,
    otherId: opened.id,
    postId: found?.post ?? '',
    eventId: found?.event ?? '',
    attachmentId,
    alertId: found?.alert ?? '',
  }
}

/** The roads agency had it and put it into another one of its own, which was hidden after that. */
const mergeAndHide = async (canary: Canary): Promise<Hidden> => {
  const officer = people.find(({ viewer }) => viewer.agencyId === 'pupr')?.viewer as Viewer
  const like = { category: CATEGORY, place: PLACE, placeKey: 'pasar', bands: ['k1'] }
  const from = await caseOf(house, {
    ...{ ...like, title: `${canary} di pasar`, because: [canary] },
    post: { text: `${canary} lapor` },
  })
  const into = await caseOf(house, like)
  const found = await house.ask<{ id: string }>('select id from posts where case_id = $1', [
    from.id,
  ])
  const seen = (of: Case) => ({ caseId: of.id, version: null })
  await mergeCases(house, officer, { into: seen(into), from: seen(from) })
  await house.ask("update cases set confidential = true, agency_id = 'inspektorat' where id = $1", [
    into.id,
  ])
  const target = { ...emptyTarget(), caseId: from.id, code: from.code, otherId: from.id }
  return { ...target, canary, agencyId: 'inspektorat', postId: found[0]?.id ?? '' }
}

/** It rings, is late, and is believed to be the same as a case that everybody may see. */
const ring = async (about: Case, canary: string) => {
  const alert = { kind: 'p1' as const, level: 'siaga' as const, because: [canary] }
  await house.gathering.at(PROVINCE, { token: house.ids.next(), postIds: [] }, async (desk) => {
    await desk.raise(about, alert, new Date())
    await desk.suggest(own, [{ id: about.id, because: canary, points: 3 }])
  })
}

/** What its owner has written and laid beside it: an answer, a letter, a task. */
const workOnFirst = async () => {
  const [first] = hidden as [Hidden]
  const ask = async (route: string, payload: object) => {
    const it = { method: 'POST' as const, url: `/api/cases/${first.caseId}/${route}`, payload }
    const done = await api.as(inspector, it)
    if (done.statusCode >= 300) throw new Error(`${route}: ${done.body}`)
  }
  const text = `${first.canary} kami periksa hari Jumat di loket dua bersama saksi.`
  await ask('answers', { kind: 'interim', text })
  await ask('evidence', { kind: 'letter', letterNumber: first.canary, note: first.canary })
  const [row] = await house.ask<{ answer: string; evidence: string; version: number }>(
    `select (select id from answers where case_id = $1) as answer,
       (select id from evidence where case_id = $1) as evidence, version
     from cases where id = $1`,
    [first.caseId],
  )
  hidden[0] = {
    ...first,
    version: row?.version ?? 1,
    answerId: row?.answer ?? '',
    evidenceId: row?.evidence ?? '',
  }
}

/** A solved one, so that "similar cases" has something to keep to itself. */
const resolveLast = async () => {
  const { caseId, canary } = hidden.at(-1) as Hidden
  const work = (rule: (current: Case, now: Date) => ReturnType<typeof rules.claim>) =>
    house.cases.change(inspector, caseId, null, (current) => rule(current, house.clock.now()))
  await work((current, now) =>
    rules.followUp(current, inspector, now, { type: 'field', text: canary }),
  )
  const said = { text: canary, privateReason: canary, evidence: 0, evidenceReason: canary }
  await work((current, now) => rules.resolve(current, inspector, now, said))
}

const emptyTarget = (): Target => ({
  caseId: randomUUID(),
  code: 'BKL-2222222',
  version: 1,
  otherId: randomUUID(),
  postId: randomUUID(),
  eventId: '999999999',
  attachmentId: randomUUID(),
  alertId: randomUUID(),
  token: randomUUID().replaceAll('-', ''),
  userId: randomUUID(),
  sourceId: randomUUID(),
  channelId: randomUUID(),
  answerId: randomUUID(),
  evidenceId: randomUUID(),
  offerId: randomUUID(),
  taskId: randomUUID(),
  templateId: randomUUID(),
})

/** Its own agency's people, and the coordinator as long as nobody owns it; written by hand. */
const maySee = ({ roles, agencyId, governmentId }: Viewer, target: Hidden): boolean => {
  if (governmentId !== PROVINCE || roles.includes('administrator')) return false
  if (target.agencyId === null) return roles.includes('coordinator')
  return target.agencyId === agencyId
}

/** What must not stand in anything that is said to the viewer. */
const secretsFor = (viewer: Viewer | null): string[] =>
  hidden
    .filter((target) => !viewer || !maySee(viewer, target))
    .flatMap(({ canary, caseId, code, postId, attachmentId, alertId }) => [
      canary,
      caseId,
      code,
      postId,
      attachmentId,
      alertId,
    ])

const expectSilence = (text: string, viewer: Viewer | null, where: string) => {
  const told = secretsFor(viewer)
    .filter((secret) => text.includes(secret))
    .map((secret) => text.slice(text.indexOf(secret) - 200, text.indexOf(secret) + 60))
  expect(told, where).toEqual([])
}

const toldBy = ({ rawPayload, headers }: LightMyRequestResponse): string =>
  `${JSON.stringify(headers)}\n${rawPayload.toString('utf8')}`

const swept = routes.filter((route) => !['GET /api/events'].includes(route))

/** Whoever signs out or in by this table would be somebody else afterwards. */
const asks = (viewer: Viewer, route: string) => (CALLS[route]?.as === null ? null : viewer)

const NO = [400, 401, 403, 404, 410]

describe('every route of the program', () => {
  it('is in the table of calls', () => {
    expect(routes.filter((route) => !CALLS[route])).toEqual([])
  })

  /** What is said of each hidden thing is what is said of one that never was. */
  const sweepAs = async (route: string, who: string, viewer: Viewer) => {
    const unseen = hidden.filter((target) => !maySee(viewer, target))
    const names = /\{(id|code)\}/.test(route)
    const never = names ? await api.as(asks(viewer, route), requestOf(route, nobodys)) : null
    for (const target of names ? unseen : unseen.slice(0, 1)) {
      const { otherId } = nobodys
      const there = await api.as(asks(viewer, route), requestOf(route, { ...target, otherId }))
      const where = `${route} as ${who} about ${target.canary}`
      expectSilence(toldBy(there), viewer, where)
      if (never) expectTheSame(route, there, never, where)
    }
  }

  const expectTheSame = (
    route: string,
    there: LightMyRequestResponse,
    never: LightMyRequestResponse,
    where: string,
  ) => {
    expect([there.statusCode, there.body], where).toEqual([never.statusCode, never.body])
    // 403 says that the role may not knock at all, never that this door hides something
    if (!CALLS[route]?.ofOnesOwn) expect(NO).toContain(there.statusCode)
  }

  it.each(swept)(
    '%s tells nobody of a hidden case, nor that there is one',
    async (route) => {
      await Promise.all(people.map(({ who, viewer }) => sweepAs(route, who, viewer)))
    },
    60_000,
  )

  it.each(swept.filter((route) => CALLS[route]?.refers))(
    '%s of one’s own case with a hidden one is answered as with one that never was',
    async (route) => {
      const mine = people.filter(
        ({ viewer }) => viewer.governmentId === PROVINCE && viewer.agencyId === 'pupr',
      )
      for (const { who, viewer } of mine)
        for (const target of hidden) {
          const at = { caseId: own.id, version: own.version }
          const there = await api.as(viewer, requestOf(route, { ...target, ...at }))
          const never = await api.as(viewer, requestOf(route, { ...nobodys, ...at }))
          expectSilence(toldBy(there), viewer, `${route} as ${who}`)
          expect([there.statusCode, there.body]).toEqual([never.statusCode, never.body])
        }
    },
  )
})

describe('ways in that a table of routes does not show', () => {
  const SEARCHES = (target: Hidden): InjectOptions[] =>
    ['all', 'ended', 'agency', 'late', 'triage'].flatMap((queue) =>
      [target.canary, target.code, target.canary.slice(0, 8)].map((q) => ({
        url: `/api/cases?queue=${queue}&q=${q}`,
      })),
    )

  it('a search by a word or a code of it finds nothing', async () => {
    for (const { who, viewer } of people)
      for (const request of hidden.filter((one) => !maySee(viewer, one)).flatMap(SEARCHES)) {
        const answer = await api.as(viewer, request)
        if (answer.statusCode === 200) expect(answer.json().items, who).toEqual([])
        expectSilence(toldBy(answer), viewer, `${request.url} as ${who}`)
      }
  }, 120_000)

  it('a filter by its agency, its category or its urgency finds nothing, and no CSV holds it', async () => {
    const filters = [
      'agency=inspektorat',
      'category=gov.pungli',
      'category=sos.kekerasan_anak_perempuan',
      'urgency=P1',
    ]
    const urls = filters.flatMap((filter) =>
      ['/api/cases', '/api/cases.csv'].flatMap((path) =>
        ['all', 'ended'].map((queue) => `${path}?queue=${queue}&${filter}`),
      ),
    )
    for (const { who, viewer } of people)
      for (const url of urls) {
        const answer = await api.as(viewer, { url })
        expectSilence(toldBy(answer), viewer, `${url} as ${who}`)
      }
  }, 60_000)

  it('the count of a queue is the length of the list that its reader sees', async () => {
    for (const { viewer } of people) {
      const counted = await api.as(viewer, { url: '/api/queues' })
      if (counted.statusCode !== 200) continue
      for (const { name, count } of counted.json().queues) {
        const list = await api.as(viewer, { url: `/api/cases?queue=${name}&limit=100` })
        expect(list.json().items).toHaveLength(count)
      }
    }
  })

  it('the case that is believed to be the same names no hidden one, neither do similar ones', async () => {
    const officer = people.find(({ viewer }) => viewer.agencyId === 'pupr')?.viewer as Viewer
    const [post] = await house.ask<{ id: string }>('select id from posts where case_id = $1', [
      own.id,
    ])
    const said = await api.as(officer, { url: `/api/cases/${own.id}` })
    expect(said.json().suggestions).toEqual([])
    expectSilence(toldBy(said), officer, 'suggestions')
    expect(await house.cases.similar(officer, own.id)).toEqual([])
    expect(await house.posts.toExplain(officer, post?.id ?? '')).not.toBeNull()
  })

  it('a line of live changes says nothing of what is done to it', async () => {
    const url = await api.app.listen({ port: 0, host: '127.0.0.1' })
    const tokens = await Promise.all(people.map(({ viewer }) => api.tokenOf(viewer)))
    const mayHear = people.map(({ viewer }) => viewer.roles.every((one) => one !== 'administrator'))
    const lines = await Promise.all(
      tokens.map((sid, at) =>
        mayHear[at] ? listenLive(url, { cookie: () => `sid=${sid}` }, '0-0') : null,
      ),
    )
    const [target] = hidden as [Hidden]
    await house.cases.change(inspector, target.caseId, null, (current) =>
      rules.note(current, `${target.canary} catatan`),
    )
    const hears = people.findIndex(({ viewer }) => viewer === inspector)
    await eventually(
      async () => lines[hears]?.typesOf(target.caseId) ?? [],
      (types) => types.includes('noted'),
    )
    for (const [at, line] of lines.entries()) {
      const { who, viewer } = people[at] as (typeof people)[number]
      expectSilence(JSON.stringify(line?.heard ?? []), viewer, `events to ${who}`)
      line?.hangUp()
    }
  }, 30_000)
})

describe('what leaves the house', () => {
  it('no message lies in the outbox of a channel of another agency or of everybody', async () => {
    const rows = await house.ask('select * from deliveries where channel_id = any($1)', [
      channelIds,
    ])
    expectSilence(JSON.stringify(rows), null, 'deliveries')
  })

  it('the metrics and the health page know numbers, no case', async () => {
    for (const url of ['/metrics', '/health/ready'])
      expectSilence(toldBy(await api.as(null, { url })), null, url)
  })

  it('the log names no case and repeats no word', () => {
    expect(api.logged.length).toBeGreaterThan(100)
    expectSilence(api.logged.join('\n'), null, 'log')
  })
})

it('the sweep is not blind: whoever may see a hidden case is told of it', async () => {
  const told = await api.as(inspector, { url: `/api/cases/${hidden[0]?.caseId}` })
  expect(told.statusCode).toBe(200)
  expect(told.body).toContain('kenaripungli')
})
