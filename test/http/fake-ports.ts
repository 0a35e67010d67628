/** Ports of paper: just enough of a house to see what HTTP does with it. */
import type { Case } from '../../src/core/case.ts'
import type { Configuration, Government } from '../../src/core/configuration.ts'
import { refuse } from '../../src/core/errors.ts'
import type { Role, Viewer } from '../../src/core/roles.ts'
import type { LiveEvent } from '../../src/ports/events.ts'
import type { User } from '../../src/ports/people.ts'
import type { Ports } from '../../src/ports/ports.ts'

export const NOW = new Date('2026-03-02T03:00:00Z')
export const CASE_ID = '01900000-0000-7000-8000-000000000001'
export const FOREIGN_ID = '01900000-0000-7000-8000-0000000000ff'
const USER_ID = '01900000-0000-7000-8000-00000000000a'

/** A session token says whose it is: "token-of-<role>-…". */
export const tokenOf = (role: Role) => `token-of-${role}-0123456789`

const AGENCY_OF: Partial<Record<Role, string>> = {
  'desk-officer': 'dinas-pu',
  supervisor: 'dinas-pu',
  'agency-head': 'dinas-pu',
  inspectorate: 'inspektorat',
}

export const viewerWith = (role: Role): Viewer => ({
  userId: USER_ID,
  name: 'Petugas Contoh',
  governmentId: 'pemprov-contoh',
  agencyId: AGENCY_OF[role] ?? null,
  roles: [role],
})

export const aCase = (over: Partial<Case> = {}): Case => ({
  id: CASE_ID,
  governmentId: 'pemprov-contoh',
  code: 'CTH-2345678',
  state: 'referred',
  kind: 'complaint',
  category: 'jalan.rusak',
  urgency: 'P3',
  confidential: false,
  agencyId: 'dinas-pu',
  proposedOwner: null,
  place: null,
  title: 'Jalan berlubang di depan pasar',
  because: ['menyebut jalan berlubang'],
  openedAt: NOW,
  firstPostAt: new Date('2026-03-01T03:00:00Z'),
  lastPostAt: NOW,
  dueProvisional: false,
  dueAt: null,
  answeredAt: null,
  owesAnswer: true,
  followedUpAt: null,
  escalatedAt: null,
  endedAt: null,
  claim: null,
  snooze: null,
  woken: null,
  postCount: 1,
  authorCount: 1,
  mergedInto: null,
  recurrences: 0,
  sample: false,
  history: false,
  version: 3,
  ...over,
})

const government = {
  id: 'pemprov-contoh',
  name: 'Provinsi Contoh',
  level: 'province',
  timezone: 'Asia/Jakarta',
  zoneLabel: 'WIB',
  inspectorate: 'inspektorat',
  agencies: [
    { id: 'dinas-pu', name: 'Dinas Pekerjaan Umum', abbreviation: 'DPU', functions: ['pupr'] },
    { id: 'dinkes', name: 'Dinas Kesehatan', abbreviation: 'Dinkes', functions: ['dinkes'] },
    { id: 'inspektorat', name: 'Inspektorat', abbreviation: 'Inspektorat', functions: [] },
  ],
  region: [{ government: 'pemkab-sebelah' }],
} as unknown as Government

const configuration = {
  governments: [government],
  calendars: [],
  taxonomy: {
    categories: [
      { id: 'jalan.rusak', label: 'Jalan rusak', group: 'jalan', owner: {} },
      { id: 'air.pdam', label: 'Air PDAM mati', group: 'air', owner: {} },
      { id: 'gov.pungli', label: 'Pungli', group: 'gov', owner: {}, slaClass: 'rahasia' },
      { id: 'gov.pejabat_politik', label: 'Politik', group: 'gov', owner: {} },
      { id: 'spam.non_layanan', label: 'Bukan layanan', group: 'spam', owner: {} },
    ],
    slaClasses: { rahasia: { confidential: true, note: '' } },
    external: { pln: { name: 'PLN' } },
  },
} as unknown as Configuration

const aUser = (over: Partial<User> = {}): User => ({
  id: USER_ID,
  governmentId: 'pemprov-contoh',
  agencyId: 'dinas-pu',
  username: 'petugas',
  name: 'Petugas Contoh',
  roles: ['desk-officer'],
  disabledAt: null,
  createdAt: NOW,
  hasPassword: true,
  ...over,
})

export interface FakeHouse {
  ports: Ports
  /** What was asked of the house, in order. */
  asked: string[]
  stored: Map<string, Case>
  /** What the history holds, oldest first. */
  history: LiveEvent[]
  /** Tells everybody who listens that something was committed. */
  announce(): void
  endSessions(): void
}

