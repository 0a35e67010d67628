import { describe, expect, test } from 'vitest'
import { claim, transfer } from '../../src/core/case-rules.ts'
import { snooze, snoozeAgain, wake, whyWoken } from '../../src/core/snooze.ts'
import { aCase, viewerWith } from '../http/fake-ports.ts'

const NOW = new Date('2026-03-02T03:00:00Z')
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)
const ani = viewerWith('desk-officer')
const budi = { ...ani, userId: '01900000-0000-7000-8000-00000000000b', name: 'Budi' }
const DUE = later(30)
const open = aCase({ dueAt: DUE })
const wish = { until: later(24), forReply: false, reason: 'menunggu material' }

const off = (over: Partial<typeof wish> = {}) => {
  const decision = snooze(open, ani, NOW, { ...wish, ...over })
  if (decision.kind === 'refused') throw new Error(decision.code)
  return { ...open, ...decision.patch }
}

describe('putting a case off', () => {
  test('lets go of it, keeps the reason, and never touches a deadline', () => {
    const decision = snooze(open, ani, NOW, wish)
    expect(decision).toMatchObject({ event: { type: 'snoozed', data: { reason: wish.reason } } })
    expect(off()).toMatchObject({ claim: null, dueAt: DUE, snooze: { active: true } })
  })

  test.each([
    ['neither a time nor a reply', { until: null, forReply: false }, 'snooze-without-end'],
    ['a time that is over', { until: NOW, forReply: false }, 'snooze-time'],
    ['a time in four months', { until: later(24 * 120), forReply: true }, 'snooze-time'],
    ['no time at all', { until: new Date('rubbish'), forReply: true }, 'snooze-time'],
  ])('is refused with %s', (_what, over, code) => {
    expect(snooze(open, ani, NOW, { ...wish, ...over })).toMatchObject({ code })
  })

  test('is refused while a colleague works on it', () => {
    const held = { ...open, claim: { userId: budi.userId, name: budi.name, until: later(1) } }
    expect(snooze(held, ani, NOW, wish)).toMatchObject({ code: 'claimed-by-other' })
  })

  test('ends when somebody takes the case in hand or hands it on', () => {
    for (const decision of [
      claim(off(), budi, later(1)),
      transfer(off(), ani, later(1), {
        agencyId: null,
        reason: 'bukan kami',
        mayTriage: false,
        accused: false,
      }),
    ])
      expect(decision).toMatchObject({ patch: { snooze: { active: false } } })
  })
})

describe('coming back', () => {
  test.each([
    ['before its time', wish, false, 23, null],
    ['at its time', wish, false, 24, 'Waktu tunda tiba: menunggu material'],
    ['when somebody wrote, though only the time was asked for', wish, true, 1, null],
    [
      'when somebody wrote and that was asked for',
      { until: null, forReply: true },
      true,
      1,
      'Ada kiriman baru: menunggu material',
    ],
    ['when nobody wrote', { until: null, forReply: true }, false, 1, null],
    [
      'when its deadline passes meanwhile',
      { until: later(48), forReply: false },
      false,
      30,
      'Tenggat tiba: menunggu material',
    ],
  ])('%s', (_what, over, news, hours, because) => {
    expect(whyWoken(off(over as typeof wish), news, later(hours))).toBe(because)
  })

  test('a case that was late when it was put off is left in peace', () => {
    const late = { ...open, dueAt: later(-1) }
    const decision = snooze(late, ani, NOW, wish)
    if (decision.kind === 'refused') throw new Error(decision.code)
    expect(whyWoken({ ...late, ...decision.patch }, false, later(1))).toBeNull()
  })

  test('says why until somebody takes it in hand', () => {
    const decision = wake(off(), 'Waktu tunda tiba', later(24))
    if (decision.kind === 'refused') throw new Error(decision.code)
    const back = { ...off(), ...decision.patch }
    expect(back).toMatchObject({
      snooze: { active: false },
      woken: { because: 'Waktu tunda tiba' },
    })
    expect(claim(back, ani, later(25))).toMatchObject({ patch: { woken: null } })
  })
})

describe('putting it off again', () => {
  const again = (hours: number, over: Partial<typeof wish> = {}) => {
    const decision = snoozeAgain(off(over), ani, later(hours))
    return decision.kind === 'refused' ? decision.code : decision.patch.snooze?.until
  }

  test('goes until the same moment where that is still to come', () => {
    expect(again(2)).toEqual(later(24))
  })

  test('goes as long as the last time where the moment is over', () => {
    expect(again(25)).toEqual(later(25 + 24))
  })

  test('is refused where it never was put off', () => {
    expect(snoozeAgain(open, ani, NOW)).toMatchObject({ code: 'never-snoozed' })
  })
})
