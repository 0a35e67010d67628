import { describe, expect, it } from 'vitest'
import { startApp } from './app-under-test.ts'

const invite = (over: object) => ({
  method: 'POST' as const,
  url: '/api/users',
  payload: {
    username: 'rina.pu',
    name: 'Rina',
    roles: ['desk-officer'],
    agencyId: 'dinas-pu',
    ...over,
  },
})

it('a new officer gets a one-time link and never a password', async () => {
  const { as } = await startApp()
  const answer = await as('administrator', invite({}))
  expect(answer.statusCode).toBe(201)
  expect(answer.json()).toMatchObject({
    link: `http://localhost:3000/sandi/${'s'.repeat(43)}`,
    until: '2026-03-05T03:00:00.000Z',
    user: { username: 'rina.pu', hasPassword: false },
  })
})

describe('a new person is refused', () => {
  it.each([
    ['a name with blanks', { username: 'rina pu' }],
    ['a name in capitals', { username: 'Rina' }],
    ['a name of two letters', { username: 'ri' }],
    ['no role', { roles: [] }],
    ['a role twice', { roles: ['leader', 'leader'] }],
    ['a role that is not', { roles: ['root'] }],
    ['an officer of no agency', { agencyId: null }],
    ['a coordinator of one agency', { roles: ['coordinator'] }],
    ['an agency of somebody else', { agencyId: 'dinas-lain' }],
    ['an inspector outside the inspectorate', { roles: ['inspectorate'] }],
    ['a forged government', { governmentId: 'pemkab-sebelah' }],
    ['a password', { password: 'Rahasia-12345' }],
  ])('%s', async (_why, over) => {
    const { as, house } = await startApp()
    expect((await as('administrator', invite(over))).statusCode).toBe(400)
    expect(house.asked).toEqual([])
  })
})

it('a used link says so, whether it was for a password or for the first administrator', async () => {
  const { app } = await startApp()
  const token = 'u'.repeat(43)
  const answers = await Promise.all([
    app.inject(`/api/setup/${token}`),
    app.inject({
      method: 'POST',
      url: '/api/password',
      payload: { token, password: 'Rahasia-12345' },
    }),
  ])
  for (const answer of answers) expect(answer.json().code).toBe('link-used-up')
})

describe('a source is refused', () => {
  const source = (over: object) => ({
    method: 'POST' as const,
    url: '/api/sources',
    payload: {
      connector: 'rss',
      name: 'Berita',
      enabled: true,
      intervalSeconds: 300,
      settings: { url: 'https://berita.example.id/rss' },
      ...over,
    },
  })
  it.each([
    ['of a network that we do not know', { connector: 'gopher' }],
    ['with a secret among the settings', { settings: { token: 'rahasia' } }],
    ['with a setting that the form has not', { settings: { follow: true } }],
    ['with a prototype for a setting', { settings: JSON.parse('{"toString":"x"}') }],
    ['that would be polled every second', { intervalSeconds: 1 }],
  ])('%s', async (_why, over) => {
    const { as } = await startApp()
    expect((await as('administrator', source(over))).statusCode).toBe(400)
  })
})

describe('a channel is refused', () => {
  const channel = (over: object) => ({
    method: 'POST' as const,
    url: '/api/channels',
    payload: {
      kind: 'email',
      name: 'Piket',
      enabled: true,
      agencyId: null,
      settings: { to: 'piket@example.id' },
      ...over,
    },
  })
  it.each([
    ['a second mail header', { settings: { to: 'a@example.id\nBcc: b@example.id' } }],
    ['two addresses', { settings: { to: 'a@example.id,b@example.id' } }],
    ['a webhook to a file', { kind: 'webhook', settings: { url: 'file:///etc/passwd' } }],
    [
      'a secret of one’s own',
      { kind: 'webhook', settings: { url: 'https://a.id' }, secrets: { secret: 'x' } },
    ],
    ['a kind that is not', { kind: 'sms' }],
    ['settings of another kind', { settings: { url: 'https://a.id' } }],
    ['an agency that is not ours', { agencyId: 'dinas-lain' }],
  ])('%s', async (_why, over) => {
    const { as } = await startApp()
    expect((await as('administrator', channel(over))).statusCode).toBe(400)
  })
})
