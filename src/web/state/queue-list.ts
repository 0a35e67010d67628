/** The rows of the queue that is open: loaded by page, changed in place, never moved by others. */
import { batch, computed, effect, signal } from '@preact/signals'
import { type CaseFilter, listCases } from '../api/cases.ts'
import type { Problem } from '../api/request.ts'
import type { QueueName, Row } from '../api/wire.ts'
import { NO_FILTER } from './address.ts'
import { address } from './navigation.ts'

export const rows = signal<Row[]>([])
export const loading = signal<'first' | 'more' | null>(null)
export const failure = signal<Problem | null>(null)
/** Ids that have come in since the list was loaded: the pill counts them. */
export const arrivals = signal<ReadonlySet<string>>(new Set())
/** Rows that the viewer may no longer see; they stay in place until the next load. */
export const vanished = signal<ReadonlySet<string>>(new Set())
/** Rows that somebody else has just changed. */
export const touched = signal<ReadonlySet<string>>(new Set())
export const nextPage = signal<string | null>(null)

interface Wanted {
  queue: QueueName
  filter: CaseFilter
}

/** The queue that the address names; it stays when only the open case changes. */
let before: Wanted = { queue: 'all', filter: NO_FILTER }
export const wanted = computed<Wanted | null>(() => {
  const here = address.value
  if (here.page !== 'queue') return null
  const { queue, filter } = here
  if (JSON.stringify({ queue, filter }) !== JSON.stringify(before)) before = { queue, filter }
  return before
})

let round = 0

export const loadFirst = async (): Promise<void> => {
  const { queue, filter } = before
  round += 1
  const mine = round
  loading.value = 'first'
  const answer = await listCases(queue, filter, null)
  if (mine !== round) return
  batch(() => {
    loading.value = null
    failure.value = answer.kind === 'refused' ? answer.problem : null
    rows.value = answer.kind === 'ok' ? answer.body.items : []
    nextPage.value = answer.kind === 'ok' ? answer.body.next : null
    arrivals.value = new Set()
    vanished.value = new Set()
    touched.value = new Set()
  })
}

export const loadMore = async (): Promise<void> => {
  if (!nextPage.value || loading.value) return
  const { queue, filter } = before
  const mine = round
  loading.value = 'more'
  const answer = await listCases(queue, filter, nextPage.value)
  if (mine !== round) return
  batch(() => {
    loading.value = null
    failure.value = answer.kind === 'refused' ? answer.problem : null
    if (answer.kind === 'refused') return
    const known = new Set(rows.value.map(({ id }) => id))
    rows.value = [...rows.value, ...answer.body.items.filter(({ id }) => !known.has(id))]
    nextPage.value = answer.body.next
  })
}

/** A newer state of a row that is shown; older news than what is shown is no news. */
export const replaceRow = (changed: Row): void => {
  rows.value = rows.value.map((row) =>
    row.id === changed.id && row.version <= changed.version ? changed : row,
  )
}

export const has = (caseId: string): boolean => rows.value.some(({ id }) => id === caseId)

export const markVanished = (caseId: string): void => {
  vanished.value = new Set(vanished.value).add(caseId)
}

const TOUCHED_MILLISECONDS = 4_000

export const markTouched = (caseId: string): void => {
  touched.value = new Set(touched.value).add(caseId)
  setTimeout(() => {
    const left = new Set(touched.value)
    left.delete(caseId)
    touched.value = left
  }, TOUCHED_MILLISECONDS)
}

export const addArrival = (caseId: string): void => {
  arrivals.value = new Set(arrivals.value).add(caseId)
}

/** Loads whenever another queue or filter is named. */
export const keepQueue = (): (() => void) =>
  effect(() => {
    if (!wanted.value) return
    batch(() => {
      rows.value = []
      nextPage.value = null
    })
    void loadFirst()
  })