export const fakeHouse = (): FakeHouse => {
  const asked: string[] = []
  const stored = new Map([[CASE_ID, aCase()]])
  const history: LiveEvent[] = []
  const listeners = new Set<() => void>()
  let signedIn = true
  const announce = () => {
    for (const tell of listeners) tell()
  }
  const house = { asked, stored, history, announce }
  const ports = {
    clock: { now: () => NOW },
    ids: { next: () => USER_ID, code: () => 'CTH-1', secret: () => 's'.repeat(43) },
    configurations: {
      current: async () => configuration,
      government: async (id: string) => (id === government.id ? government : null),
    },
    sessions: {
      open: async () => ({ token: tokenOf('desk-officer'), until: NOW }),
      viewer: async (token: string) => {
        const role = /^token-of-(.+)-0123456789$/.exec(token)?.[1] as Role | undefined
        return role && signedIn ? { viewer: viewerWith(role), until: NOW } : null
      },
      close: async () => void asked.push('session closed'),
      closeAllOf: async () => {},
    },
    passwords: {
      hash: async (password: string) => `hash of ${password}`,
      verify: async (hash: string, password: string) => hash === `hash of ${password}`,
    },
    users: fakeUsers(asked),
    cases: fakeCases(stored, asked),
    events: {
      latest: async () => history.at(-1)?.id ?? '0',
      after: async (_viewer: Viewer, cursor: string, limit: number) => {
        const events = history.filter(({ id }) => Number(id) > Number(cursor)).slice(0, limit)
        return { events, cursor: events.at(-1)?.id ?? cursor }
      },
      subscribe: (tell: () => void) => {
        listeners.add(tell)
        return () => void listeners.delete(tell)
      },
    },
    posts: {
      receive: async (posts: { externalId: string }[]) => {
        asked.push(...posts.map(({ externalId }) => `received ${externalId}`))
        return posts.map(() => ({ kind: 'stored' as const, postId: CASE_ID }))
      },
      status: async () => null,
      toExplain: async () => null,
      raise: async () => refuse('not-found'),
      ledger: async () => ({ items: [], next: null }),
    },
    custody: {
      view: async (_viewer: Viewer, caseId: string) => custodyOf(stored.get(caseId)),
      change: async () => refuse('not-found'),
      tasks: async () => [],
      offers: async () => [],
      handOvers: async () => [],
      words: async () => null,
      byCode: async () => null,
    },
    lapor: { caseOf: async () => null, keep: async () => true },
    attachments: {
      store: async ({ mediaType }: { mediaType: string }) => {
        asked.push(`stored ${mediaType}`)
        return { id: CASE_ID }
      },
      read: async (_viewer: Viewer, id: string) =>
        id === CASE_ID
          ? { bytes: new Uint8Array([1, 2]), mediaType: 'text/html', caseId: CASE_ID }
          : null,
    },
    answers: fakeAnswers(stored),
    evidence: fakeEvidence(stored),
    photos: { prepare: async () => refuse('evidence-refused') },
    notifications: {
      list: async () => ({ items: [], next: null, unread: 0 }),
      read: async () => 0,
      mentioned: async () => [],
    },
    drafts: {
      save: async () => ({ kind: 'saved', savedAt: NOW }),
      of: async () => [],
      all: async () => [],
      discard: async () => {},
    },
    templates: {
      list: async () => [],
      remove: async () => false,
    },
    search: {
      find: async () => ({
        kind: 'found',
        items: [],
        next: null,
        how: 'exact',
        waiting: 0,
        similarity: true,
      }),
    },
    presence: {
      report: async () => ({ kind: 'reported', people: [] }),
      of: async () => [],
      news: async () => [],
    },
    queueWork: {
      next: async () => ({ kind: 'empty', skipped: 0 }),
      skips: async () => ({ items: [], next: null }),
    },
    alerts: {
      list: async () => [],
      acknowledge: async () => refuse('not-found'),
      acknowledgeByToken: async (token: string) => {
        asked.push(`acknowledged ${token}`)
        return { kind: 'acknowledged' as const, caseCode: 'CTH-2345678' }
      },
    },
    escalations: {
      list: async () => [],
      acknowledge: async () => refuse('not-found'),
    },
    idempotency: fakeIdempotency(),
    ledger: {
      silent: async (_viewer: Viewer, _day: unknown, day: string) => ({
        day,
        closedAt: null,
        cases: [],
      }),
    },
    removals: { byOfficer: async () => refuse('not-found') },
    reporters: { makeLink: async () => refuse('not-resolved') },
    recurring: { list: async () => [] },
    audit: {
      as: <T>(_who: unknown, work: () => T) => work(),
      write: async () => {},
      list: async () => ({ items: [], next: null }),
      standing: async () => ({ head: null, open: 0, oldestOpen: null }),
    },
    sources: {
      list: async () => [],
      add: async () => {
        throw new Error('insert into sources failed: secret SQL')
      },
    },
    channels: {
      list: async () => [],
      add: async (asking: object) => ({
        ...asking,
        id: CASE_ID,
        secretHints: {},
        lastDeliveredAt: null,
        lastError: null,
      }),
    },
    health: {
      ready: async () => ({
        ok: false,
        parts: { database: { ok: false, says: 'tidak terjangkau' } },
      }),
      gauges: async () => [
        { name: 'posts_waiting', help: 'Posts that wait to be read', value: 7, labels: { a: 'b' } },
      ],
    },
  } as unknown as Ports
  return {
    ...house,
    ports,
    endSessions: () => {
      signedIn = false
    },
  }
}

