import { describe, expect, it } from 'vitest'
import { RUNGS, tellAt, toldOn } from '../../src/core/escalation.ts'

const WIB = 7 * 3_600_000
const wib = (local: string) => new Date(`${local}:00+07:00`)
const night = { from: '21:00', to: '06:00' }

describe('quiet hours', () => {
  it.each([
    ['in the evening', '2026-04-13T21:00', '2026-04-14T06:00'],
    ['after midnight', '2026-04-14T03:10', '2026-04-14T06:00'],
    ['as they end', '2026-04-14T06:00', '2026-04-14T06:00'],
    ['by day', '2026-04-14T14:00', '2026-04-14T14:00'],
  ])('%s, a rung of %s is told at %s', (_when, moment, told) => {
    expect(tellAt(wib(moment), 'P3', night, WIB)).toEqual(wib(told))
  })

  it('wake nobody but for danger to life, which is told at once', () => {
    const at = wib('2026-04-14T03:10')
    expect(tellAt(at, 'P1', night, WIB)).toEqual(at)
    expect(tellAt(at, 'P2', night, WIB)).toEqual(wib('2026-04-14T06:00'))
  })

  it('may lie within the day, and a government may have none', () => {
    const noon = { from: '12:00', to: '13:00' }
    expect(tellAt(wib('2026-04-14T12:30'), 'P4', noon, WIB)).toEqual(wib('2026-04-14T13:00'))
    expect(tellAt(wib('2026-04-14T03:10'), 'P4', null, WIB)).toEqual(wib('2026-04-14T03:10'))
  })
})

it('the ladder goes from the kabid to the head of the agency to the leader', () => {
  expect(RUNGS.map((rung) => toldOn(rung, 'pupr'))).toEqual([
    ['supervisor'],
    ['agency-head'],
    ['leader', 'coordinator'],
  ])
})
