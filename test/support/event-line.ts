import type { LiveEventShape } from '../../src/http/schemas/live-event.ts'
import type { ApiClient } from './api-client.ts'

/** What a console hears on its line, as a browser reads it: events, and where to go on. */
export interface EventLine {
  heard: LiveEventShape[]
  /** Events of one case, by name. */
  typesOf(caseId: string): string[]
  /** Last-Event-ID of a browser that comes back. */
  lastId(): string
  /** Whether the other side has ended it. */
  ended(): boolean
  hangUp(): void
}

/** Opens the line as this person and waits until it stands. */
export const listenLive = async (
  url: string,
  person: Pick<ApiClient, 'cookie'>,
  lastEventId?: string,
): Promise<EventLine> => {
  const stop = new AbortController()
  const response = await fetch(`${url}/api/events`, {
    headers: {
      cookie: person.cookie(),
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    },
    signal: stop.signal,
  })
  if (response.status !== 200 || !response.body) throw new Error(`no line: ${response.status}`)
  const heard: LiveEventShape[] = []
  let [last, over] = ['', false]
  const take = (frame: string) => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1]
    last = field('id') ?? last
    const data = field('data')
    if (data) heard.push(JSON.parse(data))
  }
  let nowStands = () => {}
  const stands = new Promise<void>((resolve) => {
    nowStands = resolve
  })
  const read = async (body: ReadableStream<Uint8Array>) => {
    let rest = ''
    for await (const chunk of body) {
      const frames = (rest + Buffer.from(chunk).toString()).split('\n\n')
      rest = frames.pop() ?? ''
      for (const frame of frames) take(frame)
      nowStands()
    }
  }
  const finish = () => {
    over = true
    nowStands()
  }
  read(response.body).then(finish, finish)
  await stands
  return {
    heard,
    typesOf: (caseId) => heard.filter((event) => event.caseId === caseId).map(({ type }) => type),
    lastId: () => last,
    ended: () => over,
    hangUp: () => stop.abort(),
  }
}
