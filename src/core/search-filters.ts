/** Filters as an officer types them → what is meant, or a sentence that says what can be. */
import { CASE_STATES, type CaseState, STATE_LABELS } from './case-state.ts'
import type { Configuration, Government } from './configuration.ts'
import { type Refusal, refuse } from './errors.ts'
import { localDay } from './local-day.ts'
import { URGENCIES, type Urgency } from './reading.ts'
import { SEARCH_FILTERS, type SearchFilterText, searchWords } from './search-query.ts'

export type SearchFilter = { not: boolean } & (
  | { kind: 'agency'; ids: string[] | null }
  | { kind: 'place'; words: string[]; codes: string[] }
  | { kind: 'state'; states: CaseState[] }
  | { kind: 'open'; open: boolean }
  | { kind: 'snoozed' }
  /** Open, with a deadline in that span: from inclusive, to exclusive. */
  | { kind: 'due'; from: Date | null; to: Date }
  | { kind: 'since'; from: Date }
  | { kind: 'category'; ids: string[] }
  | { kind: 'urgency'; urgency: Urgency }
  | { kind: 'code'; prefix: string }
)

export interface SearchGround {
  government: Government
  taxonomy: Configuration['taxonomy']
  now: Date
}

const DAY = 86_400_000

type Meaning = SearchFilter | Refusal
type Resolve = (value: string, not: boolean, ground: SearchGround) => Meaning

export const resolveFilters = (
  filters: SearchFilterText[],
  ground: SearchGround,
): { kind: 'resolved'; filters: SearchFilter[] } | Refusal => {
  const resolved: SearchFilter[] = []
  for (const { name, value, not } of filters) {
    const meant = RESOLVE[name](value.toLowerCase(), not, ground)
    if (meant.kind === 'refused') return meant
    resolved.push(meant)
  }
  return { kind: 'resolved', filters: resolved }
}

const strange = (name: keyof typeof SEARCH_FILTERS, value: string): Refusal =>
  refuse('search-query', `“${name}:${value}” tidak dikenal. Contoh: ${SEARCH_FILTERS[name]}.`)

const plain = (text: string): string => searchWords(text).join('')

const agency: Resolve = (value, not, { government }) => {
  if (['kosong', 'tanpa', 'pilah'].includes(value)) return { kind: 'agency', ids: null, not }
  const wanted = plain(value)
  const ids = government.agencies
    .filter(({ id, abbreviation, name, aliases }) =>
      [id, id.split('.').at(-1) ?? '', abbreviation, name, ...aliases].some(
        (called) => plain(called) === wanted,
      ),
    )
    .map(({ id }) => id)
  return ids.length > 0 ? { kind: 'agency', ids, not } : strange('opd', value)
}

/** By its name in the case, or by the district or regency that it lies in. */
const place: Resolve = (value, not, { government }) => {
  const words = searchWords(value)
  if (words.length === 0) return strange('wil', value)
  const wanted = words.join('')
  const codes = [...government.districts, ...government.region]
    .filter(({ name, aliases }) => [name, ...aliases].some((called) => plain(called) === wanted))
    .map(({ code }) => code)
  return { kind: 'place', words, codes, not }
}

const STATE_WORDS: Record<string, CaseState> = {
  proses: 'in-progress',
  diteruskan: 'referred',
  diterima: 'accepted',
  dialihkan: 'handed-over',
  menunggu: 'waiting-reporter',
  kambuh: 'reopened',
}

const state: Resolve = (value, not) => {
  if (value === 'terbuka' || value === 'berakhir')
    return { kind: 'open', open: value === 'terbuka', not }
  if (value === 'ditunda') return { kind: 'snoozed', not }
  const wanted = plain(value)
  const meant =
    (Object.hasOwn(STATE_WORDS, wanted) ? STATE_WORDS[wanted] : undefined) ??
    CASE_STATES.find((id) => plain(STATE_LABELS[id]) === wanted || plain(id) === wanted)
  return meant ? { kind: 'state', states: [meant], not } : strange('status', value)
}

const due: Resolve = (value, not, { government, now }) => {
  const day = localDay(now, government.zoneLabel)
  const spans: Record<string, [from: Date | null, to: Date]> = {
    lewat: [null, now],
    hariini: [day, new Date(day.getTime() + DAY)],
    besok: [new Date(day.getTime() + DAY), new Date(day.getTime() + 2 * DAY)],
  }
  const wanted = plain(value)
  const span = Object.hasOwn(spans, wanted) ? spans[wanted] : undefined
  return span ? { kind: 'due', from: span[0], to: span[1], not } : strange('tenggat', value)
}

const UNITS: Record<string, number> = { h: 1, m: 7, b: 30 }

const since: Resolve = (value, not, { government, now }) => {
  const [, count, unit = ''] = /^(\d{1,4})([hmb])$/.exec(value) ?? []
  if (count) {
    const days = Number(count) * (UNITS[unit] ?? 1)
    return { kind: 'since', from: new Date(now.getTime() - days * DAY), not }
  }
  // noon is on the same local day in every zone of Indonesia
  const noon = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T05:00:00Z`) : null
  if (!noon || Number.isNaN(noon.getTime()) || !noon.toISOString().startsWith(value))
    return strange('sejak', value)
  return { kind: 'since', from: localDay(noon, government.zoneLabel), not }
}

const category: Resolve = (value, not, { taxonomy }) => {
  const wanted = plain(value)
  const ids = taxonomy.categories
    .filter(
      ({ id, label }) => id === value || id.startsWith(`${value}.`) || plain(label) === wanted,
    )
    .map(({ id }) => id)
  return ids.length > 0 ? { kind: 'category', ids, not } : strange('kat', value)
}

const urgency: Resolve = (value, not) => {
  const meant = URGENCIES.find((one) => one.toLowerCase() === value)
  return meant ? { kind: 'urgency', urgency: meant, not } : strange('urg', value)
}

const code: Resolve = (value, not) =>
  /^[a-z0-9-]{2,20}$/.test(value)
    ? { kind: 'code', prefix: value.toUpperCase(), not }
    : strange('kode', value)

const RESOLVE: Record<SearchFilterText['name'], Resolve> = {
  opd: agency,
  wil: place,
  status: state,
  tenggat: due,
  sejak: since,
  kat: category,
  urg: urgency,
  kode: code,
}
