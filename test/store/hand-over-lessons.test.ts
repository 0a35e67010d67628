import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptOffer, returnOffer } from '../../src/actions/answer-offer.ts'
import { decideOffer } from '../../src/actions/decide-offer.ts'
import { expireCustody } from '../../src/actions/expire-custody.ts'
import { handOverCase, recordHandOverOutcome } from '../../src/actions/hand-over-case.ts'
import { offerCase } from '../../src/actions/offer-case.ts'
import { transferCase } from '../../src/actions/transfer-case.ts'
import type { Case } from '../../src/core/case.ts'
import type { HandOverOutcome } from '../../src/core/hand-over.ts'
import { lessonOf } from '../../src/core/lesson.ts'
import type { Viewer } from '../../src/core/roles.ts'
import { reportRouting } from '../../src/core/routing-report.ts'
import { createLearning } from '../../src/store/learning.ts'
import {
  caseOf,
  coordinator,
  DAY,
  HOUR,
  type House,
  officer,
  openHouse,
  PROVINCE,
  REGENCY,
  smallConfiguration,
} from '../support/seed.ts'

let house: House
let roads: Viewer
let here: Viewer
let there: Viewer

const configuration = smallConfiguration()
configuration.taxonomy.external = { pln: { name: 'PLN ULP', contact: '123' } }

beforeAll(async () => {
  house = await openHouse(configuration)
  roads = await officer(house)
  here = await coordinator(house)
  there = await coordinator(house, REGENCY)
})
afterAll(() => house.close())

const seen = (of: Case) => ({ caseId: of.id, version: null })

const toPln = {
  body: 'pln',
  channel: 'PLN Mobile',
  reference: 'G5226-11',
  contactRole: 'Manajer ULP',
  text: 'Tiang miring milik PLN.',
  nextCheckAt: null,
  calledFirst: null,
}
const handOver = (of: Case, by = roads) => handOverCase(house, by, seen(of), toPln)

const answered = async (of: Case, outcome: HandOverOutcome) => {
  const handed = (await house.custody.view(here, of.id))?.handOvers.at(-1)
  const said = { outcome, text: 'kata mereka', taskId: null }
  return recordHandOverOutcome(house, roads, handed?.id ?? '', said)
}

const offerThere = async (of: Case, by = roads): Promise<string> => {
  const to = `government:${of.governmentId === PROVINCE ? REGENCY : PROVINCE}`
  const text = 'Jalan kabupaten.'
  const wish = { to, reason: 'milik-pemda-lain' as const, text, proposedOwner: null }
  const made = await offerCase(house, by, seen(of), wish)
  if (made.kind === 'refused') throw new Error(made.code)
  return (await house.custody.view(by, of.id))?.offers.at(-1)?.id ?? ''
}

interface Row {
  government_id: string
  act: string
  after: { agencyId: string | null; proposedOwner: string | null }
  reason: string
  user_id: string
  [column: string]: unknown
}
const taughtBy = ({ id }: Case): Promise<Row[]> =>
  house.ask<Row>(
    'select * from corrections where case_id = $1 and withdrawn_at is null order by at',
    [id],
  )

const THEIRS = { agencyId: null, proposedOwner: `government:${REGENCY}` }

