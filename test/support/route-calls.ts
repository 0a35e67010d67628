/** How each route of the program is called, for tests that walk all of them. */
import { randomUUID } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import type { Role } from '../../src/core/roles.ts'

/** What a call may speak of. */
export interface Target {
  caseId: string
  code: string
  version: number
  otherId: string
  postId: string
  eventId: string
  attachmentId: string
  alertId: string
  token: string
  userId: string
  sourceId: string
  channelId: string
  answerId: string
  evidenceId: string
  offerId: string
  taskId: string
  templateId: string
}

export interface RouteCall {
  /** What `{id}` or `{code}` in the address stands for; the case unless said. */
  about?: keyof Target
  query?: string | ((it: Target) => string)
  body?: (it: Target) => object
  /** Who may do it; a desk officer unless said. Null: anybody, without a session. */
  as?: Role | null
  /** Routes that bring the case into the state in which this one succeeds. */
  after?: string[]
  /** Names other things in its body: with those of somebody else it must answer as with none. */
  refers?: true
  /** Speaks only of what is one's own: answers the same, and gladly, of any case. */
  ofOnesOwn?: true
  /** Why a success leaves no line in the account. */
  unaudited?: string
  /** Why no test calls it by this table. */
  apart?: string
}

const seen = ({ version }: Target) => ({ version })
const withText = ({ version }: Target) => ({ version, text: 'Sudah ditangani petugas.' })
const withReason = ({ version }: Target) => ({ version, reason: 'keliru' })
const PASSWORD = 'Sandi-yang-kuat-2026'
const PERIOD = 'from=2026-01-01T00:00:00Z&to=2100-01-01T00:00:00Z'

const DRAFT = 'POST /api/cases/{id}/answers'
const ANSWER = {
  kind: 'interim',
  text: 'Terima kasih, jalan di depan pasar kami tinjau hari Jumat oleh regu dua Dinas PUPR.',
}
const TEMPLATE = {
  name: 'Terima kasih',
  text: 'Terima kasih, [[apa yang dilakukan]].',
  states: [],
  categories: [],
}
const GIVEN_BACK = { reason: 'bukan-kewenangan', text: 'jalan provinsi', proposedOwner: null }

const SOURCE = { name: 'Kabar', enabled: true, intervalSeconds: 60, settings: {} }
const CHANNEL = {
  kind: 'webhook',
  name: 'Kait',
  enabled: true,
  agencyId: null,
  settings: { url: 'https://contoh.go.id/kait?kunci=jangan-bocor' },
}

const NEW_USER = () => ({
  username: `u${randomUUID().slice(0, 8)}`,
  name: 'Pegawai baru',
  roles: ['desk-officer'],
  agencyId: 'pupr',
})

