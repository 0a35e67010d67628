import { describe, expect, it } from 'vitest'
import { startApp } from './app-under-test.ts'
import { aCase, CASE_ID, tokenOf } from './fake-ports.ts'

const claim = {
  method: 'POST',
  url: `/api/cases/${CASE_ID}/claim`,
  payload: { version: 3 },
} as const

describe('a write from another site is refused', () => {
  it.each([
    [{ origin: 'https://jahat.example' }],
    [{ origin: 'null' }],
    [{ origin: 'http://sub.localhost:3000' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site', origin: 'http://localhost:3000' }],
  ])('%j', async (headers) => {
    const { as, house } = await startApp()
    const answer = await as('desk-officer', { ...claim, headers })
    expect(answer.statusCode).toBe(403)
    expect(house.asked).toEqual([])
  })

  it.each([
    [{}],
    [{ origin: 'http://localhost:3000' }],
    [{ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' }],
    // Opened by the machine's address on the LAN instead of by its name.
    [{ origin: 'http://192.168.1.20:3000', host: '192.168.1.20:3000' }],
  ])('but not from our own page: %j', async (headers) => {
    const { as } = await startApp()
    expect((await as('desk-officer', { ...claim, headers })).statusCode).toBe(200)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'a form as %s is no JSON',
    async (type) => {
      const { as, house } = await startApp()
      const payload = '{"version":3}'
      const answer = await as('desk-officer', {
        ...claim,
        payload,
        headers: { 'content-type': type },
      })
      expect(answer.statusCode).toBe(415)
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(house.asked).toEqual([])
    },
  )
})

describe('two officers', () => {
  it('a stale version is told what the case has become', async () => {
    const { as } = await startApp()
    const answer = await as('desk-officer', { ...claim, payload: { version: 2 } })
    expect(answer.statusCode).toBe(409)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({ code: 'stale-version', current: { version: 3 } })
  })

  it('who holds a case is named, and whether it is oneself', async () => {
    const { as, house } = await startApp()
    const until = new Date('2026-03-02T03:01:00Z')
    const rani = { userId: '01900000-0000-7000-8000-0000000000bb', name: 'Rani', until }
    house.stored.set(CASE_ID, aCase({ claim: rani }))
    const answer = await as('desk-officer', claim)
    expect(answer.json()).toMatchObject({
      code: 'claimed-by-other',
      current: { claim: { name: 'Rani', mine: false } },
    })
    expect(answer.body).not.toContain(rani.userId)
  })

  it('the inspectorate sees the case of an agency but does not work on it', async () => {
    const { as, house } = await startApp()
    expect((await as('inspectorate', claim)).json().code).toBe('no-right')
    expect(house.asked).toEqual([])
  })
})

describe('the same key twice', () => {
  const keyed = { ...claim, headers: { 'idempotency-key': 'kunci-0001' } }

  it('does the work once and answers twice alike', async () => {
    const { as, house } = await startApp()
    const first = await as('desk-officer', keyed)
    const second = await as('desk-officer', keyed)
    expect(second.statusCode).toBe(200)
    expect(second.body).toBe(first.body)
    expect(second.headers['idempotent-replay']).toBe('true')
    expect(house.asked).toEqual(['claimed'])
  })

  it('answers a refusal again as a problem', async () => {
    const { as } = await startApp()
    const stale = { ...keyed, payload: { version: 1 } }
    const [first, second] = [await as('desk-officer', stale), await as('desk-officer', stale)]
    expect(second.body).toBe(first.body)
    expect(second.headers['content-type']).toContain('application/problem+json')
  })

  it('with another body it is refused', async () => {
    const { as } = await startApp()
    await as('desk-officer', keyed)
    const answer = await as('desk-officer', { ...keyed, payload: { version: 4 } })
    expect(answer.statusCode).toBe(422)
  })

  it('while the first is still at work it is told to wait', async () => {
    const { as, house } = await startApp()
    const body = { version: 3 }
    const { createHash } = await import('node:crypto')
    const hash = createHash('sha256')
      .update(`POST ${claim.url}\n${JSON.stringify(body)}`)
      .digest('hex')
    await house.ports.idempotency.begin('01900000-0000-7000-8000-00000000000a', 'kunci-0001', hash)
    const answer = await as('desk-officer', keyed)
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'busy'])
  })

  it('a secret that was shown once is not shown by a replay', async () => {
    const { as } = await startApp()
    const request = {
      method: 'POST',
      url: '/api/channels',
      headers: { 'idempotency-key': 'kunci-0002' },
      payload: {
        kind: 'webhook',
        name: 'Pusat kendali',
        enabled: true,
        agencyId: null,
        settings: { url: 'https://pusat.example.id/kait' },
      },
    } as const
    const [first, second] = [await as('administrator', request), await as('administrator', request)]
    expect(first.json().secret).toHaveLength(43)
    expect(second.json()).toEqual({ ...first.json(), secret: null })
  })

  it.each(['pendek', 'x'.repeat(101), 'dengan spasi'])('a key like %j is refused', async (key) => {
    const { as } = await startApp()
    const answer = await as('desk-officer', { ...claim, headers: { 'idempotency-key': key } })
    expect(answer.statusCode).toBe(400)
  })
})

describe('signing in', () => {
  const signIn = (password: string, username = 'petugas') =>
    ({ method: 'POST', url: '/api/session', payload: { username, password } }) as const

  it('gives a cookie that no script can read, and says who one is', async () => {
    const { app } = await startApp({ alone: true })
    const answer = await app.inject(signIn('Rahasia-12345'))
    expect(answer.json()).toMatchObject({
      user: { username: 'petugas' },
      agency: { id: 'dinas-pu' },
    })
    expect(answer.headers['set-cookie']).toBe(
      `sid=${tokenOf('desk-officer')}; Path=/; HttpOnly; SameSite=Lax`,
    )
  })

  it('over https the cookie is bound to the host', async () => {
    const { app } = await startApp({ settings: { secureCookies: true } })
    const answer = await app.inject(signIn('Rahasia-12345'))
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-sid=[\w-]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(answer.headers['strict-transport-security']).toContain('max-age')
  })

  it('says the same for a wrong password and an unknown name', async () => {
    const { app } = await startApp({ alone: true })
    const wrong = await app.inject(signIn('salah'))
    const unknown = await app.inject(signIn('salah', 'siapa'))
    expect(wrong.statusCode).toBe(401)
    expect(unknown.body).toBe(wrong.body)
  })

  it('after eight wrong guesses even the right one must wait', async () => {
    const { app } = await startApp({ alone: true })
    for (let guess = 0; guess < 8; guess++) await app.inject(signIn(`salah-${guess}`))
    const answer = await app.inject(signIn('Rahasia-12345'))
    expect([answer.statusCode, answer.json().code]).toEqual([429, 'too-many-attempts'])
    const other = await app.inject({ ...signIn('Rahasia-12345'), remoteAddress: '10.0.0.9' })
    expect(other.statusCode).toBe(200)
  })

  it('one address does not get to try many names', async () => {
    const { app } = await startApp({ alone: true })
    const codes = new Set<number>()
    for (let guess = 0; guess < 70; guess++)
      codes.add((await app.inject(signIn('salah', `nama-${guess}`))).statusCode)
    expect(codes).toContain(429)
  })

  it('ends the session that was there before', async () => {
    const { app, house } = await startApp({ alone: true })
    await app.inject({ ...signIn('Rahasia-12345'), cookies: { sid: tokenOf('leader') } })
    expect(house.asked).toContain('session closed')
  })

  it('signing out forgets the cookie, and is never an error', async () => {
    const { app } = await startApp({ alone: true })
    const answer = await app.inject({ method: 'DELETE', url: '/api/session' })
    expect(answer.statusCode).toBe(204)
    expect(answer.headers['set-cookie']).toContain('sid=; ')
  })
})

it('a fault of ours says nothing of itself', async () => {
  const { as } = await startApp()
  const answer = await as('administrator', {
    method: 'POST',
    url: '/api/sources',
    payload: { connector: 'rss', name: 'Berita', enabled: true, intervalSeconds: 60, settings: {} },
  })
  expect(answer.statusCode).toBe(500)
  expect(answer.json()).toMatchObject({ code: 'internal', status: 500 })
  expect(answer.body).not.toMatch(/SQL|insert|sources failed|\.ts/)
})
