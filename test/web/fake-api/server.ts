/**
 * A stand-in for the API, for drawing and for looking at the console with plenty in it. The rules
 * are core's own; only the storage is pretended.
 */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import type { Case } from '../../../src/core/case.ts'
import type { CaseChange, CaseDecision } from '../../../src/core/case-change.ts'
import * as rules from '../../../src/core/case-rules.ts'
import { type ErrorCode, sentenceOf, statusOf } from '../../../src/core/errors.ts'
import type { Kind } from '../../../src/core/reading.ts'
import { hasRight } from '../../../src/core/roles.ts'
import { CONNECTORS, channels, ledger, sources, users } from './administration.ts'
import { inQueue, maySee, meOf, queuesOf, REFERENCE, rowOf, viewOf } from './answers.ts'
import { COMPLAINTS, type Complaint } from './complaints.ts'
import { uuid } from './ids.ts'
import { GOVERNMENT, PEOPLE, type Person } from './people.ts'
import { blankEvent, firstStock, type Stocked, stockCase } from './stock.ts'

/** Whatever a body may say; the real server checks it, this one believes. */
interface Said {
  version?: number
  username?: string
  password?: string
  text?: string
  url?: string | null
  final?: boolean
  agencyId?: string | null
  category?: string
  kind?: Kind
  reason?: string
  privateReason?: string | null
  evidenceReason?: string | null
}

interface Call {
  person: Person | null
  body: Said
  query: URLSearchParams
  part: string
  reply: ServerResponse
}

type Answer = { status: number; body: unknown }
type Route = (call: Call) => Answer | null

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'"
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

export interface FakeApi {
  url: string
  /** Lets a new case come in, as the worker would. */
  bring: (index: number) => void
  /** Ends every open event stream, as a broken network would. */
  dropLines: () => void
  stop: () => Promise<void>
}

export const startFakeApi = async (folder: string, port = 0): Promise<FakeApi> => {
  const desk = openDesk()
  const server = createServer((request, reply) => void answer(request, reply, desk, folder))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bring: desk.bring,
    dropLines: desk.dropLines,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const answer = async (
  request: IncomingMessage,
  reply: ServerResponse,
  desk: Desk,
  folder: string,
): Promise<void> => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x')
  if (!pathname.startsWith('/api/')) return serveFile(pathname, reply, folder)
  const route = Object.entries(desk.routes).find(([pattern]) =>
    patternOf(pattern).test(`${request.method} ${pathname}`),
  )
  const said = await bodyOf(request)
  const found = route?.[1]({
    person: personOf(request),
    body: said as Said,
    query: searchParams,
    part: patternOf(route[0]).exec(`${request.method} ${pathname}`)?.[1] ?? '',
    reply,
  })
  if (found === null) return
  const { status, body } = found ?? problem('not-found')
  const type = status >= 400 ? 'application/problem+json' : 'application/json'
  reply.writeHead(status, { 'content-type': type }).end(body === null ? '' : JSON.stringify(body))
}

const patternOf = (pattern: string): RegExp => new RegExp(`^${pattern.replace(':', '([^/]+)')}$`)

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  return text === '' ? {} : JSON.parse(text)
}

const personOf = ({ headers }: IncomingMessage): Person | null => {
  const name = /fake=(\w+)/.exec(headers.cookie ?? '')?.[1]
  return PEOPLE.find(({ username }) => username === name) ?? null
}

const serveFile = async (path: string, reply: ServerResponse, folder: string): Promise<void> => {
  const file = extname(path) ? normalize(path) : '/index.html'
  const content = await readFile(join(folder, file)).catch(() => null)
  reply.writeHead(content ? 200 : 404, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': CSP,
  })
  reply.end(content ?? '')
}

const ok = (body: unknown, status = 200): Answer => ({ status, body })
const problem = (code: ErrorCode, detail?: string, current?: unknown): Answer => ({
  status: statusOf(code),
  body: {
    type: 'about:blank',
    status: statusOf(code),
    code,
    title: sentenceOf(code),
    detail,
    current,
  },
})

type Desk = ReturnType<typeof openDesk>

