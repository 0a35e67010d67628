import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { rollBackReader } from '../../src/actions/roll-back-reader.ts'
import { trainReader } from '../../src/actions/train-reader.ts'
import { rule } from '../../src/commands/rule.ts'
import { train } from '../../src/commands/train.ts'
import { type LearningRoom, layLearning } from '../../src/compose-learning.ts'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import type { Case } from '../../src/core/case.ts'
import * as rules from '../../src/core/case-rules.ts'
import type { Viewer } from '../../src/core/roles.ts'
import type { Trainer, TrainingResult } from '../../src/ports/learning.ts'
import type { PostReader, PostToRead } from '../../src/ports/reading.ts'
import { readCorpus, readerFolder } from '../../src/reader-files.ts'
import { createPostReader } from '../../src/reading/post-reader.ts'
import { loadSettings } from '../../src/settings.ts'
import { typeBeside } from '../support/second-terminal.ts'
import { casesOf, HOUR, type House, openHouse, PROVINCE, person } from '../support/seed.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

/** A word of the place that no taxonomy knows: here it means that the water does not run. */
const said = (n: number) =>
  `Gelogor lagi di gang ${n}, sudah ${2 + (n % 7)} hari gelogor, mohon ditindak`
const MEANT = 'air.bersih_pdam'

const settings = loadSettings()
const readerOver = ({ configurations, models }: LearningRoom) =>
  createPostReader({
    current: configurations.current,
    models,
    readerFolder: readerFolder(settings.checkout),
  })

/** The same order over the shipped model gives the same: what was tried out is not trained again. */
const remembering = ({ base, train }: Trainer): Trainer => {
  const made = new Map<string, Promise<TrainingResult>>()
  return {
    base,
    train: (order, heard) => {
      if (order.inService) return train(order, heard)
      const key = JSON.stringify(order)
      const result = made.get(key) ?? train(order, heard)
      made.set(key, result)
      return result
    },
  }
}

let house: House
let room: LearningRoom
let chief: Viewer
let folder: string
let reader: PostReader
/** Of another worker process, which nobody tells anything. */
let other: PostReader

beforeAll(async () => {
  const { configuration } = await loadConfiguration(settings.configDir)
  house = await openHouse(configuration)
  folder = mkdtempSync(join(tmpdir(), 'tanggap-corpus-'))
  // a tenth of the shipped corpus: enough to try the way, and trained in seconds
  const some = (await readCorpus(join(settings.configDir, 'corpus'))).filter((_, n) => n % 10 === 0)
  for (const [n, half] of [some.slice(0, some.length / 2), some.slice(some.length / 2)].entries()) {
    mkdirSync(join(folder, 'corpus', `writer-${n}`), { recursive: true })
    const lines = half.map((post) => JSON.stringify(post)).join('\n')
    writeFileSync(join(folder, 'corpus', `writer-${n}`, 'posts.jsonl'), lines)
  }
  const laid = layLearning(house.ground, { ...settings, configDir: folder })
  room = { ...laid, trainer: remembering(laid.trainer) }
  chief = await person(house, { roles: ['coordinator'] })
  reader = readerOver(room)
  other = readerOver(room)
})
afterAll(async () => {
  await Promise.all([reader.close(), other.close()])
  await house.close()
  rmSync(folder, { recursive: true })
})

const post = (text: string): PostToRead => ({
  id: '01900000-0000-7000-8000-000000000001',
  governmentId: PROVINCE,
  platform: 'x',
  text,
  authorId: null,
  authorHandle: null,
  url: null,
  context: null,
  postedAt: null,
  receivedAt: new Date(),
  sample: false,
  history: false,
})

const categoryBy = async (by: PostReader, text: string): Promise<string | undefined> => {
  const result = await by.read(PROVINCE, [post(text)])
  if (result.kind === 'crashed') throw new Error(result.because)
  return result.readings[0]?.reading.category
}