export const CALLS: Record<string, RouteCall> = {
  'GET /health/live': { as: null },
  'GET /health/ready': { as: null },
  'GET /metrics': { as: null },
  'GET /acknowledge/{token}': { as: null },
  'POST /acknowledge/{token}': { as: null },
  'POST /api/session': {
    as: null,
    body: () => ({ username: 'tidak-ada', password: PASSWORD }),
    apart: 'sign-in has a test of its own: it needs a real password',
  },
  'DELETE /api/session': { as: null, apart: 'signing out has a test of its own' },
  'GET /lacak/{code}': { as: null },
  'GET /nilai/{token}': { as: null },
  'POST /nilai/{token}': {
    as: null,
    apart: 'has a test of its own: needs the link of a resolved case',
  },
  'GET /api/me': {},
  'GET /api/setup/{token}': { as: null },
  'POST /api/setup': {
    as: null,
    body: ({ token }) => ({
      token,
      governmentId: 'pemprov-bengkulu',
      name: 'Admin',
      username: 'admin-baru',
      password: PASSWORD,
      alsoCoordinator: false,
    }),
    apart: 'only an empty house has a first administrator',
  },
  'POST /api/password': {
    as: null,
    body: ({ token }) => ({ token, password: PASSWORD }),
    apart: 'needs the link of an invitation: has a test of its own',
  },
  'GET /api/reference': {},
  'GET /api/queues': {},
  'GET /api/cases': { query: 'queue=all' },
  'GET /api/cases.csv': { query: 'queue=all' },
  'GET /api/cases/{id}': {},
  'POST /api/cases/{id}/claim': { body: seen },
  'POST /api/cases/{id}/heartbeat': {
    body: () => ({}),
    after: ['POST /api/cases/{id}/claim'],
    unaudited: 'the beat of an open page changes nothing that anybody answers for',
  },
  'POST /api/cases/{id}/release': { body: seen, after: ['POST /api/cases/{id}/claim'] },
  'POST /api/cases/{id}/note': { body: withText },
  'POST /api/cases/{id}/transfer': {
    body: ({ version }) => ({ version, agencyId: 'dinkes', reason: 'bukan kewenangan kami' }),
  },
  'POST /api/cases/{id}/recategorise': {
    body: ({ version }) => ({ version, kind: 'question' }),
  },
  'POST /api/cases/{id}/answer': {
    body: ({ version }) => ({
      version,
      text: 'Terima kasih, jalan di depan pasar kami tambal hari Jumat oleh regu dua.',
      url: null,
      final: false,
    }),
  },
  'GET /api/cases/{id}/answers': {},
  'POST /api/cases/{id}/answers': { body: () => ANSWER },
  'POST /api/cases/{id}/answers/preview': {
    body: ({ caseId }) => ({ text: ANSWER.text + caseId.length }),
    unaudited: 'says how a text would be judged and keeps nothing',
  },
  'POST /api/cases/{id}/answers/late': {
    body: () => ({}),
    apart: 'needs writers who came after an answer: tested with the answers',
  },
  'PATCH /api/answers/{id}': { about: 'answerId', after: [DRAFT], body: () => ANSWER },
  'POST /api/answers/{id}/send': {
    about: 'answerId',
    after: [DRAFT],
    body: () => ({ supersede: false }),
  },
  'POST /api/answers/{id}/approve': {
    about: 'answerId',
    body: () => ({}),
    apart: 'needs an answer that somebody else submitted: tested with the answers',
  },
  'POST /api/answers/{id}/reject': {
    about: 'answerId',
    body: () => ({ note: 'belum jelas' }),
    apart: 'needs an answer that somebody else submitted: tested with the answers',
  },
  'POST /api/answers/{id}/recall': {
    about: 'answerId',
    after: [DRAFT, 'POST /api/answers/{id}/send'],
    body: () => ({}),
  },
  'POST /api/answer-targets/{id}/record': {
    about: 'answerId',
    body: () => ({ url: null }),
    apart: 'needs an answer on its way: tested with the answers',
  },
  'POST /api/answer-targets/{id}/skip': {
    about: 'answerId',
    body: () => ({ reason: 'akun dihapus' }),
    apart: 'needs an answer on its way: tested with the answers',
  },
  'POST /api/answer-targets/{id}/retry': {
    about: 'answerId',
    apart: 'needs an answer that failed: tested with the answers',
  },
  'GET /api/cases/{id}/evidence': {},
  'POST /api/cases/{id}/evidence': {
    body: () => ({ kind: 'letter', letterNumber: '600/12/2026', note: 'surat tugas' }),
  },
  'POST /api/evidence/{id}/withdraw': {
    about: 'evidenceId',
    after: ['POST /api/cases/{id}/evidence'],
    body: () => ({ reason: 'salah berkas' }),
  },
  'GET /api/evidence/{id}/photo': { about: 'evidenceId' },
  'GET /api/cases/{id}/custody': {},
  'POST /api/cases/{id}/offer': {
    body: ({ version }) => ({ version, to: 'dinkes', ...GIVEN_BACK }),
  },
  'POST /api/cases/{id}/hand-over': {
    body: ({ version }) => ({
      version,
      body: 'pln',
      channel: 'surat',
      reference: '12/2026',
      contactRole: 'Manajer',
      text: 'mohon ditindaklanjuti',
    }),
    apart: 'needs a body outside in the taxonomy: tested with custody',
  },
  'POST /api/cases/{id}/tasks': {
    body: ({ version }) => ({
      version,
      kind: 'field',
      agencyId: 'pupr',
      title: 'Tinjau lokasi',
      target: { days: 3, unit: 'working-days' },
    }),
    apart: 'tested with custody',
  },
  'POST /api/cases/{id}/verify': {
    as: 'coordinator',
    body: ({ version }) => ({ version, category: 'jalan.rusak', kind: 'complaint', place: null }),
  },
  'POST /api/cases/{id}/ask-reporter': {
    body: ({ version }) => ({ version, question: 'Di kilometer berapa?', url: null }),
  },
  'POST /api/cases/{id}/reporter-replied': {
    after: ['POST /api/cases/{id}/ask-reporter'],
    body: ({ version }) => ({ version, text: 'Kilometer tujuh.' }),
  },
  'GET /api/offers': { query: 'box=incoming' },
  'POST /api/offers/{id}/accept': {
    about: 'offerId',
    body: () => ({ agencyId: null }),
    apart: 'another agency’s officer answers: tested with custody',
  },
  'POST /api/offers/{id}/return': {
    about: 'offerId',
    body: () => GIVEN_BACK,
    apart: 'another agency’s officer answers: tested with custody',
  },
  'POST /api/offers/{id}/withdraw': {
    about: 'offerId',
    after: ['POST /api/cases/{id}/offer'],
    body: () => ({}),
  },
  'POST /api/offers/{id}/decide': {
    about: 'offerId',
    as: 'coordinator',
    body: () => ({ owner: 'pupr', reason: 'kewenangannya' }),
    apart: 'needs an offer that was returned twice: tested with custody',
  },
  'GET /api/tasks': {},
  'POST /api/tasks/{id}/done': {
    about: 'taskId',
    body: () => ({ text: 'sudah' }),
    apart: 'tested with custody',
  },
  'POST /api/tasks/{id}/cancel': {
    about: 'taskId',
    body: () => ({ reason: 'keliru' }),
    apart: 'tested with custody',
  },
  'POST /api/handovers/{id}/outcome': {
    about: 'taskId',
    body: () => ({ outcome: 'selesai', text: 'sudah' }),
    apart: 'needs a body outside in the taxonomy: tested with custody',
  },
  'GET /api/handovers/statistics': {},
  'GET /api/cases/{id}/lapor': {},
  'GET /api/cases/{id}/lapor.csv': {},
  'POST /api/cases/{id}/lapor/sent': { body: seen },
  'POST /api/cases/{id}/lapor/number': {
    body: ({ version }) => ({ version, trackingId: String(7_000_000 + version) }),
  },
  'POST /api/lapor/import': {
    as: 'coordinator',
    body: () => ({ file: 'x' }),
    apart: 'needs an export of SP4N-LAPOR!: tested with custody',
  },
  'POST /api/cases/{id}/follow-up': {
    body: (it) => ({ ...withText(it), type: 'field' }),
  },
  'POST /api/cases/{id}/resolve': {
    body: (it) => ({
      ...withText(it),
      privateReason: 'pelapor dihubungi langsung',
      evidenceReason: 'ditangani lewat telepon',
    }),
    after: ['POST /api/cases/{id}/follow-up'],
  },
  'POST /api/cases/{id}/reporter-link': {
    after: ['POST /api/cases/{id}/follow-up', 'POST /api/cases/{id}/resolve'],
  },
  'POST /api/cases/{id}/dismiss': { body: withReason },
  'POST /api/cases/{id}/reopen': {
    body: withReason,
    as: 'supervisor',
    after: ['POST /api/cases/{id}/dismiss'],
  },
  'POST /api/cases/{id}/merge': {
    body: ({ version, otherId }) => ({ version, otherId }),
    refers: true,
  },
  'POST /api/cases/{id}/not-same': { body: ({ otherId }) => ({ otherId }), refers: true },
  'POST /api/cases/{id}/split': {
    body: ({ version, postId }) => ({ version, postIds: [postId] }),
    refers: true,
    apart: 'needs a case of two posts: the history of splitting is tested with the store',
  },
  'POST /api/cases/{id}/undo': {
    body: ({ version, eventId }) => ({ version, eventId }),
    refers: true,
    after: ['POST /api/cases/{id}/merge'],
  },
  'POST /api/posts': {
    body: ({ code }) => ({ platform: 'phone', text: `Warga menelepon, katanya ${code.length}.` }),
  },
  'GET /api/posts/{id}': { about: 'postId' },
  'GET /api/posts/{id}/why': { about: 'postId' },
  'POST /api/posts/{id}/complaint': {
    about: 'postId',
    as: 'coordinator',
    body: () => ({ category: 'jalan.rusak' }),
    apart: 'needs a post outside the queue and a category: tested with raising it',
  },
  'POST /api/posts/{id}/deleted': { about: 'postId', as: 'coordinator' },
  'GET /api/attachments/{id}': { about: 'attachmentId' },
  'GET /api/ledger': { as: 'coordinator' },
  'GET /api/search': { query: 'q=jalan' },
  'POST /api/queues/{name}/next': { body: () => ({}) },
  'GET /api/skips': { as: 'supervisor' },
  'POST /api/cases/{id}/take-over': {
    as: 'supervisor',
    body: withReason,
    after: ['POST /api/cases/{id}/claim'],
    apart: 'needs the claim of somebody else: tested with the queue',
  },
  'POST /api/cases/{id}/skip': { body: withReason },
  'POST /api/cases/{id}/snooze': {
    body: () => ({ until: '2100-01-01T00:00:00Z' }),
    apart: 'tested with the queue',
  },
  'POST /api/cases/{id}/urgency': {
    body: ({ version }) => ({ version, urgency: 'P2', reason: 'ada sekolah' }),
  },
  'PUT /api/cases/{id}/presence': {
    body: () => ({ level: 'viewing' }),
    unaudited: 'who has a page open is gone a minute later',
  },
  'DELETE /api/cases/{id}/presence': { unaudited: 'who has a page open is gone a minute later' },
  'GET /api/drafts': {},
  'GET /api/cases/{id}/drafts': { ofOnesOwn: true },
  'PUT /api/cases/{id}/drafts/{kind}': {
    body: ({ version }) => ({ version, text: 'konsep', seenEventId: '1' }),
    unaudited: 'a draft is its writer’s own until it is sent',
  },
  'DELETE /api/cases/{id}/drafts/{kind}': {
    ofOnesOwn: true,
    unaudited: 'a draft is its writer’s own until it is sent',
  },
  'GET /api/templates': {},
  'POST /api/templates': { as: 'coordinator', body: () => TEMPLATE },
  'PUT /api/templates/{id}': {
    as: 'coordinator',
    about: 'templateId',
    after: ['POST /api/templates'],
    body: () => TEMPLATE,
  },
  'DELETE /api/templates/{id}': {
    as: 'coordinator',
    about: 'templateId',
    after: ['POST /api/templates'],
  },
  'GET /api/cases/{id}/templates': {},
  'POST /api/cases/{id}/templates/{templateId}/use': {
    body: () => ({ values: {} }),
    apart: 'fills in a template and keeps nothing: tested with the queue',
  },
  'GET /api/notifications': {},
  'POST /api/notifications/read': {
    body: ({ caseId }) => ({ ids: caseId ? [] : [] }),
    apart: 'what one has read of one’s own notices is nobody else’s business',
  },
  'GET /api/escalations': { as: 'supervisor' },
  'POST /api/escalations/{id}/acknowledge': {
    as: 'supervisor',
    about: 'taskId',
    body: () => ({ reason: 'sudah dijadwalkan' }),
    apart: 'needs a clock that ran out: tested with the clocks',
  },
  'GET /api/recurring': { as: 'coordinator' },
  'GET /api/ledger/silent': { as: 'coordinator' },
  'GET /api/alerts': {},
  'POST /api/alerts/{id}/acknowledge': { about: 'alertId' },
  'GET /api/events': { apart: 'a line that never ends: heard over a real socket' },
  'GET /api/sources': { as: 'administrator' },
  'POST /api/sources': { as: 'administrator', body: () => ({ connector: 'rss', ...SOURCE }) },
  'PATCH /api/sources/{id}': {
    as: 'administrator',
    about: 'sourceId',
    body: () => ({ name: 'Kabar lain' }),
  },
  'DELETE /api/sources/{id}': { as: 'administrator', about: 'sourceId' },
  'GET /api/connectors': { as: 'administrator' },
  'GET /api/channels': { as: 'administrator' },
  'POST /api/channels': { as: 'administrator', body: () => CHANNEL },
  'DELETE /api/channels/{id}': { as: 'administrator', about: 'channelId' },
  'GET /api/users': { as: 'administrator' },
  'POST /api/users': { as: 'administrator', body: NEW_USER },
  'POST /api/users/{id}/reset': { as: 'administrator', about: 'userId' },
  'POST /api/users/{id}/disable': { as: 'administrator', about: 'userId' },
  'POST /api/users/{id}/enable': { as: 'administrator', about: 'userId' },
  'GET /api/audit': { as: 'inspectorate' },
  'GET /api/audit/export': { as: 'inspectorate', query: PERIOD },
  'GET /api/openapi.json': { as: null },
}

/** Every route of the program, "GET /api/cases/{id}". */
export const routesOf = (document: unknown): string[] => {
  const { paths } = document as { paths: Record<string, object> }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
}

/** The request that the row of a route makes of a target. */
export const requestOf = (route: string, it: Target): InjectOptions => {
  const row = CALLS[route]
  if (!row) throw new Error(`test/support/route-calls.ts does not say how to call ${route}`)
  const [method = 'GET', path = ''] = route.split(' ')
  const query = typeof row.query === 'function' ? row.query(it) : row.query
  const address = path
    .replace('{id}', String(it[row.about ?? 'caseId']))
    .replace('{code}', it.code)
    .replace('{token}', it.token)
    .replace('{templateId}', it.templateId)
    .replace('{kind}', 'note')
    .replace('{name}', 'agency')
  return {
    method: method as 'GET',
    url: query ? `${address}?${query}` : address,
    ...(row.body && { payload: row.body(it) }),
  }
}
