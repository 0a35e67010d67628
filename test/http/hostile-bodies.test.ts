import { describe, expect, it } from 'vitest'
import { startApp } from './app-under-test.ts'
import { CASE_ID } from './fake-ports.ts'

const note = (payload: string) =>
  ({
    method: 'POST',
    url: `/api/cases/${CASE_ID}/note`,
    payload,
    headers: { 'content-type': 'application/json' },
  }) as const

/** What a border must turn away, as bytes. */
const BODIES: [why: string, body: string][] = [
  ['nothing at all', ''],
  ['null', 'null'],
  ['a list', '[]'],
  ['broken JSON', '{"text":'],
  ['a forged field', '{"text":"a","role":"administrator"}'],
  ['a forged owner', '{"text":"a","governmentId":"lain"}'],
  ['a number for a text', '{"text":1}'],
  ['a list for a text', '{"text":["a"]}'],
  ['an operator for a text', '{"text":{"$gt":""}}'],
  ['a text for a number', '{"text":"a","version":"3"}'],
  ['true for a number', '{"text":"a","version":true}'],
  ['null for a number', '{"text":"a","version":null}'],
  ['half a version', '{"text":"a","version":1.5}'],
  ['a version out of bounds', '{"text":"a","version":1e400}'],
  ['a negative version', '{"text":"a","version":-1}'],
  ['an empty text', '{"text":""}'],
  ['blanks only', '{"text":" \\u00a0\\n\\t"}'],
  ['invisible signs only', '{"text":"\\u200b\\ufeff\\u2060"}'],
  ['NUL inside', '{"text":"a\\u0000b"}'],
  ['a lone high surrogate', '{"text":"a\\ud800b"}'],
  ['a lone low surrogate', '{"text":"a\\udc00"}'],
  ['a prototype', '{"text":"a","__proto__":{"admin":true}}'],
  ['a constructor', '{"text":"a","constructor":{"prototype":{"admin":true}}}'],
  ['a long text', JSON.stringify({ text: 'a'.repeat(5_001) })],
  ['a body over 64 KB', JSON.stringify({ text: 'a'.repeat(70_000) })],
  ['a deep body', `{"text":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
  ['many keys', `{${Array.from({ length: 5_000 }, (_, n) => `"k${n}":1`).join(',')}}`],
]

describe('a body is refused, and nothing is done', () => {
  it.each(BODIES)('%s', async (_why, body) => {
    const { as, house } = await startApp()
    const answer = await as('desk-officer', note(body))
    expect([400, 413]).toContain(answer.statusCode)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.body).not.toMatch(/stack|node_modules|at Object/)
    expect(house.asked).toEqual([])
  })

  it('emoji and marks of every script are no fault', async () => {
    const { as, house } = await startApp()
    const text = 'Jalan rusak 😡🏽 <script>alert(1)</script> ꦗꦭꦤ꧀ =1+1'
    expect((await as('desk-officer', note(JSON.stringify({ text })))).statusCode).toBe(200)
    expect(house.asked).toEqual(['noted'])
  })

  it('the field is named, its value is not repeated', async () => {
    const { as } = await startApp()
    const unknown = await as('desk-officer', note('{"text":"a","role":"rahasia-sekali"}'))
    expect(unknown.json().detail).toBe('Isian yang tidak dikenal: role.')
    expect(unknown.body).not.toContain('rahasia-sekali')
    const missing = await as('desk-officer', note('{}'))
    expect(missing.json()).toMatchObject({ detail: 'Isian yang kurang: teks.', field: 'text' })
  })
})

describe('an address is refused', () => {
  it.each([
    '/api/cases',
    '/api/cases?queue=agency&limit=0',
    '/api/cases?queue=agency&limit=101',
    '/api/cases?queue=agency&limit=1e1',
    '/api/cases?queue=agency&limit=0x10',
    '/api/cases?queue=agency&limit=5&limit=6',
    '/api/cases?queue=agency&limit=',
    '/api/cases?queue=semua',
    '/api/cases?queue=agency&queue=all',
    '/api/cases?queue=agency&role=administrator',
    '/api/cases?queue=agency&__proto__[x]=1',
    '/api/cases?queue=agency&q=%00',
    `/api/cases?queue=agency&q=${'a'.repeat(201)}`,
    '/api/cases?queue=agency&cursor=%27%20or%201=1',
    '/api/cases?queue=agency&sort=constructor',
    '/api/cases/1790000000000000123',
    `/api/cases/${CASE_ID.toUpperCase().replace('0190', 'ABCD')}`,
    `/api/cases/${CASE_ID}%00`,
    '/api/cases/..%2fusers',
    '/api/queues?x=1',
    '/api/alerts?open=ya',
    '/api/%zz',
  ])('%s', async (url) => {
    const { as, house } = await startApp()
    const answer = await as('desk-officer', { url })
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(house.asked).toEqual([])
  })

  it.each(['//api/me', '/API/me', '/api/me/', '/%61pi/../api/users', '/api/..;/me'])(
    '%s leads nowhere else',
    async (url) => {
      const { app } = await startApp()
      expect([400, 401, 404]).toContain((await app.inject({ url })).statusCode)
    },
  )
})

describe('an answer that is recorded', () => {
  const answered = (over: object) => ({
    method: 'POST' as const,
    url: `/api/cases/${CASE_ID}/answer`,
    payload: {
      version: 3,
      text: 'Lubang di depan pasar ditambal regu kami Senin, 2 Maret pukul 08.00 WIB.',
      url: null,
      final: false,
      ...over,
    },
  })

  it.each([
    ['2026-13-01T00:00:00Z'],
    ['2026-02-30T00:00:00Z'],
    ['0000-00-00T00:00:00Z'],
    ['+275760-09-13T00:00:00Z'],
    ['kemarin'],
    ['2027-01-01T00:00:00Z'],
    ['1970-01-01T00:00:00Z'],
    // Before the citizen asked: a clock that was turned back.
    ['2026-02-28T00:00:00Z'],
  ])('at %s is refused', async (answeredAt) => {
    const { as, house } = await startApp()
    expect((await as('desk-officer', answered({ answeredAt }))).statusCode).toBe(400)
    expect(house.asked).toEqual([])
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//x',
    'https://x"onfocus=alert(1)',
    'https://a b',
  ])('with the link %s is refused', async (url) => {
    const { as } = await startApp()
    expect((await as('desk-officer', answered({ url }))).statusCode).toBe(400)
  })

  it('at a time between the post and now is taken', async () => {
    const { as } = await startApp()
    const answer = await as('desk-officer', answered({ answeredAt: '2026-03-02T09:00:00+07:00' }))
    expect(answer.json().case.answeredAt).toBe('2026-03-02T02:00:00.000Z')
  })
})
