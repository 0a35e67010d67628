/** A case leaves somebody's sight: what they did to it before is no way back to it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeCaseUrgency } from '../../src/actions/change-urgency.ts'
import { claimCase } from '../../src/actions/claim-case.ts'
import { noteCase } from '../../src/actions/note-case.ts'
import { recategoriseCase } from '../../src/actions/recategorise-case.ts'
import { releaseCase } from '../../src/actions/release-case.ts'
import { transferCase } from '../../src/actions/transfer-case.ts'
import { undoCase } from '../../src/actions/undo-case.ts'
import { openCaseTask } from '../../src/actions/work-tasks.ts'
import type { Case } from '../../src/core/case.ts'
import type { Viewer } from '../../src/core/roles.ts'
import {
  caseOf,
  coordinator,
  type House,
  officer,
  openHouse,
  smallConfiguration,
} from '../support/seed.ts'

let house: House
let roads: Viewer
let chief: Viewer

const withIntegrity = () => {
  const configuration = smallConfiguration()
  const { taxonomy } = configuration
  const category = { id: 'gov.pungli', label: 'Pungli', group: 'gov', slaClass: 'rahasia' }
  return {
    ...configuration,
    taxonomy: {
      ...taxonomy,
      categories: [
        { ...category, owner: null },
        { ...category, id: 'jalan.rusak', label: 'Jalan', slaClass: 'biasa', owner: null },
      ] as never,
      slaClasses: { rahasia: { confidential: true }, biasa: { confidential: false } } as never,
    },
  }
}

beforeAll(async () => {
  house = await openHouse(withIntegrity())
  roads = await officer(house)
  chief = await coordinator(house)
})
afterAll(() => house.close())

const seen = (of: Case) => ({ caseId: of.id, version: null })

const lastEvent = async (of: Case, type: string): Promise<string> => {
  const [row] = await house.ask<{ id: string }>(
    'select id::text from case_events where case_id = $1 and type = $2 order by id desc limit 1',
    [of.id, type],
  )
  return row?.id ?? ''
}

/** It turns out to be about bribes: to the desk, and from there to the inspectorate. */
const becomesHidden = async (of: Case) => {
  const category = 'gov.pungli'
  const hidden = await recategoriseCase(house, chief, seen(of), {
    category,
    kind: null,
    reason: null,
  })
  expect(hidden).toMatchObject({ kind: 'changed', case: { confidential: true, agencyId: null } })
  const to = { agencyId: 'inspektorat', reason: 'rahasia' }
  expect(await transferCase(house, chief, seen(of), to)).toMatchObject({ kind: 'changed' })
}

const standing = async (of: Case) =>
  (
    await house.ask('select version, claimed_by, urgency, state from cases where id = $1', [of.id])
  )[0]

const DONE: [string, string, (of: Case) => Promise<{ kind: string }>][] = [
  [
    'letting go',
    'released',
    async (of) => {
      await claimCase(house, roads, seen(of))
      return releaseCase(house, roads, seen(of))
    },
  ],
  [
    'a new urgency',
    'urgency-changed',
    (of) => changeCaseUrgency(house, roads, seen(of), { urgency: 'P4', reason: 'sepi' }),
  ],
  ['a note', 'noted', (of) => noteCase(house, roads, seen(of), 'dicek')],
]

describe('a case that became confidential', () => {
  it.each(DONE)(
    '%s before is not taken back by the agency that had it',
    async (_what, type, act) => {
      const one = await caseOf(house)
      expect(await act(one)).toMatchObject({ kind: 'changed' })
      await becomesHidden(one)
      const before = await standing(one)
      const undone = await undoCase(house, roads, seen(one), await lastEvent(one, type))
      expect(undone).toEqual({ kind: 'refused', code: 'not-found' })
      expect(await standing(one)).toEqual(before)
    },
  )
})

it('who only helps with a case takes nothing back that it did when the case was its own', async () => {
  const one = await caseOf(house)
  await changeCaseUrgency(house, roads, seen(one), { urgency: 'P4', reason: 'sepi' })
  await transferCase(house, chief, seen(one), { agencyId: 'dinkes', reason: 'puskesmas' })
  const task = { kind: 'support' as const, agencyId: 'pupr', assigneeId: null, title: 'Data' }
  await openCaseTask(house, chief, seen(one), { ...task, target: { workingDays: 1 } })
  expect(await house.cases.view(roads, one.id)).not.toBeNull()
  const undone = await undoCase(house, roads, seen(one), await lastEvent(one, 'urgency-changed'))
  expect(undone).toMatchObject({ code: 'no-right' })
})

it('whoever handed a case on by mistake takes that back unseen, before anybody worked on it', async () => {
  const one = await caseOf(house)
  await transferCase(house, roads, seen(one), { agencyId: null, reason: 'salah tekan' })
  expect(await house.cases.view(roads, one.id)).toBeNull()
  const undone = await undoCase(house, roads, seen(one), await lastEvent(one, 'returned'))
  expect(undone).toMatchObject({ kind: 'changed', case: { agencyId: 'pupr' } })
})
