import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rollBackReader } from '../../src/actions/roll-back-reader.ts'
import { type TrainingPorts, trainReader } from '../../src/actions/train-reader.ts'
import { tellModels } from '../../src/commands/tell-models.ts'
import { dismiss } from '../../src/core/case-rules.ts'
import type { Trainer } from '../../src/ports/learning.ts'
import { createLearning } from '../../src/store/learning.ts'
import { createReaderModels } from '../../src/store/reader-models.ts'
import { runCommand } from '../configuration/run-command.ts'
import { casesOf, coordinator, type House, openHouse, PROVINCE } from '../support/seed.ts'

let house: House
let room: TrainingPorts
/** After an update, which ships another reader. */
let after: TrainingPorts

beforeAll(async () => {
  house = await openHouse()
  room = roomOf()
  after = roomOf('bawaan baru')
  const chief = await coordinator(house)
  // enough that some are held back to measure by
  for (const { id } of await casesOf(
    house,
    Array.from({ length: 12 }, () => ({})),
  ))
    await house.cases.change(chief, id, null, (current) =>
      dismiss(current, chief, house.clock.now(), 'iklan'),
    )
})
afterAll(() => house.close())
beforeEach(() => house.ask('truncate reader_models, reader_turns'))

const better = { n: 9, oldRight: 0, newRight: 9, won: 9, lost: 0 }
const same = { n: 9, oldRight: 9, newRight: 9, won: 0, lost: 0 }
const measured = {
  ...{ taught: 9, heldBack: 9, corrections: better, category: better, owner: same },
  ...{ kind: same, corpus: same, seconds: 0.1 },
}

/** Trains nothing, and finds it better; `meanwhile` happens before it is done. */
const roomOf = (
  base = 'bawaan ini',
  meanwhile: () => Promise<unknown> = async () => undefined,
): TrainingPorts => {
  const trainer: Trainer = {
    base: async () => base,
    train: async () => {
      await meanwhile()
      return { bytes: new Uint8Array([1]), base, measured }
    },
  }
  const { clock, configurations, ground } = house
  const learning = createLearning(ground.connection)
  const models = createReaderModels(ground.connection.db)
  return { clock, configurations, learning, models, trainer }
}

const wish = { byName: 'uji', trigger: 'command', dryRun: false, heard: () => undefined } as const
const learn = (by = room) => trainReader(by, PROVINCE, wish)
const back = (to: number | null = null, by = room) =>
  rollBackReader(by, PROVINCE, { to, byName: 'uji' })
const listed = async (by = room) =>
  (await runCommand(() => tellModels({ room: by, governmentId: PROVINCE }), [])).stdout
const serving = async () => (await room.models.state(PROVINCE)).version

describe('going back', () => {
  test('again and again goes back along the promotions, to the shipped model', async () => {
    for (let n = 0; n < 3; n++) await learn()
    const steps = [await back(), await back(), await back()]
    expect(steps).toEqual([
      { kind: 'rolled-back', from: 3, to: 2 },
      { kind: 'rolled-back', from: 2, to: 1 },
      { kind: 'rolled-back', from: 1, to: 0 },
    ])
    expect(await back()).toMatchObject({ code: 'invalid-input' })
  })

  test('from what was learned after going back leads to what it took the place of', async () => {
    await learn()
    await learn()
    await back()
    await learn()
    expect(await back()).toMatchObject({ from: 3, to: 1 })
    await back(3)
    expect(await back()).toMatchObject({ from: 3, to: 1 })
  })
})

test('a model that was overtaken by a rollback while it was trained is kept out, and says why', async () => {
  await learn()
  await learn()
  const late = await learn(roomOf('bawaan ini', () => back(1)))
  expect(late).toMatchObject({ version: 3, promotion: { promote: false } })
  expect(await serving()).toBe(1)
  const [, , kept] = await room.models.list(PROVINCE)
  expect(kept).toMatchObject({ promoted: false, kept: false })
  expect(kept?.because.at(-1)).toMatch(/dipakai versi 1.*dibandingkan dengan versi 2/)
})

describe('after an update, which ships another reader', () => {
  test('all corrections are learned anew, once', async () => {
    await learn()
    expect(await room.learning.untaught('bawaan ini')).toEqual([])
    expect(await after.learning.untaught('bawaan baru')).toEqual([PROVINCE])
    const nightly = { ...wish, trigger: 'nightly' } as const
    expect(await trainReader(after, PROVINCE, nightly)).toMatchObject({ kind: 'trained' })
    expect(await trainReader(after, PROVINCE, nightly)).toEqual({ kind: 'nothing-to-learn' })
  })

  test('nobody goes back to a model that does not read beside it', async () => {
    await learn()
    await learn()
    expect(await back(1, after)).toMatchObject({
      code: 'invalid-input',
      detail: expect.stringContaining('Latih ulang'),
    })
    await learn(after)
    expect(await back(null, after)).toEqual({ kind: 'rolled-back', from: 3, to: 0 })
  })

  test('the list says so of the model that is in service', async () => {
    await learn()
    expect(await listed(room)).not.toContain('tidak berlaku')
    expect(await listed(after)).toMatch(/dipakai versi 1\n +tidak berlaku: .*model bawaan/)
    expect(await listed(after)).toMatch(/dipakai \(tidak berlaku lagi\): /)
  })
})

test('the list tells the time of the office', async () => {
  await learn()
  const at = '2026-04-12T18:30:00Z'
  await house.ask('update reader_models set made_at = $1', [at])
  await house.ask('update reader_turns set since = $1', [at])
  const told = await listed()
  expect(told.match(/13 April 2026 pukul 01\.30 WIB/g)).toHaveLength(2)
})
