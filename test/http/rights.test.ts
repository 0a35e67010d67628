import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { hasRight, type Right, ROLES } from '../../src/core/roles.ts'
import { addRights } from '../../src/http/plugins/rights.ts'
import { startApp } from './app-under-test.ts'
import { CASE_ID, FOREIGN_ID, fakeHouse } from './fake-ports.ts'

it('a route that names no right stops the boot', async () => {
  const app = Fastify()
  addRights(app, { ports: fakeHouse().ports } as never)
  expect(() => app.get('/forgotten', async () => 'open to all')).toThrow(/GET \/forgotten/)
})

/** Written by hand: not read from the code that enforces it. */
const DOORS: [method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, right: Right][] = [
  ['GET', '/api/me', 'account:own'],
  ['GET', '/api/reference', 'account:own'],
  ['GET', '/api/queues', 'case:read'],
  ['GET', '/api/cases?queue=all', 'case:read'],
  ['GET', '/api/search?q=jalan', 'case:read'],
  ['GET', '/api/cases.csv?queue=all', 'case:export'],
  ['GET', `/api/cases/${CASE_ID}`, 'case:read'],
  ['POST', `/api/cases/${CASE_ID}/claim`, 'case:work'],
  ['POST', `/api/cases/${FOREIGN_ID}/heartbeat`, 'case:work'],
  ['POST', `/api/cases/${CASE_ID}/release`, 'case:work'],
  ['POST', `/api/cases/${CASE_ID}/transfer`, 'case:transfer'],
  ['POST', `/api/cases/${CASE_ID}/recategorise`, 'case:work'],
  ['POST', `/api/cases/${CASE_ID}/note`, 'case:work'],
  ['POST', `/api/cases/${CASE_ID}/answer`, 'case:work'],
  ['POST', `/api/cases/${CASE_ID}/follow-up`, 'case:work'],
  ['GET', `/api/cases/${CASE_ID}/answers`, 'case:read'],
  ['POST', `/api/cases/${CASE_ID}/answers`, 'case:work'],
  ['POST', `/api/cases/${CASE_ID}/answers/preview`, 'case:work'],
  ['POST', `/api/cases/${CASE_ID}/answers/late`, 'case:work'],
  ['PATCH', `/api/answers/${CASE_ID}`, 'case:work'],
  ['POST', `/api/answers/${CASE_ID}/send`, 'case:work'],
  ['POST', `/api/answers/${CASE_ID}/approve`, 'case:approve'],
  ['POST', `/api/answers/${CASE_ID}/reject`, 'case:approve'],
  ['POST', `/api/answers/${CASE_ID}/recall`, 'case:work'],
  ['POST', `/api/answer-targets/${CASE_ID}/record`, 'case:work'],
  ['POST', `/api/answer-targets/${CASE_ID}/skip`, 'case:work'],
  ['POST', `/api/answer-targets/${CASE_ID}/retry`, 'case:work'],
  ['GET', `/api/cases/${CASE_ID}/evidence`, 'case:read'],
  ['POST', `/api/cases/${CASE_ID}/evidence`, 'case:work'],
  ['POST', `/api/evidence/${CASE_ID}/withdraw`, 'case:work'],
  ['GET', `/api/evidence/${CASE_ID}/photo`, 'case:read'],
  ['POST', `/api/cases/${CASE_ID}/resolve`, 'case:work'],
  ['POST', `/api/cases/${CASE_ID}/dismiss`, 'case:work'],
  ['POST', `/api/cases/${CASE_ID}/reopen`, 'case:reopen'],
  ['POST', '/api/queues/all/next', 'case:work'],
  ['GET', '/api/skips', 'escalation:read'],
  ['POST', `/api/cases/${CASE_ID}/take-over`, 'case:approve'],
  ['POST', `/api/cases/${CASE_ID}/skip`, 'case:work'],
  ['POST', `/api/cases/${CASE_ID}/snooze`, 'case:work'],
  ['POST', `/api/cases/${CASE_ID}/urgency`, 'case:work'],
  ['PUT', `/api/cases/${CASE_ID}/presence`, 'case:read'],
  ['DELETE', `/api/cases/${CASE_ID}/presence`, 'case:read'],
  ['GET', '/api/drafts', 'case:work'],
  ['GET', `/api/cases/${CASE_ID}/drafts`, 'case:work'],
  ['PUT', `/api/cases/${CASE_ID}/drafts/note`, 'case:work'],
  ['DELETE', `/api/cases/${CASE_ID}/drafts/note`, 'case:work'],
  ['GET', '/api/templates', 'case:work'],
  ['POST', '/api/templates', 'template:manage'],
  ['PUT', `/api/templates/${CASE_ID}`, 'template:manage'],
  ['DELETE', `/api/templates/${CASE_ID}`, 'template:manage'],
  ['GET', `/api/cases/${CASE_ID}/templates`, 'case:work'],
  ['POST', `/api/cases/${CASE_ID}/templates/${FOREIGN_ID}/use`, 'case:work'],
  ['POST', `/api/cases/${CASE_ID}/merge`, 'case:work'],
  ['POST', `/api/cases/${CASE_ID}/not-same`, 'case:work'],
  ['POST', `/api/cases/${CASE_ID}/split`, 'case:work'],
  ['POST', `/api/cases/${CASE_ID}/undo`, 'case:work'],
  ['GET', `/api/cases/${CASE_ID}/custody`, 'case:read'],
  ['POST', `/api/cases/${CASE_ID}/offer`, 'case:transfer'],
  ['POST', `/api/cases/${CASE_ID}/hand-over`, 'case:transfer'],
  ['POST', `/api/cases/${CASE_ID}/tasks`, 'case:work'],
  ['POST', `/api/cases/${CASE_ID}/verify`, 'case:triage'],
  ['POST', `/api/cases/${CASE_ID}/ask-reporter`, 'case:work'],
  ['POST', `/api/cases/${CASE_ID}/reporter-replied`, 'case:work'],
  ['GET', '/api/offers?box=incoming', 'case:transfer'],
  ['POST', `/api/offers/${CASE_ID}/accept`, 'case:transfer'],
  ['POST', `/api/offers/${CASE_ID}/return`, 'case:transfer'],
  ['POST', `/api/offers/${CASE_ID}/withdraw`, 'case:transfer'],
  ['POST', `/api/offers/${CASE_ID}/decide`, 'custody:decide'],
  ['GET', '/api/tasks', 'case:read'],
  ['POST', `/api/tasks/${CASE_ID}/done`, 'case:work'],
  ['POST', `/api/tasks/${CASE_ID}/cancel`, 'case:work'],
  ['POST', `/api/handovers/${CASE_ID}/outcome`, 'case:work'],
  ['GET', '/api/handovers/statistics', 'case:read'],
  ['GET', `/api/cases/${CASE_ID}/lapor`, 'case:export'],
  ['GET', `/api/cases/${CASE_ID}/lapor.csv`, 'case:export'],
  ['POST', `/api/cases/${CASE_ID}/lapor/sent`, 'case:transfer'],
  ['POST', `/api/cases/${CASE_ID}/lapor/number`, 'case:transfer'],
  ['POST', '/api/lapor/import', 'case:triage'],
  ['POST', `/api/cases/${CASE_ID}/reporter-link`, 'case:work'],
  ['POST', '/api/posts', 'post:paste'],
  ['GET', `/api/posts/${CASE_ID}`, 'post:paste'],
  ['GET', `/api/posts/${CASE_ID}/why`, 'case:read'],
  ['POST', `/api/posts/${CASE_ID}/complaint`, 'case:work'],
  ['POST', `/api/posts/${CASE_ID}/deleted`, 'case:triage'],
  ['GET', `/api/attachments/${FOREIGN_ID}`, 'case:read'],
  ['GET', '/api/ledger', 'ledger:read'],
  ['GET', '/api/ledger/silent', 'escalation:read'],
  ['GET', '/api/recurring', 'escalation:read'],
  ['GET', '/api/audit', 'audit:read'],
  ['GET', '/api/audit/export', 'audit:read'],
  ['GET', '/api/alerts', 'alert:read'],
  ['GET', '/api/notifications', 'case:read'],
  ['POST', '/api/notifications/read', 'case:read'],
  ['POST', `/api/alerts/${CASE_ID}/acknowledge`, 'alert:acknowledge'],
  ['GET', '/api/escalations', 'escalation:read'],
  ['POST', `/api/escalations/${CASE_ID}/acknowledge`, 'escalation:acknowledge'],
  ['GET', '/api/sources', 'source:read'],
  ['POST', '/api/sources', 'source:manage'],
  ['PATCH', `/api/sources/${CASE_ID}`, 'source:manage'],
  ['DELETE', `/api/sources/${CASE_ID}`, 'source:manage'],
  ['GET', '/api/connectors', 'source:read'],
  ['GET', '/api/channels', 'channel:manage'],
  ['POST', '/api/channels', 'channel:manage'],
  ['DELETE', `/api/channels/${CASE_ID}`, 'channel:manage'],
  ['GET', '/api/users', 'user:manage'],
  ['POST', '/api/users', 'user:manage'],
  ['POST', `/api/users/${CASE_ID}/reset`, 'user:manage'],
  ['POST', `/api/users/${CASE_ID}/disable`, 'user:manage'],
  ['POST', `/api/users/${CASE_ID}/enable`, 'user:manage'],
]

