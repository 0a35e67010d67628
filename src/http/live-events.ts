import type { Viewer } from '../core/roles.ts'
import type { LiveEvent } from '../ports/events.ts'
import type { Ports } from '../ports/ports.ts'
import type { CasePresence } from '../ports/presence.ts'
import { createBell, type Heard } from './bell.ts'
import type { LiveEventShape, LivePresenceShape } from './schemas/live-event.ts'
import { onlookerShape } from './views/case-view.ts'

const PACE = {
  /** Proxies cut lines that say nothing. */
  heartbeatMs: 15_000,
  /** A line on which nothing is told is ended this long after its session at the latest. */
  recheckMs: 60_000,
  /** A change may become visible a moment after it was announced: another transaction was open. */
  settleMs: 1_000,
}

const AT_ONCE = 100

type EventPorts = Pick<Ports, 'events' | 'sessions' | 'clock' | 'presence'>

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
  let lookedAt = ports.clock.now()
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
      const looked = ports.clock.now()
      const moved = await ports.presence.news(viewer, new Date(lookedAt.getTime() - OVERLAP_MS))
      yield* moved.map(presenceFrame)
      lookedAt = looked
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

/** Clocks of processes differ a little; who came is rather told twice than not at all. */
const OVERLAP_MS = 1_000

/** Without an id: who was here a minute ago is nothing to resume from. */
const presenceFrame = ({ caseId, code, people }: CasePresence): string => {
  const data = { caseId, code, people: people.map(onlookerShape) }
  return `event: presence\ndata: ${JSON.stringify(data satisfies LivePresenceShape)}\n\n`
}

const frame = (event: LiveEvent): string => {
  const { id, type, caseId, code, agencyId, urgency, actor, at } = event
  const data = { id, type, caseId, code, agencyId, urgency, actor, at: at.toISOString() }
  return `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data satisfies LiveEventShape)}\n\n`
}