describe('a case that is handed to a body outside', () => {
  it('teaches that it is that body’s, with who and why', async () => {
    const one = await caseOf(house)
    await handOver(one)
    expect(await taughtBy(one)).toMatchObject([
      {
        government_id: PROVINCE,
        act: 'transfer',
        before: { agencyId: 'pupr', category: 'jalan.rusak' },
        after: { agencyId: null, proposedOwner: 'pln' },
        reason: 'Tiang miring milik PLN.',
        user_id: roads.userId,
      },
    ])
  })

  it('is understood by the training as the duty of that body', async () => {
    const one = await caseOf(house)
    await handOver(one)
    const learning = createLearning(house.ground.connection)
    const found = (await learning.corrected(PROVINCE)).find(({ caseId }) => caseId === one.id)
    const [government] = configuration.governments
    if (!found || !government) throw new Error('nothing was kept')
    const owner = { regency: null, province: null, external: 'pln' }
    const taxonomy = { categories: [{ id: 'listrik.padam', owner }], external: {} } as never
    expect(lessonOf(found.corrections, government, taxonomy)).toMatchObject({
      among: ['listrik.padam'],
      owner: 'pln',
    })
  })

  it('is counted by the cost of wrong routing, from the agency that had it', async () => {
    const own = await openHouse(configuration)
    const by = await officer(own)
    const one = await caseOf(own)
    own.clock.pass(3 * HOUR)
    await handOverCase(own, by, seen(one), toPln)
    const routed = await createLearning(own.ground.connection).routed(PROVINCE, new Date(0))
    const { confusion } = reportRouting(routed, { workingMinutes: () => 0, isDutyOf: () => false })
    expect(confusion).toMatchObject([{ from: 'pupr', to: 'pln', n: 1 }])
    expect(confusion[0]?.hours).toBeCloseTo(3, 1)
    await own.close()
  })

  it('teaches nothing where it was read as that body’s from the first', async () => {
    const one = await caseOf(house, { agencyId: null, proposedOwner: 'pln' })
    expect(await handOver(one, here)).toMatchObject({ kind: 'changed' })
    expect(await taughtBy(one)).toEqual([])
  })

  it('teaches nothing any more once that body says that it is not theirs', async () => {
    const one = await caseOf(house)
    // the agency gave it back with PLN as the owner; the desk handed it there
    const back = { agencyId: 'pln', reason: 'tiang PLN' }
    await transferCase(house, roads, seen(one), back)
    await handOver(one, here)
    expect(await taughtBy(one)).toHaveLength(1)
    const handed = (await house.custody.view(here, one.id))?.handOvers.at(-1)
    const said = { outcome: 'ditolak' as const, text: 'Tiang Telkom.', taskId: null }
    await recordHandOverOutcome(house, here, handed?.id ?? '', said)
    expect(await taughtBy(one)).toEqual([])
  })

  it('goes on teaching where that body took it, or never answered', async () => {
    for (const outcome of ['diterima', 'selesai', 'tidak-ada-jawaban'] as const) {
      const one = await caseOf(house)
      await handOver(one)
      expect(await answered(one, outcome)).toMatchObject({ kind: 'changed' })
      expect(await taughtBy(one), outcome).toHaveLength(1)
    }
  })
})

describe('a case that another government takes', () => {
  it('teaches the one that gave it away, by the word of the one that took it', async () => {
    const one = await caseOf(house)
    const id = await offerThere(one)
    expect(await taughtBy(one)).toEqual([])
    const accepted = await acceptOffer(house, there, id, null)
    expect(await taughtBy(one)).toMatchObject([
      { government_id: PROVINCE, act: 'transfer', after: THEIRS, user_id: there.userId },
    ])
    // how it was read there nobody put right
    if (accepted.kind === 'refused' || !accepted.there) throw new Error('not taken')
    expect(await taughtBy(accepted.there)).toEqual([])
  })

  it('teaches nothing where it was given back', async () => {
    const one = await caseOf(house)
    const said = { reason: 'lainnya' as const, text: 'Jalan provinsi.', proposedOwner: null }
    await returnOffer(house, there, await offerThere(one), said)
    expect(await taughtBy(one)).toEqual([])
  })

  it('teaches where both coordinators decided so', async () => {
    const one = await caseOf(house)
    const id = await offerThere(one)
    house.clock.pass(5 * DAY)
    await expireCustody(house)
    const word = { owner: `government:${REGENCY}`, reason: 'SK Bupati.' }
    await decideOffer(house, here, id, word)
    expect(await taughtBy(one)).toEqual([])
    await decideOffer(house, there, id, word)
    expect(await taughtBy(one)).toMatchObject([{ after: THEIRS }])
  })

  it('teaches nothing any more once it was taken back from there', async () => {
    const one = await caseOf(house)
    const accepted = await acceptOffer(house, there, await offerThere(one), null)
    if (accepted.kind === 'refused' || !accepted.there) throw new Error('not taken')
    expect(await taughtBy(one)).toHaveLength(1)
    await acceptOffer(house, here, await offerThere(accepted.there, there), null)
    expect(await taughtBy(one)).toEqual([])
    expect(await taughtBy(accepted.there)).toMatchObject([
      { government_id: REGENCY, after: { proposedOwner: `government:${PROVINCE}` } },
    ])
  })
})
