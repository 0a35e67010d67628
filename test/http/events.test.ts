import { afterEach, describe, expect, it } from 'vitest'
import { liveEvents } from '../../src/http/live-events.ts'
import type { LiveEvent } from '../../src/ports/events.ts'
import { startApp } from './app-under-test.ts'
import { CASE_ID, type FakeHouse, fakeHouse, NOW, tokenOf, viewerWith } from './fake-ports.ts'

const event = (id: number, type: LiveEvent['type'] = 'claimed'): LiveEvent => ({
  id: String(id),
  type,
  caseId: CASE_ID,
  code: 'CTH-2345678',
  agencyId: 'dinas-pu',
  urgency: 'P3',
  actor: 'Rani',
  at: NOW,
})

const session = { token: tokenOf('desk-officer'), viewer: viewerWith('desk-officer') }
const QUICK = { heartbeatMs: 20, recheckMs: 60_000, settleMs: 5 }

const stops: AbortController[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop.abort()
})

const listen = (house: FakeHouse, from: string | null, pace = QUICK) => {
  const stop = new AbortController()
  stops.push(stop)
  const stream = liveEvents(house.ports, session, from, stop.signal, pace)
  const next = async () => (await stream.next()).value as string
  return { stop, stream, next }
}

describe('the line to the console', () => {
  it('begins with the place at which to go on, should it break at once', async () => {
    const house = fakeHouse()
    house.history.push(event(7))
    expect(await listen(house, null).next()).toBe('retry: 2000\nid: 7\n\n')
  })

  it('resumes behind the last event that was seen', async () => {
    const house = fakeHouse()
    house.history.push(event(1), event(2, 'answered'), event(3, 'case-left'))
    const { next } = listen(house, '1')
    await next()
    expect(await next()).toMatch(/^id: 2\nevent: answered\ndata: \{"id":"2",.*\}\n\n$/)
    expect(await next()).toMatch(/^id: 3\nevent: case-left\n/)
  })

  it('tells what is committed while it is open', async () => {
    const house = fakeHouse()
    const { next } = listen(house, '0', { ...QUICK, heartbeatMs: 60_000 })
    await next()
    const told = next()
    await new Promise((resolve) => setTimeout(resolve, 10))
    house.history.push(event(1))
    house.announce()
    expect(await told).toContain('event: claimed')
  })

  it('looks again shortly after a ring, since another transaction may have been open', async () => {
    const house = fakeHouse()
    const { next } = listen(house, '0', { ...QUICK, heartbeatMs: 60_000 })
    await next()
    const told = next()
    await new Promise((resolve) => setTimeout(resolve, 10))
    house.announce()
    setTimeout(() => house.history.push(event(1)), 2)
    expect(await told).toContain('event: claimed')
  })

  it('says that it lives, and where to go on, when nothing happens', async () => {
    const { next } = listen(fakeHouse(), '4')
    await next()
    expect(await next()).toBe(': ping\nid: 4\n\n')
  })

  it('ends when the session is gone', async () => {
    const house = fakeHouse()
    const { stream } = listen(house, '0', { ...QUICK, recheckMs: 0 })
    await stream.next()
    await stream.next()
    house.endSessions()
    expect((await stream.next()).done).toBe(true)
  })

  it('ends when the page is closed, and stops listening', async () => {
    const house = fakeHouse()
    const { stop, stream } = listen(house, '0', { ...QUICK, heartbeatMs: 60_000 })
    await stream.next()
    const last = stream.next()
    setTimeout(() => stop.abort(), 5)
    expect((await last).done).toBe(true)
  })
})

describe('GET /api/events', () => {
  /** Reads until the text is there, over a real socket. */
  const readUntil = async (url: string, headers: Record<string, string>, wanted: string) => {
    const stop = new AbortController()
    const response = await fetch(url, { headers, signal: stop.signal })
    let text = ''
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString()
      if (text.includes(wanted)) break
    }
    stop.abort()
    return { response, text }
  }

  it('streams over a socket, resumes by header or address, and does not hold up the stop', async () => {
    const { app, house } = await startApp({ alone: true })
    house.history.push(event(1), event(2), event(3))
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    const cookie = `sid=${tokenOf('desk-officer')}`
    const byHeader = await readUntil(
      `${address}/api/events?after=1`,
      { cookie, 'last-event-id': '2' },
      'id: 3',
    )
    expect(byHeader.response.headers.get('content-type')).toContain('text/event-stream')
    expect(byHeader.response.headers.get('cache-control')).toBe('no-store')
    expect(byHeader.text).not.toContain('"id":"2"')
    const byAddress = await readUntil(`${address}/api/events?after=1`, { cookie }, '"id":"3"')
    expect(byAddress.text).toContain('"id":"2"')

    const left = await fetch(`${address}/api/events`, { headers: { cookie } })
    const began = Date.now()
    await app.close()
    expect(Date.now() - began).toBeLessThan(3_800)
    expect(await left.text()).toContain('retry: 2000')
  })

  it('asks a stranger to sign in, and an administrator has no cases to hear of', async () => {
    const { app, as } = await startApp()
    expect((await app.inject('/api/events')).statusCode).toBe(401)
    expect((await as('administrator', { url: '/api/events' })).statusCode).toBe(403)
  })
})
