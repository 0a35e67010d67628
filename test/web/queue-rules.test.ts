import { describe, expect, test } from 'vitest'
import { NO_FILTER } from '../../src/web/state/address.ts'
import { arrives, belongs } from '../../src/web/state/queue-rules.ts'

const NOW = Date.parse('2026-08-12T03:00:00.000Z')
const MINE = 'bengkulu.dpupr'
const opened = { type: 'opened', agencyId: MINE, urgency: 'P3' } as const

describe('a live change', () => {
  test('brings a case to my queue only if my agency owns it', () => {
    expect(arrives(opened, 'agency', NO_FILTER, MINE)).toBe('yes')
    expect(arrives({ ...opened, agencyId: 'x' }, 'agency', NO_FILTER, MINE)).toBe('no')
    expect(arrives({ ...opened, type: 'noted' }, 'agency', NO_FILTER, MINE)).toBe('no')
  })

  test('brings unowned cases to the triage desk, and ended ones to the end', () => {
    const returned = { ...opened, type: 'returned', agencyId: null } as const
    expect(arrives(returned, 'triage', NO_FILTER, null)).toBe('yes')
    expect(arrives(opened, 'triage', NO_FILTER, null)).toBe('no')
    expect(arrives({ ...opened, type: 'resolved' }, 'ended', NO_FILTER, MINE)).toBe('yes')
  })

  test('is asked about where a filter needs the text or the category', () => {
    expect(arrives(opened, 'agency', { ...NO_FILTER, q: 'jalan' }, MINE)).toBe('ask')
    expect(arrives(opened, 'agency', { ...NO_FILTER, urgency: 'P1' }, MINE)).toBe('no')
  })
})

describe('a row', () => {
  const row = {
    state: 'referred',
    agencyId: MINE,
    dueAt: '2026-08-12T02:59:00.000Z',
    snooze: null,
  } as const

  test('stands in the late queue from the minute that its time is over', () => {
    expect(belongs(row, 'late', MINE, NOW)).toBe(true)
    expect(belongs(row, 'late', MINE, NOW - 120_000)).toBe(false)
  })

  test('leaves my queue when it is closed or given away', () => {
    expect(belongs(row, 'agency', MINE, NOW)).toBe(true)
    expect(belongs({ ...row, state: 'resolved' }, 'agency', MINE, NOW)).toBe(false)
    expect(belongs({ ...row, agencyId: null }, 'agency', MINE, NOW)).toBe(false)
  })
})
