/** The one open line to the server: what changed, while we look. */
import { signal } from '@preact/signals'
import { CASE_EVENT_TYPES } from '../../core/case-event.ts'
import { readMe } from '../api/account.ts'
import type { LiveEvent } from '../api/wire.ts'

export type LineState = { kind: 'connecting' } | { kind: 'open' } | { kind: 'lost'; since: string }

export const line = signal<LineState>({ kind: 'connecting' })

type Listener = (event: LiveEvent) => void
const listeners = new Set<Listener>()

/** Every change that the viewer may see; returns the way to stop listening. */
export const onLiveEvent = (listener: Listener): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const resumed = new Set<() => void>()

/** The line was opened anew and may have missed something: look again at what is shown. */
export const onLineReopened = (look: () => void): (() => void) => {
  resumed.add(look)
  return () => resumed.delete(look)
}

const TYPES: LiveEvent['type'][] = [...CASE_EVENT_TYPES, 'case-left']
const RETRY_MILLISECONDS = 3_000
/** Browsers allow six connections to a host: a forgotten tab gives its line back. */
const FORGOTTEN_MILLISECONDS = 5 * 60_000

let source: EventSource | null = null
let cursor: string | null = null
let waiting: ReturnType<typeof setTimeout> | undefined

/** Opens the line; after a disconnect it resumes behind the last event that was seen. */
export const listen = (): (() => void) => {
  open()
  document.addEventListener('visibilitychange', restOrWake)
  return () => {
    document.removeEventListener('visibilitychange', restOrWake)
    hangUp()
    cursor = null
    line.value = { kind: 'connecting' }
  }
}

const open = (): void => {
  hangUp()
  source = new EventSource(`/api/events${cursor ? `?after=${encodeURIComponent(cursor)}` : ''}`)
  source.onopen = () => {
    const again = line.value.kind === 'lost'
    line.value = { kind: 'open' }
    if (again) for (const look of resumed) look()
  }
  source.onerror = lose
  for (const type of TYPES) source.addEventListener(type, hear)
}

const hear = (message: MessageEvent<string>): void => {
  cursor = message.lastEventId || cursor
  const event: LiveEvent = JSON.parse(message.data)
  for (const tell of listeners) tell(event)
}

const lose = (): void => {
  if (line.value.kind !== 'lost') line.value = { kind: 'lost', since: new Date().toISOString() }
  if (source?.readyState === EventSource.CLOSED) waiting = setTimeout(retry, RETRY_MILLISECONDS)
}

/** A refused line may mean that the session has ended: asking who we are brings the sign-in page. */
const retry = async (): Promise<void> => {
  const who = await readMe()
  if (who.kind === 'refused' && who.problem.status === 401) return
  open()
}

/** Gives the line back without a word: nobody is looking. */
const rest = (): void => {
  hangUp()
  line.value = { kind: 'lost', since: new Date().toISOString() }
}

const hangUp = (): void => {
  clearTimeout(waiting)
  source?.close()
  source = null
}

const restOrWake = (): void => {
  if (document.hidden) waiting = setTimeout(rest, FORGOTTEN_MILLISECONDS)
  else if (source) clearTimeout(waiting)
  else open()
}
