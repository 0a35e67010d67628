import { expect, it } from 'vitest'
import { isNight } from '../../src/core/night.ts'

it.each([
  ['2026-04-13T17:59:00Z', 'Asia/Jakarta', false],
  ['2026-04-13T18:00:00Z', 'Asia/Jakarta', true],
  ['2026-04-13T21:59:00Z', 'Asia/Jakarta', true],
  ['2026-04-13T22:00:00Z', 'Asia/Jakarta', false],
  // midnight is hour 0 and not 24
  ['2026-04-13T17:00:00Z', 'Asia/Jakarta', false],
  // two hours earlier in Papua
  ['2026-04-13T16:00:00Z', 'Asia/Jayapura', true],
  ['2026-04-13T20:30:00Z', 'Asia/Jayapura', false],
])('at %s it is night in %s: %s', (now, zone, night) => {
  expect(isNight(new Date(now), zone)).toBe(night)
})
