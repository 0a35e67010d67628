import { expect, it, test } from 'vitest'
import { changeUrgency, skip, takeOver } from '../../src/core/queue-rules.ts'
import { RISK_FORMULA, riskOf } from '../../src/core/risk.ts'
import { aCase, NOW, viewerWith } from '../http/fake-ports.ts'

const ani = viewerWith('desk-officer')
const chief = { ...viewerWith('supervisor'), userId: '01900000-0000-7000-8000-00000000000c' }
const held = aCase({
  claim: { userId: ani.userId, name: ani.name, until: new Date(NOW.getTime() + 60_000) },
})

it('AC-004-4: risk is the weight of the urgency times the reach, and the tooltip says so', () => {
  const risk = (urgency: 'P1' | 'P2' | 'P3' | 'P4', authorCount: number) =>
    riskOf({ urgency, authorCount })
  expect([risk('P1', 1), risk('P2', 1), risk('P3', 1), risk('P4', 1)]).toEqual([16, 8, 4, 2])
  expect(risk('P3', 7)).toBe(8)
  expect(risk('P4', 0)).toBe(1)
  expect(risk('P3', 12)).toBeCloseTo(2 * (1 + Math.log2(13)), 12)
  expect(RISK_FORMULA).toContain('P1 8, P2 4, P3 2, P4 1')
  expect(RISK_FORMULA).toContain('1 + log₂(1 + jumlah warga yang melapor)')
})

test('a supervisor who takes a case over has it, and the history says from whom and why', () => {
  expect(takeOver(held, chief, NOW, 'Ani cuti')).toMatchObject({
    patch: { claim: { userId: chief.userId } },
    event: {
      type: 'claimed',
      data: { reason: 'Ani cuti', takenFrom: { userId: ani.userId, name: ani.name } },
    },
  })
})

test('to take over what nobody holds is to claim it', () => {
  expect(takeOver(aCase(), chief, NOW, 'kosong')).toMatchObject({
    event: { type: 'claimed', data: {} },
  })
})

test('passing a case by lets go of it, and only of one’s own', () => {
  expect(skip(held, ani, NOW, 'butuh data')).toMatchObject({
    patch: { claim: null },
    event: { type: 'skipped', data: { reason: 'butuh data' } },
  })
  expect(skip(held, chief, NOW, 'lewat')).toMatchObject({ code: 'claimed-by-other' })
})

test('a graver case says what it was held for, and teaches that it was graver', () => {
  const decision = changeUrgency(aCase(), ani, NOW, { urgency: 'P1', reason: 'ada korban' })
  expect(decision).toMatchObject({
    patch: { urgency: 'P1' },
    event: { type: 'urgency-changed', data: { fromUrgency: 'P3', toUrgency: 'P1' } },
    correction: { act: 'urgency', before: { urgency: 'P3' }, after: { urgency: 'P1' } },
  })
})

test('the same urgency is no change', () => {
  const to = { urgency: 'P1' as const, reason: 'ada korban' }
  const same = changeUrgency(aCase({ urgency: 'P1' }), ani, NOW, to)
  expect(same).toMatchObject({ code: 'same-urgency' })
})
