import { describe, expect, test } from 'vitest'
import { clockOf, dueLabel } from '../../src/web/format/case-clock.ts'

const NOW = Date.parse('2026-08-12T03:00:00.000Z')
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString()
const timed = (dueIn: number | null, openedBefore = 600) => ({
  state: 'referred' as const,
  openedAt: at(-openedBefore),
  dueAt: dueIn === null ? null : at(dueIn),
  answeredAt: null,
})

describe('the clock of a case', () => {
  test.each([
    [-130, 'late', 'Lewat 2 jam 10 menit'],
    [0, 'late', 'Lewat 1 menit'],
    [45, 'soon', 'Sisa 45 menit'],
    [180, 'soon', 'Sisa 3 jam'],
    [300, 'calm', 'Sisa 5 jam'],
  ])('with %d minutes left is %s and says "%s"', (left, level, text) => {
    expect(clockOf(timed(left), NOW)).toMatchObject({ level, text })
  })

  test('runs again when a new answer is owed: "belum selesai" hides nothing behind the old one', () => {
    const reopened = { ...timed(300), state: 'reopened' as const, answeredAt: at(-5) }
    expect(clockOf(reopened, NOW)).toMatchObject({ level: 'calm', text: 'Sisa 5 jam' })
    expect(clockOf({ ...reopened, dueAt: at(-10) }, NOW).level).toBe('late')
  })

  test('stops when the citizen was answered, and when the case has ended', () => {
    const answered = { ...timed(null), answeredAt: at(-5) }
    expect(clockOf(answered, NOW)).toMatchObject({ level: 'answered', text: 'Sudah ditanggapi' })
    expect(clockOf({ ...answered, state: 'resolved' }, NOW).level).toBe('ended')
  })
})

describe('the deadline in the head of a case', () => {
  const clock = (name: 'answer' | 'triage' | 'citizen', minutes: number) =>
    ({ clock: name, dueAt: at(minutes), state: 'running' }) as const

  test('is of the answer, also where the desk has until then as well', () => {
    expect(dueLabel(at(60), [clock('answer', 60), clock('citizen', 900)])).toBe('tenggat tanggapan')
    expect(dueLabel(at(60), [clock('triage', 60), clock('answer', 60)])).toBe('tenggat tanggapan')
  })

  test('is of the desk where the case has to be forwarded first', () => {
    expect(dueLabel(at(60), [clock('triage', 60), clock('answer', 240)])).toBe('tenggat pilah')
  })
})