const openDesk = () => {
  const stock = firstStock(new Date())
  const lines = new Map<ServerResponse, Person>()
  const [first] = COMPLAINTS as [Complaint]
  const pasted = new Map<string, { caseId: string; code: string; at: number }>()
  const alerts = stock
    .filter((one) => one.case.urgency === 'P1')
    .slice(0, 3)
    .map(alertOf)

  const tell = (type: string, current: Case, actor: Person | null) => {
    for (const [line, person] of lines) {
      if (!maySee(person, current)) continue
      const { id: caseId, code, agencyId, urgency } = current
      const event = { id: uuid(), type, caseId, code, agencyId, urgency, at: new Date() }
      const data = JSON.stringify({ ...event, actor: actor?.name ?? null })
      line.write(`id: ${event.id}\nevent: ${type}\ndata: ${data}\n\n`)
    }
  }

  const arrive = (one: Stocked) => {
    stock.unshift(one)
    tell('opened', one.case, null)
  }

  const seen = (person: Person | null) =>
    person ? stock.filter((one) => maySee(person, one.case)) : []

  const find = ({ person, part }: Call) => seen(person).find((one) => one.case.id === part)

  const list = ({ person, query }: Call): Answer => {
    if (!person) return problem('not-signed-in')
    const q = (query.get('q') ?? '').toLowerCase()
    const rows = seen(person)
      .map((one) => one.case)
      .filter(inQueue(query.get('queue') ?? 'all', person, new Date()))
      .filter((row) => !query.get('urgency') || row.urgency === query.get('urgency'))
      .filter((row) => !query.get('category') || row.category === query.get('category'))
      .filter((row) => !query.get('agency') || row.agencyId === query.get('agency'))
      .filter((row) => `${row.code} ${row.title}`.toLowerCase().includes(q))
      .toSorted((a, b) => Number(a.dueAt ?? 9e15) - Number(b.dueAt ?? 9e15))
    const from = Number(query.get('cursor') ?? 0)
    const to = from + Number(query.get('limit') ?? 50)
    const items = rows.slice(from, to).map((row) => rowOf(row, person))
    return ok({ items, next: to < rows.length ? String(to) : null })
  }

  const apply = (one: Stocked, { patch, event }: CaseChange, person: Person) => {
    const before = one.case
    one.case = { ...before, ...patch }
    if (!event) return
    one.case.version += 1
    one.events.push({
      ...blankEvent(before, event.type, new Date()),
      actor: { userId: person.userId, name: person.name },
      toAgencyId: one.case.agencyId,
      data: event.data,
    })
    tell(event.type, one.case, person)
  }

  const change =
    (decide: (current: Case, person: Person, body: Said) => CaseDecision): Route =>
    (call) => {
      const one = find(call)
      const { person } = call
      if (!person) return problem('not-signed-in')
      if (!one) return problem('not-found')
      const { version = one.case.version } = call.body
      if (version !== one.case.version) {
        return problem('stale-version', undefined, rowOf(one.case, person))
      }
      const decision = decide(one.case, person, call.body)
      if (decision.kind === 'refused') return problem(decision.code, decision.detail)
      apply(one, decision, person)
      return ok({ case: rowOf(one.case, person) })
    }

  const routes: Record<string, Route> = {
    'GET /api/setup/:': () => ok({ purpose: 'first-administrator', governments: [GOVERNMENT] }),
    'POST /api/session': ({ body, reply }) => {
      const person = PEOPLE.find(({ username }) => username === body.username)
      if (!person || body.password !== 'Rahasia-12345') return problem('wrong-password')
      reply.setHeader('set-cookie', `fake=${person.username}; Path=/; HttpOnly; SameSite=Lax`)
      return ok(meOf(person))
    },
    'DELETE /api/session': ({ reply }) => {
      reply.setHeader('set-cookie', 'fake=; Path=/; Max-Age=0')
      return ok(null, 204)
    },
    'GET /api/me': ({ person }) => (person ? ok(meOf(person)) : problem('not-signed-in')),
    'GET /api/reference': ({ person }) => (person ? ok(REFERENCE) : problem('not-signed-in')),
    'GET /api/queues': ({ person }) =>
      person
        ? ok({
            queues: queuesOf(person).map(([name, label]) => ({
              name,
              label,
              count: seen(person).filter((one) => inQueue(name, person, new Date())(one.case))
                .length,
            })),
          })
        : problem('not-signed-in'),
    'GET /api/cases': list,
    'GET /api/cases/:/evidence': () => ok({ items: [] }),
    'GET /api/cases/:': (call) => {
      const one = find(call)
      return one && call.person ? ok(viewOf(one, call.person)) : problem('not-found')
    },
    'POST /api/cases/:/claim': change((c, p) => rules.claim(c, p, new Date())),
    'POST /api/cases/:/heartbeat': change((c, p) => rules.renewClaim(c, p, new Date())),
    'POST /api/cases/:/release': change((c, p) => rules.release(c, p, new Date())),
    'POST /api/cases/:/note': change((c, _, b) => rules.note(c, b.text ?? '')),
    'POST /api/cases/:/answer': change((c, p, b) =>
      rules.answer(c, p, new Date(), {
        text: b.text ?? '',
        url: b.url ?? null,
        final: Boolean(b.final),
        answeredAt: new Date(),
        qualified: true,
        because: [],
      }),
    ),
    'POST /api/cases/:/follow-up': change((c, p, b) =>
      rules.followUp(c, p, new Date(), { type: 'field', text: b.text ?? '' }),
    ),
    'POST /api/cases/:/transfer': change((c, p, b) =>
      rules.transfer(c, p, new Date(), {
        agencyId: b.agencyId ?? null,
        reason: b.reason ?? '',
        mayTriage: hasRight(p.roles, 'case:triage'),
        accused: false,
      }),
    ),
    'POST /api/cases/:/recategorise': change((c, p, b) =>
      rules.recategorise(c, p, new Date(), {
        category: b.category ?? c.category,
        kind: b.kind ?? c.kind,
        reason: b.reason ?? null,
        confidential: false,
        ownerMayKeep: true,
        mayDeclassify: false,
      }),
    ),
    'POST /api/cases/:/resolve': change((c, p, b) =>
      rules.resolve(c, p, new Date(), {
        text: b.text ?? '',
        privateReason: b.privateReason ?? null,
        evidence: 0,
        evidenceReason: b.evidenceReason ?? null,
      }),
    ),
    'POST /api/cases/:/dismiss': change((c, p, b) =>
      rules.dismiss(c, p, new Date(), b.reason ?? ''),
    ),
    'POST /api/cases/:/reopen': change((c, _, b) => rules.reopen(c, b.reason ?? '')),
    'POST /api/posts': ({ body }) => {
      const one = stockCase({ ...first, text: body.text ?? '' }, 240, new Date())
      const postId = uuid()
      pasted.set(postId, { caseId: one.case.id, code: one.case.code, at: Date.now() })
      setTimeout(() => arrive(one), 900)
      return ok({ postId, duplicate: false, caseId: null }, 201)
    },
    'POST /api/posts/:/complaint': ({ part }) =>
      ok({
        ...{ id: part, stage: 'received', outcome: null, because: [] },
        ...{ caseId: null, caseCode: null },
      }),
    'GET /api/posts/:': ({ part }) => {
      const post = pasted.get(part)
      if (!post) return problem('not-found')
      const read = Date.now() - post.at > 1_000
      return ok({
        id: part,
        stage: read ? 'read' : 'received',
        outcome: read ? 'case' : null,
        because: read ? ['Kategori jalan rusak: “lubang” dan “jalan”.'] : [],
        caseId: read ? post.caseId : null,
        caseCode: read ? post.code : null,
      })
    },
    'GET /api/alerts': ({ person }) =>
      person
        ? ok({ items: alerts.filter((alert) => !alert.acknowledged) })
        : problem('not-signed-in'),
    'POST /api/alerts/:/acknowledge': ({ part }) => {
      const alert = alerts.find(({ id }) => id === part)
      if (!alert) return problem('not-found')
      alert.acknowledged = { by: 'Sari', at: new Date(), via: 'console' }
      return ok({ alert })
    },
    'GET /api/events': ({ person, reply }) => {
      if (!person) return problem('not-signed-in')
      reply.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n')
      lines.set(reply, person)
      reply.on('close', () => lines.delete(reply))
      return null
    },
    'GET /api/ledger': ({ query }) =>
      ok({
        items: ledger.filter(
          (row) => !query.get('outcome') || row.outcome === query.get('outcome'),
        ),
        next: null,
      }),
    'GET /api/sources': () => ok({ items: sources }),
    'GET /api/connectors': () => ok({ items: CONNECTORS }),
    'GET /api/channels': () => ok({ items: channels }),
    'GET /api/users': () => ok({ items: users }),
    'POST /api/users': ({ body }) => {
      const user = { id: uuid(), disabledAt: null, createdAt: new Date(), hasPassword: false }
      const link = `/sandi/${randomBytes(24).toString('base64url')}`
      users.push({ ...user, ...body } as never)
      return ok({ user: { ...user, ...body }, link, until: new Date() }, 201)
    },
  }

  return {
    routes,
    bring: (index: number) => {
      const complaint = COMPLAINTS[index % COMPLAINTS.length]
      if (complaint) arrive(stockCase(complaint, 300, new Date()))
    },
    dropLines: () => {
      for (const line of lines.keys()) line.destroy()
    },
  }
}

const alertOf = ({ case: current }: Stocked, index: number) => ({
  id: uuid(),
  caseId: current.id,
  caseCode: current.code,
  kind: index === 1 ? 'burst' : 'p1',
  level: index === 1 ? 'viral' : 'siaga',
  agencyId: current.agencyId,
  title: current.title,
  because: ['Urgensi P1: ada orang yang terancam.', 'Empat pelapor dalam satu jam.'],
  raisedAt: new Date(),
  acknowledged: null as { by: string; at: Date; via: string } | null,
  sample: false,
})
