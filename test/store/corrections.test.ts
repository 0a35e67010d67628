import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Case } from '../../src/core/case.ts'
import * as rules from '../../src/core/case-rules.ts'
import type { Viewer } from '../../src/core/roles.ts'
import {
  type CaseWish,
  caseOf,
  coordinator,
  HOUR,
  type House,
  officer,
  openHouse,
} from '../support/seed.ts'

let house: House
let ani: Viewer
let chief: Viewer

beforeAll(async () => {
  house = await openHouse()
  ani = await officer(house)
  chief = await coordinator(house)
})
afterAll(() => house.close())

interface Row {
  act: string
  before: { category: string; agencyId: string | null; rules: string[]; confidence: number }
  after: { kind: string; category: string; agencyId: string | null; proposedOwner: string | null }
  reason: string
  user_id: string
  post_ids: string[]
  at: Date
}

const keptOf = (id: string): Promise<Row[]> =>
  house.ask<Row & { [column: string]: unknown }>(
    'select * from corrections where case_id = $1 order by at',
    [id],
  )

const change = (
  who: Viewer,
  { id }: Case,
  rule: (current: Case, now: Date) => ReturnType<typeof rules.claim>,
) => house.cases.change(who, id, null, (current) => rule(current, house.clock.now()))

const refer = (who: Viewer, one: Case, agencyId: string | null, mayTriage: boolean) =>
  change(who, one, (current, now) =>
    rules.transfer(current, who, now, {
      agencyId,
      mayTriage,
      reason: 'bukan urusan kami',
      accused: false,
    }),
  )

const dismiss = (who: Viewer, one: Case) =>
  change(who, one, (current, now) => rules.dismiss(current, who, now, 'iklan'))

describe('an officer who puts something right', () => {
  test('and sends a case elsewhere teaches whose it is, with who, when and by what it had come', async () => {
    const opened = await caseOf(house)
    await refer(ani, opened, 'dinkes', false)
    await refer(chief, opened, 'dinkes', true)
    const [back, on] = await keptOf(opened.id)
    expect(back).toMatchObject({
      act: 'transfer',
      before: { agencyId: 'pupr', category: 'jalan.rusak', confidence: 0.9 },
      after: { agencyId: null, proposedOwner: 'dinkes' },
      reason: 'bukan urusan kami',
      user_id: ani.userId,
    })
    expect(on).toMatchObject({ after: { agencyId: 'dinkes' }, user_id: chief.userId })
    expect(Math.abs(Number(on?.at) - Date.now())).toBeLessThan(HOUR)
    const posts = await house.ask<{ id: string }>('select id from posts where case_id = $1', [
      opened.id,
    ])
    expect(on?.post_ids).toEqual(posts.map(({ id }) => id))
  })

  test('and says "bukan aduan" teaches noise; reopening it takes that back', async () => {
    const opened = await caseOf(house)
    await dismiss(chief, opened)
    await change(chief, opened, (current) => rules.reopen(current, 'ternyata aduan'))
    expect(await keptOf(opened.id)).toMatchObject([
      { act: 'not-a-service', after: { kind: 'irrelevant', category: 'spam.non_layanan' } },
      { act: 'a-service', after: { kind: 'complaint', category: 'jalan.rusak' } },
    ])
  })
})

test('a refused change teaches nothing', async () => {
  const opened = await caseOf(house)
  await dismiss(chief, opened)
  expect(await dismiss(chief, opened)).toMatchObject({ code: 'illegal-move' })
  expect(await keptOf(opened.id)).toHaveLength(1)
})

test('a case that is reopened after its work was done teaches nothing', async () => {
  const opened = await caseOf(house, { agencyId: 'pupr' } satisfies CaseWish)
  await change(ani, opened, (current, now) =>
    rules.followUp(current, ani, now, { type: 'field', text: 'ditambal' }),
  )
  await change(ani, opened, (current, now) =>
    rules.resolve(current, ani, now, {
      text: 'selesai',
      privateReason: 'lewat telepon',
      evidence: 1,
      evidenceReason: null,
    }),
  )
  await change(chief, opened, (current) => rules.reopen(current, 'berlubang lagi'))
  expect(await keptOf(opened.id)).toEqual([])
})

test('the shipped sample is never learned from', async () => {
  const opened = await caseOf(house, { sample: true })
  await dismiss(chief, opened)
  expect(await keptOf(opened.id)).toEqual([])
})

test('a change that cannot be saved leaves no lesson either', async () => {
  const opened = await caseOf(house)
  const broken = house.cases.change(chief, opened.id, null, (current) => {
    const decision = rules.dismiss(current, chief, house.clock.now(), 'iklan')
    if (decision.kind === 'refused') return decision
    return { ...decision, event: { type: 'dismissed', data: { text: '\u0000' } } }
  })
  await expect(broken).rejects.toThrow()
  expect(await keptOf(opened.id)).toEqual([])
})