const putRight = (one: Case, category: string) =>
  house.cases.change(chief, one.id, null, (current) =>
    rules.recategorise(current, chief, house.clock.now(), {
      category,
      kind: 'complaint',
      reason: null,
      confidential: false,
      ownerMayKeep: true,
      mayDeclassify: false,
    }),
  )

const untaught = async () => room.learning.untaught(await room.trainer.base())

const wish = { byName: 'uji', trigger: 'command', dryRun: false, heard: () => undefined } as const

test('without a correction there is nothing to learn', async () => {
  expect(await trainReader(room, PROVINCE, wish)).toEqual({ kind: 'nothing-to-learn' })
  expect(await untaught()).toEqual([])
})

describe('forty cases that the officers put right', () => {
  beforeAll(async () => {
    const wishes = Array.from({ length: 40 }, (_, n) => ({
      agencyId: null,
      post: { text: said(n) },
    }))
    for (const one of await casesOf(house, wishes)) await putRight(one, MEANT)
  })

  test('are waiting to be learned from, in their own government', async () => {
    expect(await untaught()).toEqual([PROVINCE])
  })

  test('are tried out without changing anything', async () => {
    const result = await trainReader(room, PROVINCE, { ...wish, dryRun: true })
    expect(result).toMatchObject({ kind: 'trained', version: null, promotion: { promote: true } })
    expect(await room.models.list(PROVINCE)).toEqual([])
    expect(await categoryBy(reader, said(99))).not.toBe(MEANT)
  })

  test('make a model that reads such posts right, in every worker and at the next batch', async () => {
    const result = await trainReader(room, PROVINCE, wish)
    if (result.kind !== 'trained') throw new Error(result.kind)
    expect(result.promotion.because).toContainEqual(expect.stringContaining('lebih baik'))
    expect(result.measured.heldBack + result.measured.taught).toBe(40)
    expect(result.measured.heldBack).toBeGreaterThan(3)
    expect(result.version).toBe(1)
    expect(await categoryBy(reader, said(99))).toBe(MEANT)
    expect(await categoryBy(other, said(99))).toBe(MEANT)
    expect(await room.models.turns(PROVINCE)).toMatchObject([{ version: 1, byName: 'uji' }])
    expect(await untaught()).toEqual([])
  })

  test('change nothing for another government', async () => {
    const elsewhere = { ...post(said(99)), governmentId: 'pemkab-oki' }
    const result = await reader.read('pemkab-oki', [elsewhere])
    expect(result.kind === 'read' && result.readings[0]?.reading.category).not.toBe(MEANT)
  })

  test('learned again, bring nothing new: the model in service stays', async () => {
    const result = await trainReader(room, PROVINCE, wish)
    expect(result).toMatchObject({ kind: 'trained', version: 2, promotion: { promote: false } })
    expect(await room.models.state(PROVINCE)).toMatchObject({ version: 1 })
    expect(await room.models.bytes(PROVINCE, 2)).toBeNull()
  })

  test('are forgotten by one command, and come back by another', async () => {
    const back = await rollBackReader(room, PROVINCE, { to: null, byName: 'uji' })
    expect(back).toEqual({ kind: 'rolled-back', from: 1, to: 0 })
    expect(await categoryBy(other, said(99))).not.toBe(MEANT)
    expect(await rollBackReader(room, PROVINCE, { to: 2, byName: 'uji' })).toMatchObject({
      code: 'not-found',
    })
    await rollBackReader(room, PROVINCE, { to: 1, byName: 'uji' })
    expect(await categoryBy(reader, said(99))).toBe(MEANT)
  })

  test('are told by the command: versions, who put them into service and when', async () => {
    const beside = { databaseUrl: house.url, dataDir: folder }
    const { status, stdout } = await typeBeside(beside, train, 'list', '--government', PROVINCE)
    expect(status).toBe(0)
    expect(stdout).toContain(`${PROVINCE}: dipakai versi 1`)
    expect(stdout).toMatch(/versi 0 oleh uji: kembali dari versi 1/)
  })

  test('are reported: what was put right, and by which rule it had come', async () => {
    const [sent] = await casesOf(house, [{ agencyId: 'bengkulu.dpupr', post: { text: 'banjir' } }])
    await house.cases.change(chief, (sent as Case).id, null, (current) => {
      house.clock.pass(2 * HOUR)
      const to = { agencyId: 'bengkulu.dlhk', reason: 'sampah', mayTriage: true, accused: false }
      return rules.transfer(current, chief, house.clock.now(), to)
    })
    const beside = { databaseUrl: house.url, dataDir: folder }
    const told = await typeBeside(beside, train, 'report', '--government', PROVINCE)
    expect(told.stdout).toMatch(/DPUPR +DLHK +1 +2 /)
    expect(told.stdout).toMatch(/model +1 +2 /)
    expect(told.stdout).toMatch(/ 40$/m)
    const json = await typeBeside(beside, train, 'report', '--government', PROVINCE, '--json')
    expect(JSON.parse(json.stdout)).toMatchObject({
      confusion: [{ from: 'bengkulu.dpupr', to: 'bengkulu.dlhk' }],
    })
  })

  describe('a rule that misleads here', () => {
    const RULE = 'jalan.rusak: jalan berlubang'
    const text = 'Jalan berlubang parah di depan pasar, sudah dua motor jatuh, tolong ditambal'
    const typed = (...words: string[]) =>
      typeBeside(
        { databaseUrl: house.url, dataDir: folder },
        rule,
        ...words,
        '--government',
        PROVINCE,
      )
    const rulesOf = async (by: PostReader) => {
      const result = await by.read(PROVINCE, [post(text)])
      return result.kind === 'read' ? result.readings[0]?.reading.rules : result.because
    }

    test('is named by the readings that it spoke in', async () => {
      expect(await rulesOf(reader)).toContain(RULE)
    })

    test('is tried on the posts of thirty days, which changes nothing yet', async () => {
      await casesOf(house, [{ agencyId: null, post: { text } }])
      const { status, stdout, stderr } = await typed('preview', RULE)
      expect(stderr).toBe('')
      expect(status).toBe(0)
      expect(stdout).toMatch(/\d+ dari 42 kiriman 30 hari terakhir mendarat di tempat lain/)
      expect(await rulesOf(reader)).toContain(RULE)
    })

    test('is silenced with a reason, for every worker from the next batch, and given back', async () => {
      expect((await typed('silence', RULE)).status).toBe(2)
      const silenced = await typed('silence', RULE, '--reason', 'nama warung', '--who', 'Rani')
      expect(silenced.stdout).toContain('berlaku mulai kiriman berikutnya')
      expect(await rulesOf(reader)).not.toContain(RULE)
      expect(await rulesOf(other)).not.toContain(RULE)
      expect((await typed('silence', RULE, '--reason', 'lagi')).stderr).toContain('sudah dibungkam')
      expect((await typed('list')).stdout).toMatch(/dibungkam .* oleh Rani\n {2}nama warung/)
      expect((await typed('restore', RULE)).status).toBe(0)
      expect(await rulesOf(other)).toContain(RULE)
    })

    test('cannot be one that keeps allegations from the accused, nor one that nobody knows', async () => {
      const grave = await typed('silence', 'aturan: integrity', '--reason', 'ribut')
      expect(grave).toMatchObject({ status: 1, stderr: expect.stringContaining('kerahasiaan') })
      const unknown = await typed('preview', 'jalan.rusak: jalan ke bulan')
      expect(unknown).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('jalan ke bulan'),
      })
    })
  })

  test('do not serve beside another build of the reader: then the shipped model reads', async () => {
    await house.ask(`update reader_models set base = 'lain'`)
    const late = readerOver(room)
    expect(await categoryBy(late, said(99))).not.toBe(MEANT)
    await late.close()
  })

  test('are trained by one process at a time', async () => {
    const held = await room.learning.alone(PROVINCE, () => trainReader(room, PROVINCE, wish))
    expect(held).toMatchObject({ value: { kind: 'busy' } })
  })
})
