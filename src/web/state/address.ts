/** The address bar as data: every page, queue, filter and open case can be bookmarked. */
import { URGENCIES } from '../../core/reading.ts'
import type { CaseFilter } from '../api/cases.ts'
import { query } from '../api/query.ts'
import type { CaseSort, QueueName } from '../api/wire.ts'

export type PageName = 'ledger' | 'sources' | 'channels' | 'users'

export type Address =
  | { page: 'home' }
  | { page: 'setup' | 'password'; token: string }
  | { page: 'case'; caseId: string }
  | { page: 'queue'; queue: QueueName; caseId: string | null; filter: CaseFilter }
  | { page: PageName }

export type QueueAddress = Extract<Address, { page: 'queue' }>

const QUEUE_SLUGS: Record<QueueName, string> = {
  agency: 'opd',
  triage: 'pilah',
  unanswered: 'belum-dijawab',
  late: 'tenggat',
  snoozed: 'ditunda',
  all: 'semua',
  ended: 'selesai',
}

const SORT_SLUGS: Record<CaseSort, string> = { due: 'tenggat', newest: 'terbaru', risk: 'risiko' }

const PAGE_SLUGS: Record<PageName, string> = {
  ledger: 'di-luar-antrean',
  sources: 'sumber',
  channels: 'saluran',
  users: 'pengguna',
}

export const NO_FILTER: CaseFilter = { q: '', agency: '', category: '', urgency: '', sort: 'due' }

export const queueAddress = (queue: QueueName, filter: CaseFilter = NO_FILTER): QueueAddress => ({
  page: 'queue',
  queue,
  caseId: null,
  filter,
})

export const parseAddress = (path: string, search: string): Address => {
  const [room = '', first = '', second = ''] = path.split('/').filter(Boolean).map(decoded)
  if (room === 'mulai' && first) return { page: 'setup', token: first }
  if (room === 'sandi' && first) return { page: 'password', token: first }
  if (room === 'kasus' && first) return { page: 'case', caseId: first }
  const queue = keyOf(QUEUE_SLUGS, first)
  if (room === 'antrean' && queue) {
    return { page: 'queue', queue, caseId: second || null, filter: parseFilter(search) }
  }
  const page = keyOf(PAGE_SLUGS, room)
  return page ? { page } : { page: 'home' }
}

export const pathOf = (address: Address): string => {
  switch (address.page) {
    case 'home':
      return '/'
    case 'setup':
      return `/mulai/${encodeURIComponent(address.token)}`
    case 'password':
      return `/sandi/${encodeURIComponent(address.token)}`
    case 'case':
      return `/kasus/${encodeURIComponent(address.caseId)}`
    case 'queue':
      return pathOfQueue(address)
    default:
      return `/${PAGE_SLUGS[address.page]}`
  }
}

const pathOfQueue = ({ queue, caseId, filter }: QueueAddress): string => {
  const room = `/antrean/${QUEUE_SLUGS[queue]}${caseId ? `/${encodeURIComponent(caseId)}` : ''}`
  return (
    room +
    query({
      q: filter.q,
      opd: filter.agency,
      kategori: filter.category,
      urgensi: filter.urgency,
      urut: filter.sort === NO_FILTER.sort ? '' : SORT_SLUGS[filter.sort],
    })
  )
}

const parseFilter = (search: string): CaseFilter => {
  const said = new URLSearchParams(search)
  const urgency = said.get('urgensi')
  return {
    q: said.get('q') ?? '',
    agency: said.get('opd') ?? '',
    category: said.get('kategori') ?? '',
    urgency: URGENCIES.find((known) => known === urgency) ?? '',
    sort: keyOf(SORT_SLUGS, said.get('urut') ?? '') ?? NO_FILTER.sort,
  }
}

export const isFiltered = ({ q, agency, category, urgency }: CaseFilter): boolean =>
  [q, agency, category, urgency].some((value) => value !== '')

const keyOf = <Key extends string>(slugs: Record<Key, string>, slug: string): Key | null =>
  (Object.keys(slugs) as Key[]).find((key) => slugs[key] === slug) ?? null

/** A broken escape in a typed address is text like any other. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
