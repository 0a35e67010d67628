import { describe, expect, test } from 'vitest'
import {
  age,
  clockTime,
  fieldMoment,
  fullMoment,
  momentOfField,
  shortSpan,
  span,
} from '../../src/web/format/moments.ts'

const WIB = { timezone: 'Asia/Jakarta', label: 'WIB' }
const WIT = { timezone: 'Asia/Jayapura', label: 'WIT' }
const MOMENT = '2026-08-12T03:00:00.000Z'
const MINUTE = 60_000

describe('a moment on screen', () => {
  test('is written as an office writes it, in the zone of the government', () => {
    expect(fullMoment(MOMENT, WIB)).toBe('Rabu, 12 Agustus 2026 pukul 10.00 WIB')
    expect(fullMoment(MOMENT, WIT)).toBe('Rabu, 12 Agustus 2026 pukul 12.00 WIT')
  })

  test('shows midnight as 00.05, not as 24.05', () => {
    expect(clockTime('2026-08-11T17:05:00.000Z', WIB)).toBe('00.05')
  })

  test('goes into a date field and comes back unchanged, whatever zone the computer is in', () => {
    expect(fieldMoment(MOMENT, WIT)).toBe('2026-08-12T12:00')
    expect(momentOfField('2026-08-12T12:00', WIT)).toBe(MOMENT)
    expect(momentOfField('kemarin', WIT)).toBeNull()
  })
})

describe('a length of time', () => {
  test.each([
    [20_000, '1 menit', '1 mnt'],
    [45 * MINUTE, '45 menit', '45 mnt'],
    [60 * MINUTE, '1 jam', '1 j'],
    [80 * MINUTE, '1 jam 20 menit', '1 j 20 mnt'],
    [27 * 60 * MINUTE, '1 hari 3 jam', '1 hr 3 j'],
  ])('of %d ms is said as %s, in a row as %s', (milliseconds, long, short) => {
    expect(span(milliseconds)).toBe(long)
    expect(shortSpan(milliseconds)).toBe(short)
  })

  test('ago is said in one unit', () => {
    const now = Date.parse(MOMENT)
    expect(age(MOMENT, now + 30_000)).toBe('baru saja')
    expect(age(MOMENT, now + 125 * MINUTE)).toBe('2 jam')
    expect(age(MOMENT, now + 50 * 60 * MINUTE)).toBe('2 hari')
  })
})