describe.each(DOORS)('%s %s', (method, url, right) => {
  it('asks a stranger to sign in', async () => {
    const { app } = await startApp()
    const answer = await app.inject({ method, url })
    expect(answer.statusCode).toBe(401)
    expect(answer.json().code).toBe('not-signed-in')
  })

  it('opens to the roles that have the right, and to no other', async () => {
    const { as } = await startApp()
    for (const role of ROLES) {
      const { statusCode, body } = await as(role, { method, url })
      const turnedAway = statusCode === 403 && body.includes('no-right')
      expect(turnedAway, role).toBe(!hasRight([role], right))
    }
  })
})

it('every route of the program is in this table, or is public by intent', async () => {
  const { app } = await startApp()
  const document = app.swagger() as { paths: Record<string, object> }
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const listed = DOORS.map(
    ([method, path]) =>
      `${method} ${path
        .replace(/\?.*/, '')
        .replace(/[0-9a-f-]{36}/, '{id}')
        .replace('queues/all', 'queues/{name}')
        .replace(/(templates\/)[0-9a-f-]{36}\/use/, '$1{templateId}/use')
        .replace('drafts/note', 'drafts/{kind}')}`,
  )
  const open = [
    'GET /health/live',
    'GET /health/ready',
    'GET /metrics',
    'GET /acknowledge/{token}',
    'POST /acknowledge/{token}',
    'GET /lacak/{code}',
    'GET /nilai/{token}',
    'POST /nilai/{token}',
    'POST /api/session',
    'DELETE /api/session',
    'GET /api/setup/{token}',
    'POST /api/setup',
    'POST /api/password',
    'GET /api/openapi.json',
  ]
  expect(routes.filter((route) => route !== 'GET /api/events').sort()).toEqual(
    [...listed, ...open].sort(),
  )
})

it('a foreign case and one that never was are the same bytes', async () => {
  const { as } = await startApp()
  const [foreign, missing] = await Promise.all(
    [FOREIGN_ID, '01900000-0000-7000-8000-00000000dead'].map((id) =>
      as('desk-officer', { method: 'GET', url: `/api/cases/${id}` }),
    ),
  )
  expect(foreign?.statusCode).toBe(404)
  expect(foreign?.body).toBe(missing?.body)
})

it('an agency has no triage desk to look at, and a leader no agency queue', async () => {
  const { as } = await startApp()
  const status = async (role: 'desk-officer' | 'leader' | 'coordinator', queue: string) =>
    (await as(role, { url: `/api/cases?queue=${queue}` })).statusCode
  expect(await status('desk-officer', 'triage')).toBe(403)
  expect(await status('desk-officer', 'agency')).toBe(200)
  expect(await status('leader', 'agency')).toBe(403)
  expect(await status('coordinator', 'triage')).toBe(200)
})
