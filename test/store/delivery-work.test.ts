import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Channel } from '../../src/ports/channels.ts'
import type { DeliveryResult } from '../../src/ports/notifier.ts'
import { caseOf, type House, openHouse, PROVINCE } from '../support/seed.ts'

let house: House
let channel: Channel
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

beforeEach(async () => {
  await house.ask('delete from channels')
  channel = await house.channels.add({
    governmentId: PROVINCE,
    kind: 'telegram',
    name: 'Grup siaga',
    enabled: true,
    settings: { chatId: '1' },
    secrets: { token: '123456:rahasia-bot-kami' },
    agencyId: null,
  })
  const about = await caseOf(house)
  await house.gathering.at(PROVINCE, { token: house.ids.next(), postIds: [] }, (desk) =>
    desk.raise(about, { kind: 'p1', level: 'siaga', because: ['banjir'] }, new Date()),
  )
})

const FAILED: DeliveryResult = { kind: 'failed', because: 'tidak menjawab', retry: true }

const nextDue = async (): Promise<string> => {
  const [id] = await house.deliveryWork.takeDue(10)
  if (!id) throw new Error('nothing is due')
  return id
}
const begin = async (id: string) => {
  const delivery = await house.deliveryWork.begin(id)
  if (!delivery) throw new Error('the delivery was not begun')
  return delivery
}
const makeDue = () => house.ask(`update deliveries set next_at = now() - interval '1 second'`)
const rowOf = async () =>
  (
    await house.ask<{
      attempts: number
      next_at: Date
      delivered_at: Date | null
      given_up_at: Date | null
      last_error: string | null
    }>('select * from deliveries')
  )[0]
const secondsToNext = async () =>
  ((await rowOf())?.next_at.getTime() ?? 0) / 1000 - Date.now() / 1000

describe('a message on its way out', () => {
  test('is told once, carries its channel with its secrets, and is done when delivered', async () => {
    const told = await Promise.all([house.deliveryWork.takeDue(10), house.deliveryWork.takeDue(10)])
    expect(told.flat()).toHaveLength(1)
    const delivery = await begin(told.flat()[0] ?? '')
    expect(delivery).toMatchObject({
      attempt: 1,
      channel: { id: channel.id, kind: 'telegram', settings: { chatId: '1' } },
      secrets: { token: '123456:rahasia-bot-kami' },
      message: { kind: 'p1', because: ['banjir'] },
    })
    await house.deliveryWork.finish(delivery, { kind: 'delivered' })
    await makeDue()
    expect(await house.deliveryWork.takeDue(10)).toEqual([])
    expect(await house.deliveryWork.begin(delivery.id)).toBeNull()
    const [shown] = await house.channels.list(PROVINCE)
    expect(shown?.lastDeliveredAt).toBeInstanceOf(Date)
  })

  test('keeps its id over all attempts, and waits longer after each', async () => {
    const [ids, waits]: [string[], number[]] = [[], []]
    for (let attempt = 1; attempt <= 5; attempt++) {
      await makeDue()
      const delivery = await begin(await nextDue())
      expect(delivery.attempt).toBe(attempt)
      await house.deliveryWork.finish(delivery, FAILED)
      ids.push(delivery.id)
      waits.push(await secondsToNext())
    }
    expect(new Set(ids).size).toBe(1)
    for (const [n, wait] of waits.entries())
      if (n > 0) expect(wait).toBeGreaterThan((waits[n - 1] ?? 0) * 1.5)
  })

  test('waits as long as the receiver asks for', async () => {
    const delivery = await begin(await nextDue())
    await house.deliveryWork.finish(delivery, { ...FAILED, waitSeconds: 900 })
    expect(await secondsToNext()).toBeGreaterThan(890)
    expect(await house.deliveryWork.takeDue(10)).toEqual([])
  })

  test('is given up after twelve attempts, and the channel says why', async () => {
    for (let attempt = 1; attempt <= 12; attempt++) {
      await makeDue()
      await house.deliveryWork.finish(await begin(await nextDue()), FAILED)
    }
    await makeDue()
    expect(await house.deliveryWork.takeDue(10)).toEqual([])
    expect((await rowOf())?.given_up_at).toBeInstanceOf(Date)
    expect((await house.channels.list(PROVINCE))[0]?.lastError).toBe('tidak menjawab')
  })

  test('is given up at once where trying again is no use', async () => {
    await house.deliveryWork.finish(await begin(await nextDue()), { ...FAILED, retry: false })
    await makeDue()
    expect(await house.deliveryWork.takeDue(10)).toEqual([])
  })

  test('goes with its channel', async () => {
    const id = await nextDue()
    await house.channels.remove(PROVINCE, channel.id)
    expect(await house.deliveryWork.begin(id)).toBeNull()
  })
})

describe('two messengers', () => {
  test('never send the same message at the same time', async () => {
    const id = await nextDue()
    const begun = await Promise.all([1, 2, 3].map(() => house.deliveryWork.begin(id)))
    expect(begun.filter((one) => one !== null)).toHaveLength(1)
  })

  test('of which one died hand the message on, and the late word of the first does not count', async () => {
    const first = await begin(await nextDue())
    await makeDue()
    const second = await begin(await nextDue())
    expect(second).toMatchObject({ id: first.id, attempt: 2 })
    await house.deliveryWork.finish(first, { ...FAILED, retry: false })
    expect(await rowOf()).toMatchObject({ given_up_at: null, last_error: null })
    await house.deliveryWork.finish(second, { kind: 'delivered' })
    await house.deliveryWork.finish(first, FAILED)
    expect((await rowOf())?.delivered_at).toBeInstanceOf(Date)
    expect(await rowOf()).toMatchObject({ last_error: null })
  })
})

test('channels that also listen come with their secrets, and only those of their kind', async () => {
  const found = await house.deliveryWork.listening('telegram')
  expect(found.map((one) => [one.channel.id, one.secrets.token])).toEqual([
    [channel.id, '123456:rahasia-bot-kami'],
  ])
  expect(await house.deliveryWork.listening('email')).toEqual([])
  expect(JSON.stringify(await house.channels.list(PROVINCE))).not.toContain('rahasia-bot')
})
