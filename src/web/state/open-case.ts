/** The case that is open beside the list: loaded, kept fresh, and held while it is worked on. */
import { computed, effect, signal } from '@preact/signals'
import { EVENT_LABELS } from '../../core/case-event.ts'
import { changeCase, viewCase } from '../api/cases.ts'
import type { Case, CaseView, LiveEvent, Row } from '../api/wire.ts'
import { calmly } from './calm.ts'
import { onLineReopened, onLiveEvent } from './live.ts'
import { address, go } from './navigation.ts'
import { whisper } from './notices.ts'
import { now } from './now.ts'
import { replaceRow } from './queue-list.ts'
import { me } from './session.ts'

export type OpenCase =
  | { kind: 'none' }
  | { kind: 'loading'; caseId: string }
  | { kind: 'missing'; caseId: string }
  | { kind: 'ready'; view: CaseView }

export const openCase = signal<OpenCase>({ kind: 'none' })

export const openCaseId = computed<string | null>(() =>
  address.value.page === 'queue' ? address.value.caseId : null,
)

/** Who holds the case right now: nobody, me, or somebody by name. An expired lease holds nothing. */
export type Holder = { kind: 'nobody' } | { kind: 'me' } | { kind: 'other'; name: string }

export const holderOf = ({ claim }: Pick<Row, 'claim'>): Holder => {
  if (!claim || Date.parse(claim.until) <= now.value) return { kind: 'nobody' }
  return claim.mine ? { kind: 'me' } : { kind: 'other', name: claim.name }
}

export const reloadCase = async (): Promise<CaseView | null> => {
  const caseId = openCaseId.peek()
  if (!caseId) return null
  const answer = await viewCase(caseId)
  if (caseId !== openCaseId.peek()) return null
  if (answer.kind === 'ok') {
    if (goesOn(answer.body.case)) return null
    showView(answer.body)
    return answer.body
  }
  if (answer.problem.status === 404) openCase.value = { kind: 'missing', caseId }
  return null
}

/** The absorbed case that was opened, and the one that took it in. */
export const arrivedFrom = signal<{ code: string; into: string } | null>(null)

/**
 * An absorbed case opens the one that took it in. One that is absorbed while somebody looks at it
 * stays: nothing may move under the cursor.
 */
const goesOn = ({ code, mergedInto }: Case): boolean => {
  const here = address.peek()
  if (!mergedInto || openCase.peek().kind !== 'loading' || here.page !== 'queue') return false
  arrivedFrom.value = { code, into: mergedInto }
  go({ ...here, caseId: mergedInto }, 'replace')
  return true
}

const showView = (view: CaseView): void => {
  openCase.value = { kind: 'ready', view }
  replaceRow(view.case)
}

/** A new state of the case without its posts and events: shown at once, the rest follows. */
export const showCase = (changed: Case): void => {
  replaceRow(changed)
  const shown = openCase.peek()
  if (shown.kind !== 'ready' || shown.view.case.id !== changed.id) return
  openCase.value = { kind: 'ready', view: { ...shown.view, case: changed } }
}

const loadWhenOpened = (): (() => void) =>
  effect(() => {
    const caseId = openCaseId.value
    if (!caseId) {
      openCase.value = { kind: 'none' }
      return
    }
    const shown = openCase.peek()
    if (shown.kind === 'ready' && shown.view.case.id === caseId) return
    openCase.value = { kind: 'loading', caseId }
    void reloadCase()
  })

const followChanges = (): (() => void) => {
  const refresh = calmly(150, async () => {
    await reloadCase()
  })
  const hear = (event: LiveEvent) => {
    if (event.caseId !== openCaseId.peek()) return
    tell(event)
    refresh()
  }
  const stops = [onLiveEvent(hear), onLineReopened(refresh)]
  return () => {
    for (const stop of stops) stop()
  }
}

const tell = ({ type, actor }: LiveEvent): void => {
  if (type === 'case-left' || !actor || actor === me.peek()?.user.name) return
  whisper.value = `${EVENT_LABELS[type]} oleh ${actor}`
}

const HEARTBEAT_MILLISECONDS = 20_000

/** The lease lives as long as the page of its holder is open. */
const keepHold = (): (() => void) => {
  const timer = setInterval(() => void beat(), HEARTBEAT_MILLISECONDS)
  return () => clearInterval(timer)
}

const beat = async (): Promise<void> => {
  const shown = openCase.peek()
  if (shown.kind !== 'ready' || holderOf(shown.view.case).kind !== 'me') return
  const answer = await changeCase(shown.view.case, 'heartbeat', {})
  if (answer.kind === 'ok') showCase(answer.body.case)
  else if (answer.problem.status === 409) await reloadCase()
}

export const keepOpenCase = (): (() => void) => {
  const stops = [loadWhenOpened(), followChanges(), keepHold()]
  return () => {
    for (const stop of stops) stop()
  }
}