const custodyOf = (found: Case | undefined) =>
  found
    ? {
        case: found,
        offers: [],
        tasks: [],
        handOvers: [],
        linked: [],
        cameFrom: [],
        trackingIds: [],
      }
    : null

const fakeAnswers = (stored: Map<string, Case>): Ports['answers'] => ({
  desk: async (_viewer, caseId) => {
    const found = stored.get(caseId)
    const nothing = { answers: [], targets: [], reporters: [], weighedAs: [] }
    return found ? { case: found, ...nothing, reachable: new Set() } : null
  },
  ground: async (_viewer, caseId) =>
    stored.has(caseId) ? { places: [], recent: [], officers: [] } : null,
  caseOf: async () => null,
  change: async () => refuse('not-found'),
  changeTarget: async () => refuse('not-found'),
})

const fakeEvidence = (stored: Map<string, Case>): Ports['evidence'] => ({
  list: async (_viewer, caseId) => (stored.has(caseId) ? [] : null),
  countClosing: async () => 1,
  add: async () => refuse('not-found'),
  withdraw: async () => refuse('not-found'),
  photo: async () => null,
})

const fakeUsers = (asked: string[]) => ({
  find: async () => aUser(),
  list: async () => [aUser()],
  byUsername: async (name: string) =>
    name === 'petugas' ? { ...aUser(), passwordHash: 'hash of Rahasia-12345' } : null,
  add: async (user: Partial<User>) => {
    asked.push(`added ${user.username}`)
    return { kind: 'added', user: aUser({ ...user, hasPassword: false }) }
  },
  peekLink: async () => null,
  createLink: async () => {},
})

const fakeCases = (stored: Map<string, Case>, asked: string[]) => ({
  list: async (_viewer: Viewer, filter: object) => {
    asked.push(`listed ${JSON.stringify(filter)}`)
    return { items: [...stored.values()], next: null }
  },
  counts: async () => ({
    agency: 1,
    triage: 2,
    unanswered: 3,
    late: 3,
    snoozed: 0,
    all: 4,
    ended: 5,
  }),
  event: async () => null,
  view: async (_viewer: Viewer, id: string) => {
    const found = stored.get(id)
    const nothing = { posts: [], events: [], suggestions: [], unanswered: 0, clocks: [] }
    return found ? { case: found, ...nothing, detectionLagSeconds: null } : null
  },
  change: (async (_viewer, id, version, decide) => {
    const current = stored.get(id)
    if (!current) return refuse('not-found')
    if (version !== null && version !== current.version)
      return { ...refuse('stale-version'), current }
    const decision = decide(current)
    if (decision.kind === 'refused') return { ...decision, current }
    const changed = { ...current, ...decision.patch, version: current.version + 1 }
    stored.set(id, changed)
    asked.push(decision.event?.type ?? 'renewed')
    return { kind: 'changed', case: changed }
  }) satisfies Ports['cases']['change'],
  export: async function* () {
    yield* stored.values()
  },
})

const fakeIdempotency = (): Ports['idempotency'] => {
  const kept = new Map<string, { hash: string; status?: number; body?: unknown }>()
  return {
    begin: async (userId, key, hash) => {
      const known = kept.get(userId + key)
      if (!known) {
        kept.set(userId + key, { hash })
        return { kind: 'new' }
      }
      if (known.hash !== hash) return { kind: 'mismatch' }
      if (known.status === undefined) return { kind: 'busy' }
      return { kind: 'done', status: known.status, body: known.body }
    },
    finish: async (userId, key, status, body) => {
      kept.set(userId + key, { hash: kept.get(userId + key)?.hash ?? '', status, body })
    },
    forget: async (userId, key) => void kept.delete(userId + key),
  }
}
