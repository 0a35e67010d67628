import { describe, expect, it } from 'vitest'
import { nextPacificMidnight } from '../../../src/connectors/http/pacific-midnight.ts'
import { readRateLimit } from '../../../src/connectors/http/rate-limit-answer.ts'

const NOW = new Date('2026-11-21T03:00:00Z')
const answer = (status: number, headers: Record<string, string> = {}, body = '') =>
  readRateLimit({ status, headers: new Headers(headers), body }, NOW)

describe('an answer that may ask to wait', () => {
  it('asks for nothing when it is an answer, a fault or a refusal', () => {
    expect(answer(200, { 'x-rate-limit-reset': '1795237200' })).toBeNull()
    expect(answer(500)).toBeNull()
    expect(answer(503)).toBeNull()
    expect(answer(403, {}, '{"error":{"errors":[{"reason":"forbidden"}]}}')).toBeNull()
  })

  it('is believed for fifteen minutes at most, whatever window it names', () => {
    const waits = [
      answer(429, { 'retry-after': '86400' }),
      answer(429, { 'x-rate-limit-reset': String(NOW.getTime() / 1000 + 86_400) }),
      answer(429, { 'ratelimit-reset': '99999' }),
    ]
    for (const wait of waits) expect(wait?.waitUntil).toEqual(new Date('2026-11-21T03:15:00Z'))
  })

  it('waits a minute when the window it names is over already', () => {
    const past = answer(429, { 'x-rate-limit-reset': String(NOW.getTime() / 1000 - 30) })
    expect(past?.waitUntil).toEqual(new Date('2026-11-21T03:01:00Z'))
  })
})

describe('midnight of the Pacific coast', () => {
  it.each([
    ['in winter', '2026-11-21T03:00:00Z', '2026-11-21T08:00:00.000Z'],
    ['in summer', '2026-07-01T12:00:00Z', '2026-07-02T07:00:00.000Z'],
    ['at midnight itself', '2026-07-01T07:00:00Z', '2026-07-02T07:00:00.000Z'],
    ['on the day of 23 hours', '2026-03-08T09:00:00Z', '2026-03-09T07:00:00.000Z'],
    ['on the day of 25 hours', '2026-11-01T07:30:00Z', '2026-11-02T08:00:00.000Z'],
  ])('is found %s', (_when, now, midnight) => {
    expect(nextPacificMidnight(new Date(now)).toISOString()).toBe(midnight)
  })
})
