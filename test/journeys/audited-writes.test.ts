import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role, Viewer } from '../../src/core/roles.ts'
import { describeApi } from '../../src/http/describe-api.ts'
import { type ApiOverHouse, apiOver } from '../support/api-over-house.ts'
import { eventually } from '../support/eventually.ts'
import { CALLS, requestOf, routesOf, type Target } from '../support/route-calls.ts'
import { caseOf, type House, openHouse, PROVINCE, person } from '../support/seed.ts'
import { unzip } from '../support/unzip.ts'

let house: House
let api: ApiOverHouse
const people = new Map<Role, Viewer>()

const AGENCY: Partial<Record<Role, string>> = {
  'desk-officer': 'pupr',
  supervisor: 'pupr',
  'agency-head': 'pupr',
  inspectorate: 'inspektorat',
}
const ROLES: Role[] = ['desk-officer', 'supervisor', 'coordinator', 'inspectorate', 'administrator']

beforeAll(async () => {
  house = await openHouse()
  api = await apiOver(house)
  for (const role of ROLES)
    people.set(role, await person(house, { roles: [role], agencyId: AGENCY[role] ?? null }))
  // signed in beforehand: that is a line of its own
  for (const viewer of people.values()) await api.tokenOf(viewer)
})
afterAll(async () => {
  await api.close()
  await house.close()
})

const who = (role: Role | null | undefined): Viewer | null =>
  role === null ? null : (people.get(role ?? 'desk-officer') ?? null)

const SECRET = { url: 'https://contoh.go.id/kait', secret: 'rahasia-kait' }

/** Things of one's own, so that every write can succeed. */
const newTarget = async (): Promise<Target> => {
  const opened = await caseOf(house)
  const other = await caseOf(house)
  const [post] = await house.ask<{ id: string }>('select id from posts where case_id = $1', [
    opened.id,
  ])
  const { id: attachmentId } = await house.attachments.store({
    governmentId: PROVINCE,
    bytes: Buffer.from('x'),
    mediaType: 'image/png',
    name: 'layar.png',
  })
  await house.ask('update attachments set post_id = $1 where id = $2', [post?.id, attachmentId])
  await house.gathering.at(PROVINCE, { token: house.ids.next(), postIds: [] }, async (desk) => {
    await desk.raise(opened, { kind: 'p1', level: 'siaga', because: ['uji'] }, new Date())
    await desk.suggest(opened, [{ id: other.id, because: 'mirip', points: 1 }])
  })
  const [alert] = await house.ask<{ id: string }>('select id from alerts where case_id = $1', [
    opened.id,
  ])
  const token = randomUUID().replaceAll('-', '')
  await house.ask('update alerts set acknowledge_hash = sha256($1::bytea) where id = $2', [
    Buffer.from(token),
    alert?.id,
  ])
  const source = await house.sources.add({
    governmentId: PROVINCE,
    connector: 'rss',
    name: 'Kabar',
    enabled: false,
    intervalSeconds: 60,
    settings: {},
    secrets: { token: SECRET.secret },
  })
  const channel = await house.channels.add({
    governmentId: PROVINCE,
    kind: 'webhook',
    name: 'Kait',
    enabled: false,
    agencyId: null,
    settings: { url: SECRET.url },
    secrets: { secret: SECRET.secret },
  })
  const { userId } = await person(house, { roles: ['desk-officer'], agencyId: 'pupr' })
  return {
    caseId: opened.id,
    code: opened.code,
    version: opened.version,
    otherId: other.id,
    postId: post?.id ?? '',
    eventId: '',
    attachmentId,
    alertId: alert?.id ?? '',
    token,
    userId,
    sourceId: source.id,
    channelId: channel.id,
    answerId: randomUUID(),
    evidenceId: randomUUID(),
    offerId: randomUUID(),
    taskId: randomUUID(),
    templateId: randomUUID(),
  }
}

/** The case as the next request must know it. */
const refreshed = async (it: Target): Promise<Target> => {
  const [row] = await house.ask<{ version: number; event: string | null }>(
    `select version, (select max(id)::text from case_events
       where case_id = cases.id and type in ('merged', 'split')) as event
     from cases where id = $1`,
    [it.caseId],
  )
  return { ...it, version: row?.version ?? 0, eventId: row?.event ?? '0' }
}

const templateId = async () =>
  (await house.ask<{ id: string }>('select id from reply_templates limit 1'))[0]?.id ?? randomUUID()

