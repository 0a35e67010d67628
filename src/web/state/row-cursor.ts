/** Which row the keys stand on. With a case open it is that case's row. */
import { signal } from '@preact/signals'
import { address, go } from './navigation.ts'
import { openCaseId } from './open-case.ts'
import { rows } from './queue-list.ts'

const cursor = signal<string | null>(null)

export const rowElementId = (caseId: string): string => `row-${caseId}`

export const standOn = (caseId: string): void => {
  cursor.value = caseId
}

/** Who goes to a queue begins at its top, wherever the last case has moved to. */
export const standNowhere = (): void => {
  cursor.value = null
}

export const step = (by: 1 | -1): void => {
  const from = openCaseId.value ?? cursor.value
  const at = rows.value.findIndex(({ id }) => id === from)
  const to = rows.value[at === -1 ? 0 : at + by]
  if (!to) stay()
  else moveTo(to.id)
}

const moveTo = (caseId: string): void => {
  standOn(caseId)
  if (openCaseId.value) open(caseId, 'replace')
  else focusRow(caseId)
}

/** At an end the row is still shown: no key is without an answer. */
const stay = (): void => {
  if (cursor.value && !openCaseId.value) focusRow(cursor.value)
}

export const openUnderCursor = (): void => {
  if (cursor.value && !openCaseId.value) open(cursor.value, 'push')
}

export const closeCase = (): void => {
  const here = address.value
  if (here.page !== 'queue' || !here.caseId) return
  const left = here.caseId
  go({ ...here, caseId: null })
  requestAnimationFrame(() => focusRow(left))
}

const open = (caseId: string, how: 'push' | 'replace'): void => {
  const here = address.value
  if (here.page === 'queue') go({ ...here, caseId }, how)
}

const focusRow = (caseId: string): void => document.getElementById(rowElementId(caseId))?.focus()
