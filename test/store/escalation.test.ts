import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  casesOf,
  governmentOf,
  HOUR,
  type House,
  MINUTE,
  openHouse,
  PROVINCE,
  smallConfiguration,
} from '../support/seed.ts'

let hand = new Date('2026-04-13T22:00:00+07:00')
let house: House
beforeAll(async () => {
  const quietHours = { from: '21:00', to: '06:00' }
  const configuration = smallConfiguration({
    governments: [governmentOf(PROVINCE, { quietHours })],
  })
  house = await openHouse(configuration, { now: () => hand, pass: () => undefined })
  await house.channels.add({
    ...{ governmentId: PROVINCE, name: 'Grup siaga', agencyId: null, kind: 'telegram' },
    ...{ enabled: true, settings: { chatId: '1' }, secrets: { token: '123456:rahasia' } },
  })
})
afterAll(() => house.close())

const told = async () =>
  (
    await house.ask<{ message: { caseCode: string; level: string } }>(
      'select message from deliveries order by id',
    )
  ).map(({ message }) => `${message.caseCode} ${message.level}`)

test('four workers at once climb each rung once; danger rings at night, the rest in the morning', async () => {
  const late = { dueAt: new Date(hand.getTime() + 10 * MINUTE), post: { postedAt: hand } }
  const [danger, usual] = await casesOf(house, [{ ...late, urgency: 'P1' }, { ...late }])
  hand = new Date(hand.getTime() + 11 * MINUTE)
  await Promise.all([1, 2, 3, 4].map(() => house.escalation.climb(hand)))
  const rungs = await house.ask<{ rung: number; n: number }>(
    `select rung, count(*)::int as n from escalations where clock = 'answer' group by rung
     order by rung`,
  )
  expect(rungs).toEqual([
    { rung: 50, n: 2 },
    { rung: 100, n: 2 },
  ])
  await Promise.all([1, 2].map(() => house.escalation.tell(hand)))
  // of rungs that are found together the highest is told
  expect(await told()).toEqual([`${danger?.code} 100`])
  hand = new Date('2026-04-14T05:59:00+07:00')
  await house.escalation.tell(hand)
  expect(await told()).toHaveLength(1)
  hand = new Date(hand.getTime() + HOUR)
  await house.escalation.tell(hand)
  expect(await told()).toEqual([`${danger?.code} 100`, `${usual?.code} 100`])
})