/** What the steps before have made of the case: a draft, a piece of evidence, an offer, a task. */
const madeOf = async (it: Target): Promise<Target> => {
  const newest = async (table: string) => {
    const [row] = await house.ask<{ id: string }>(
      `select id from ${table} where case_id = $1 order by id desc limit 1`,
      [it.caseId],
    )
    return row?.id ?? randomUUID()
  }
  return {
    ...it,
    answerId: await newest('answers'),
    evidenceId: await newest('evidence'),
    offerId: await newest('offers'),
    taskId: await newest('tasks'),
    templateId: await templateId(),
  }
}

interface Line {
  id: string
  actor_id: string | null
  via: string
  act: string
  request_id: string | null
}

const linesAfter = (id: string) =>
  house.ask<Line>('select * from audit_entries where id > $1 order by id', [id])

const lastLine = async (): Promise<string> =>
  (await house.ask<{ id: string }>('select coalesce(max(id), 0)::text as id from audit_entries'))[0]
    ?.id ?? '0'

const call = async (route: string, it: Target) =>
  api.as(who(CALLS[route]?.as), requestOf(route, await madeOf(await refreshed(it))))

const routes = routesOf(JSON.parse(await describeApi()))
const writes = routes.filter((route) => !route.startsWith('GET ') && !CALLS[route]?.apart)

describe('every write leaves a line in the account, by whom and in which request', () => {
  it.each(writes)('%s', async (route) => {
    const row = CALLS[route]
    const it = await newTarget()
    for (const step of row?.after ?? []) {
      const done = await call(step, it)
      expect(done.statusCode, `${step}: ${done.body}`).toBeLessThan(300)
    }
    const before = await lastLine()
    const answer = await call(route, it)
    expect(answer.statusCode, answer.body).toBeLessThan(300)
    const lines = await linesAfter(before)
    if (row?.unaudited) return expect(lines).toEqual([])
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) {
      expect(line.actor_id).toBe(who(row?.as)?.userId ?? null)
      expect(line.via).toBe(row?.as === null ? 'link' : 'console')
      expect(line.request_id).toMatch(/^[0-9a-f-]{36}$/)
    }
  })

  it('every write of the program is in the table, or says why it is not', () => {
    expect(routes.filter((route) => !CALLS[route])).toEqual([])
    expect(Object.keys(CALLS).filter((route) => !routes.includes(route))).toEqual([])
  })
})

describe('people who come and go', () => {
  it('a sign-in, a failure and a sign-out are lines of the person', async () => {
    const added = await person(house, { roles: ['desk-officer'], agencyId: 'pupr' })
    const [row] = await house.ask<{ username: string }>(
      'select username from users where id = $1',
      [added.userId],
    )
    const password = 'Sandi-yang-kuat-2026'
    await house.users.setPassword(added.userId, await house.passwords.hash(password))
    const before = await lastLine()
    const signIn = (said: string) =>
      api.as(null, {
        method: 'POST',
        url: '/api/session',
        payload: { username: row?.username, password: said },
      })
    expect((await signIn('Sandi-yang-salah-2026')).statusCode).toBe(401)
    const opened = await signIn(password)
    const sid = opened.cookies.find(({ name }) => name === 'sid')?.value ?? ''
    await api.app.inject({ method: 'DELETE', url: '/api/session', cookies: { sid } })
    const lines = await linesAfter(before)
    expect(lines.map(({ act }) => act)).toEqual([
      'user.sign-in-failed',
      'user.signed-in',
      'user.signed-out',
    ])
    expect(lines.map(({ actor_id }) => actor_id)).toEqual([null, added.userId, added.userId])
  })

  it('what was typed for a name is not kept: it may be somebody’s password', async () => {
    const before = await lastLine()
    const payload = { username: 'kata-sandi-saya', password: 'x' }
    await api.as(null, { method: 'POST', url: '/api/session', payload })
    expect(JSON.stringify(await linesAfter(before))).not.toContain('kata-sandi-saya')
  })

  it('a password that is set by a link is a line without the password', async () => {
    const admin = who('administrator')
    const invited = await api.as(admin, requestOf('POST /api/users', await newTarget()))
    const token = String(invited.json().link).split('/').at(-1)
    const before = await lastLine()
    const payload = { token, password: 'Sandi-yang-baru-2026' }
    const set = await api.as(null, { method: 'POST', url: '/api/password', payload })
    expect(set.statusCode, set.body).toBe(200)
    const lines = await linesAfter(before)
    expect(lines).toMatchObject([{ act: 'user.password-set', via: 'link' }])
    expect(JSON.stringify(lines)).not.toMatch(/Sandi-yang-baru|argon2/)
  })
})

