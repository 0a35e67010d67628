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

export const step = (by: 1 | -1): void => {
  const from = openCaseId.value ?? cursor.value
  const at = rows.value.findIndex(({ id }) => id === from)
  const to = rows.value[at === -1 ? 0 : at + by]
  if (!to) return
  standOn(to.id)
  if (openCaseId.value) open(to.id, 'replace')
  else focusRow(to.id)
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
