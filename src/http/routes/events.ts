import { Readable } from 'node:stream'
import { liveEvents } from '../live-events.ts'
import type { Api, HttpParts } from '../parts.ts'
import { refused } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { EventQuery } from '../schemas/live-event.ts'
import { TextFile } from '../schemas/parts.ts'

/** Open tabs of one person; more are a fault of a page, not work. */
const STREAMS_PER_PERSON = 20

/** Live changes as server-sent events; each carries the cursor at which to go on. */
export const eventRoutes = (api: Api, { ports }: HttpParts): void => {
  const open = new Map<AbortController, string>()
  // Else a stop would wait for streams that never end by themselves.
  api.addHook('preClose', async () => {
    for (const stream of open.keys()) stream.abort()
  })

  api.get(
    '/events',
    {
      // HEAD would read the whole of it to say nothing.
      exposeHeadRoute: false,
      config: { right: 'case:read' },
      schema: {
        querystring: EventQuery,
        produces: ['text/event-stream'],
        response: { 200: TextFile },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request)
      const mine = [...open.values()].filter((userId) => userId === viewer.userId).length
      if (mine >= STREAMS_PER_PERSON) throw refused('too-many-attempts')
      const stop = new AbortController()
      open.set(stop, viewer.userId)
      reply.raw.once('close', () => {
        open.delete(stop)
        stop.abort()
      })
      const session = { viewer, token: request.sessionToken ?? '' }
      const from = cursorOf(request.headers['last-event-id']) ?? request.query.after ?? null
      return (
        reply
          .type('text/event-stream; charset=utf-8')
          .header('x-accel-buffering', 'no')
          // Kept alive after its end, the socket would hold up our stop for a minute.
          .header('connection', 'close')
          .send(Readable.from(liveEvents(ports, session, from, stop.signal)))
      )
    },
  )
}

const cursorOf = (header: string | string[] | undefined): string | null =>
  typeof header === 'string' && /^[A-Za-z0-9_.:-]{1,100}$/.test(header) ? header : null
