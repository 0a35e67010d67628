import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { warnOfDecree } from '../../src/actions/warn-of-decree.ts'
import type { HolidayCalendar } from '../../src/core/holiday-calendar.ts'
import { alertWording } from '../../src/notifiers/wording/alert-wording.ts'
import type { AlertMessage } from '../../src/ports/notifier.ts'
import {
  DAY,
  governmentOf,
  type House,
  openHouse,
  PROVINCE,
  REGENCY,
  smallConfiguration,
} from '../support/seed.ts'

const decree: HolidayCalendar = parse(
  readFileSync(new URL('../../config/calendar-2026.yaml', import.meta.url), 'utf8'),
)
const configured = (calendars: HolidayCalendar[]) =>
  smallConfiguration({
    calendars,
    governments: [
      governmentOf(PROVINCE, { quietHours: { from: '21:00', to: '06:00' } }),
      governmentOf(REGENCY),
    ],
  })

const wib = (local: string) => new Date(`${local}:00+07:00`)
let hand = wib('2026-09-30T23:59')
let house: House
beforeAll(async () => {
  house = await openHouse(configured([decree]), { now: () => hand, pass: () => undefined })
})
afterAll(() => house.close())

const channel = (name: string, agencyId: string | null = null, governmentId = PROVINCE) =>
  house.channels.add({
    ...{ governmentId, name, agencyId, kind: 'telegram', enabled: true },
    ...{ settings: { chatId: '1' }, secrets: { token: '123456:rahasia' } },
  })
const queued = () =>
  house.ask<{ name: string; message: AlertMessage; next_at: Date }>(
    `select name, message, next_at from deliveries join channels on channels.id = channel_id
     order by next_at, name`,
  )
/** Two workers look at once. */
const look = () => Promise.all([warnOfDecree(house), warnOfDecree(house)])

describe('the decree of holidays of the next year', () => {
  it('is missed from 1 October on; where nobody has a channel only the log says it', async () => {
    expect(await warnOfDecree(house)).toEqual([])
    hand = wib('2026-10-01T00:00')
    expect(await warnOfDecree(house)).toEqual([expect.stringContaining('2027')])
    expect(await queued()).toEqual([])
  })

  it('is asked for once, in the morning, by the channels of all and of the coordinator', async () => {
    for (const [name, agency] of [['semua'], ['kominfo', 'kominfo'], ['pu', 'pupr']] as const)
      await channel(name, agency)
    await look()
    const told = await queued()
    expect(told.map(({ name, next_at }) => [name, next_at])).toEqual([
      ['kominfo', wib('2026-10-01T06:00')],
      ['semua', wib('2026-10-01T06:00')],
    ])
    const { subject, lines } = alertWording(told[0]?.message as AlertMessage)
    expect(subject).toBe('[2027] Kalender libur: SKB libur nasional belum dimuat')
    expect(lines.join('\n')).toContain('Isi config/calendar-2027.yaml menurut SKB 3 Menteri')
  })

  it('again each week, to each government by itself, until it is loaded', async () => {
    hand = new Date(hand.getTime() + 6 * DAY)
    await look()
    expect(await queued()).toHaveLength(2)
    hand = new Date(hand.getTime() + DAY)
    await look()
    expect(await queued()).toHaveLength(4)
    await channel('kabupaten', null, REGENCY)
    await look()
    expect((await queued()).map(({ name }) => name)).toContain('kabupaten')
    await house.configurations.apply(configured([decree, { ...decree, year: 2027 }]), 'uji')
    hand = new Date(hand.getTime() + 30 * DAY)
    expect(await warnOfDecree(house)).toEqual([])
    expect(await queued()).toHaveLength(5)
  })
})
