import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellTrainers } from '../../src/actions/tell-trainers.ts'
import { trainByNight } from '../../src/actions/train-by-night.ts'
import { dismiss } from '../../src/core/case-rules.ts'
import type { JobQueue } from '../../src/ports/jobs.ts'
import type { Measured, TrainingOrder } from '../../src/ports/learning.ts'
import { createLearning } from '../../src/store/learning.ts'
import { createReaderModels } from '../../src/store/reader-models.ts'
import { caseOf, coordinator, type House, openHouse, PROVINCE } from '../support/seed.ts'

const NIGHT = new Date('2026-04-13T19:00:00Z')
const DAY = new Date('2026-04-13T05:00:00Z')
/** The shipped reader of this build. */
const BASE = 'uji'
const pairs = { n: 0, oldRight: 0, newRight: 0, won: 0, lost: 0 }

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const parts = (now: Date) => ({
  clock: { now: () => now },
  configurations: house.configurations,
  learning: createLearning(house.ground.connection),
  trainer: { base: async () => BASE },
})

const toldAt = async (now: Date, base = BASE): Promise<object[]> => {
  const told: object[] = []
  const jobs = { add: async (_name, payloads) => void told.push(...payloads) } as JobQueue
  await tellTrainers({ ...parts(now), jobs, trainer: { base: async () => base } })
  return told
}

test('a correction is learned from in the night after it, once, however many workers are told', async () => {
  expect(await toldAt(NIGHT)).toEqual([])
  const chief = await coordinator(house)
  for (let n = 0; n < 2; n++) {
    const { id } = await caseOf(house)
    await house.cases.change(chief, id, null, (current) =>
      dismiss(current, chief, house.clock.now(), 'iklan'),
    )
  }
  expect(await toldAt(DAY)).toEqual([])
  expect(await toldAt(NIGHT)).toEqual([{ governmentId: PROVINCE }])

  const orders: TrainingOrder[] = []
  const measured: Measured = {
    taught: 0,
    heldBack: 0,
    corrections: pairs,
    category: pairs,
    owner: pairs,
    kind: pairs,
    corpus: pairs,
    seconds: 0,
  }
  const ports = {
    ...parts(new Date()),
    models: createReaderModels(house.ground.connection.db),
    trainer: {
      base: async () => BASE,
      train: async (order: TrainingOrder) => {
        orders.push(order)
        await new Promise((resolve) => setTimeout(resolve, 300))
        return { bytes: new Uint8Array(), base: BASE, measured }
      },
    },
  }
  const said: object[] = []
  const worker = () => trainByNight(ports, PROVINCE, (what) => void said.push(what))
  await Promise.all([worker(), worker(), worker()])
  await worker()
  expect(orders).toHaveLength(1)
  expect(orders[0]?.taught.length).toBe(2 - (orders[0]?.heldBack.length ?? 0))
  expect(said).toMatchObject([{ governmentId: PROVINCE, version: 1, promoted: false }])
  expect(await ports.models.list(PROVINCE)).toMatchObject([
    { version: 1, trigger: 'nightly', madeBy: 'pelatihan malam', promoted: false, kept: false },
  ])
  expect(await toldAt(NIGHT)).toEqual([])
  // an update ships another reader: what was learned beside the old one does not read beside it
  expect(await toldAt(NIGHT, 'lain')).toEqual([{ governmentId: PROVINCE }])
  expect(await toldAt(NIGHT)).toEqual([])
})
