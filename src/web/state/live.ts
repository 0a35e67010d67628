/** The one open line to the server: what changed, while we look. */
import { signal } from '@preact/signals'
import { CASE_EVENT_TYPES } from '../../core/case.ts'
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

const TYPES: LiveEvent['type'][] = [...CASE_EVENT_TYPES, 'case-left']
const RETRY_MILLISECONDS = 3_000

/** Opens the line; after a disconnect it resumes behind the last event that was seen. */
export const listen = (): (() => void) => {
  let source: EventSource | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let cursor: string | null = null

  const hear = (message: MessageEvent<string>) => {
    cursor = message.lastEventId || cursor
    const event: LiveEvent = JSON.parse(message.data)
    for (const tell of listeners) tell(event)
  }

  const open = () => {
    source = new EventSource(`/api/events${cursor ? `?after=${encodeURIComponent(cursor)}` : ''}`)
    source.onopen = () => {
      line.value = { kind: 'open' }
    }
    for (const type of TYPES) source.addEventListener(type, hear)
    source.onerror = () => {
      if (line.value.kind !== 'lost') line.value = { kind: 'lost', since: new Date().toISOString() }
      if (source?.readyState === EventSource.CLOSED) retry = setTimeout(open, RETRY_MILLISECONDS)
    }
  }

  open()
  return () => {
    clearTimeout(retry)
    source?.close()
    line.value = { kind: 'connecting' }
  }
}
