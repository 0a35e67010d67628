/** Live changes of the list: rows change in place, newcomers wait behind the pill. */
import { listCases, viewCase } from '../api/cases.ts'
import type { LiveEvent } from '../api/wire.ts'
import { calmly } from './calm.ts'
import { onLineReopened, onLiveEvent } from './live.ts'
import {
  addArrival,
  arrivals,
  has,
  loadFirst,
  markTouched,
  markVanished,
  replaceRow,
  rows,
  wanted,
} from './queue-list.ts'
import { arrives, matches } from './queue-rules.ts'
import { me } from './session.ts'

const changed = new Set<string>()
const asked = new Set<string>()

export const keepRowsFresh = (): (() => void) => {
  const stops = [onLiveEvent(hear), onLineReopened(lookAgain)]
  return () => {
    for (const stop of stops) stop()
  }
}

/** What the first page says now, without moving a row: known ones change, new ones wait. */
const lookAgain = calmly(500, async () => {
  if (!wanted.value) return
  const { queue, filter } = wanted.value
  const answer = await listCases(queue, filter, null)
  if (answer.kind === 'refused') return
  for (const row of answer.body.items) {
    if (has(row.id)) replaceRow(row)
    else welcome(row.id)
  }
})

const hear = (event: LiveEvent): void => {
  if (!wanted.value) return
  if (has(event.caseId)) {
    if (event.type === 'case-left') markVanished(event.caseId)
    else changed.add(event.caseId)
    if (event.actor !== me.value?.user.name) markTouched(event.caseId)
    refreshRows()
    return
  }
  const { queue, filter } = wanted.value
  const answer = arrives(event, queue, filter, me.value?.agency?.id ?? null)
  if (answer === 'yes') welcome(event.caseId)
  if (answer === 'ask') {
    asked.add(event.caseId)
    askNewcomers()
  }
}

/** Nothing can be moved in an empty list: the first ones are shown at once. */
const welcome = (caseId: string): void => {
  addArrival(caseId)
  if (rows.value.length === 0) fillEmptyList()
}

const fillEmptyList = calmly(300, loadFirst)

const refreshRows = calmly(250, async () => {
  for (const caseId of takeAll(changed)) {
    const answer = await viewCase(caseId)
    if (answer.kind === 'ok') {
      replaceRow(answer.body.case)
    } else if (answer.problem.status === 404) markVanished(caseId)
  }
})

const askNewcomers = calmly(500, async () => {
  for (const caseId of takeAll(asked)) {
    const answer = await viewCase(caseId)
    const filter = wanted.value?.filter
    if (answer.kind === 'ok' && filter && matches(answer.body.case, filter)) welcome(caseId)
  }
})

const takeAll = (ids: Set<string>): string[] => {
  const taken = [...ids].filter((id) => !arrivals.value.has(id))
  ids.clear()
  return taken
}