describe('reading what citizens wrote', () => {
  it.each([
    ['GET /api/cases/{id}', 'case:'],
    ['GET /api/attachments/{id}', 'case:'],
  ])('%s leaves one line: who, and which case', async (route, subject) => {
    const it = await newTarget()
    const before = await lastLine()
    expect((await call(route, it)).statusCode).toBe(200)
    expect(await linesAfter(before)).toMatchObject([
      { act: 'post.read', subject: subject + it.caseId, actor_id: who('desk-officer')?.userId },
    ])
  })

  it('taking a list out of the house leaves a line', async () => {
    const before = await lastLine()
    await call('GET /api/cases.csv', await newTarget())
    const lines = await linesAfter(before)
    expect(lines.filter(({ act }) => act === 'cases.exported')).toHaveLength(1)
  })
})

describe('what the account does not hold', () => {
  it('no secret of a source or a channel, and no key in an address', async () => {
    await call('POST /api/channels', await newTarget())
    const all = JSON.stringify(await linesAfter('0'))
    expect(all).not.toContain(SECRET.secret)
    expect(all).not.toContain('jangan-bocor')
    expect(all).not.toContain('Jalan di depan pasar berlubang, tolong')
  })
})

describe('the inspectorate', () => {
  it('AC-000-6: an export carries the SHA-256 of each of its files and the end of the chain', async () => {
    await eventually(
      () => house.audit.seal(new Date()),
      (sealed) => sealed > 0,
    )
    const asked = requestOf('GET /api/audit/export', await newTarget())
    const answer = await api.as(who('inspectorate'), asked)
    const files = unzip(answer.rawPayload)
    const manifest = files.get('manifest.sha256') ?? ''
    const named = [...manifest.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)]
    expect(named.map(([, , name]) => name)).toEqual(['audit.jsonl', 'ujung-rantai.txt'])
    for (const [, sum, name = ''] of named)
      expect(
        createHash('sha256')
          .update(files.get(name) ?? '')
          .digest('hex'),
      ).toBe(sum)
    const lines = (files.get('audit.jsonl') ?? '').trim().split('\n')
    const [counted] = await house.ask<{ n: number }>(
      `select count(*)::int as n from audit_entries
       where act <> 'audit.exported' and (government_id = $1 or government_id is null)`,
      [PROVINCE],
    )
    expect(lines).toHaveLength(counted?.n ?? 0)
    const { head } = await house.audit.standing()
    expect(files.get('ujung-rantai.txt')).toBe(`${head?.seal}:${head?.hash}\n`)
  })

  it('a period that ends before it begins is refused, not exported empty', async () => {
    const before = await lastLine()
    const url = '/api/audit/export?from=2026-11-20T00:00:00.000Z&to=2026-11-01T00:00:00.000Z'
    const answer = await api.as(who('inspectorate'), { url })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().detail).toBe('Awal masa terletak sesudah akhirnya. Tukar kedua waktunya.')
    expect((await linesAfter(before)).map(({ act }) => act)).not.toContain('audit.exported')
  })

  it('an export is itself a line in the account', async () => {
    const before = await lastLine()
    await call('GET /api/audit/export', await newTarget())
    const acts = (await linesAfter(before)).map(({ act }) => act)
    expect(acts).toContain('audit.exported')
  })

  it('reads who did what, with before and after, and finds it by person, act and thing', async () => {
    const it = await newTarget()
    await call('POST /api/cases/{id}/claim', it)
    const ani = who('desk-officer')
    const asked = `/api/audit?actor=${ani?.userId}&act=case.claimed&subject=case:${it.caseId}`
    const { items, open } = (await api.as(who('inspectorate'), { url: asked })).json()
    expect(items).toMatchObject([
      {
        actor: { userId: ani?.userId, name: ani?.name },
        via: 'console',
        before: { state: 'referred' },
        after: { state: 'accepted' },
      },
    ])
    expect(open).toBeGreaterThan(0)
  })

  it('turns the pages without losing or doubling a line', async () => {
    const inspector = who('inspectorate')
    const found: string[] = []
    let cursor: string | null = ''
    const at = new Date().toISOString()
    while (cursor !== null) {
      const more: string = cursor ? `&cursor=${cursor}` : ''
      const page = (await api.as(inspector, { url: `/api/audit?limit=7&to=${at}${more}` })).json()
      found.push(...page.items.map(({ id }: { id: string }) => id))
      cursor = page.next
    }
    expect(new Set(found).size).toBe(found.length)
    const sorted = found.toSorted((a, b) => Number(b) - Number(a))
    expect(found).toEqual(sorted)
  })
})
