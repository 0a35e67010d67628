import type { Viewer } from '../core/roles.ts'
import type { LiveEvent } from '../ports/events.ts'
import type { Ports } from '../ports/ports.ts'
import { createBell, type Heard } from './bell.ts'
import type { LiveEventShape } from './schemas/live-event.ts'

const PACE = {
  /** Proxies cut lines that say nothing. */
  heartbeatMs: 15_000,
  /** A line on which nothing is told is ended this long after its session at the latest. */
  recheckMs: 60_000,
  /** A change may become visible a moment after it was announced: another transaction was open. */
  settleMs: 1_000,
}

const AT_ONCE = 100

type EventPorts = Pick<Ports, 'events' | 'sessions' | 'clock'>

/** The text of an event stream, from the cursor on, until the signal or the session ends it. */
export async function* liveEvents(
  ports: EventPorts,
  session: { token: string; viewer: Viewer },
  from: string | null,
  signal: AbortSignal,
  pace = PACE,
): AsyncGenerator<string> {
  const bell = createBell(ports.events, signal)
  let { viewer } = session
  let cursor = from ?? (await ports.events.latest())
  let checkedAt = ports.clock.now().getTime()
  yield `retry: 2000\n${mark(cursor)}`
  try {
    while (!signal.aborted) {
      const news = await ports.events.after(viewer, cursor, AT_ONCE)
      const overdue = ports.clock.now().getTime() - checkedAt >= pace.recheckMs
      // Somebody who was locked out a moment ago is told nothing more.
      if (overdue || news.events.length > 0) {
        const still = await ports.sessions.viewer(session.token, { touch: false })
        if (!still) return
        viewer = still.viewer
        checkedAt = ports.clock.now().getTime()
      }
      yield* news.events.map(frame)
      cursor = news.cursor
      if (news.events.length < AT_ONCE) yield* quiet(await bell.wait(pace), cursor)
    }
  } finally {
    bell.close()
  }
}

/** The heartbeat carries the cursor too: a reconnect need not read again what was not for us. */
const quiet = (heard: Heard, cursor: string): string[] =>
  heard === 'quiet' ? [`: ping\n${mark(cursor)}`] : []

const mark = (cursor: string): string => `id: ${cursor}\n\n`

const frame = (event: LiveEvent): string => {
  const { id, type, caseId, code, agencyId, urgency, actor, at } = event
  const data = { id, type, caseId, code, agencyId, urgency, actor, at: at.toISOString() }
  return `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data satisfies LiveEventShape)}\n\n`
}
