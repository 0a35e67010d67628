import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layGround } from '../../src/compose-ports.ts'
import type { Configuration } from '../../src/core/configuration.ts'
import {
  agencyOf,
  caseOf,
  governmentOf,
  type House,
  officer,
  openHouse,
  PATIENTLY,
  PROVINCE,
  REGENCY,
  smallConfiguration,
} from '../support/seed.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const withAgencies = (...ids: string[]): Configuration =>
  smallConfiguration({
    governments: [
      governmentOf(PROVINCE, { agencies: ids.map((id) => agencyOf(id)) }),
      governmentOf(REGENCY, { level: 'regency', regionCode: '16.02', codePrefix: 'OKI' }),
    ],
  })
const ALL = ['kominfo', 'inspektorat', 'pupr', 'dinkes']

const documents = () =>
  house.ask('select kind, government_id, version from configuration_documents')
const agencies = () =>
  house.ask<{ id: string; ended: boolean }>(
    'select id, ended_at is not null as ended from agencies where government_id = $1 order by id',
    [PROVINCE],
  )

describe('applying a configuration', () => {
  test('a second time changes nothing', async () => {
    const before = await documents()
    const result = await house.configurations.apply(withAgencies(...ALL), 'uji')
    expect(result).toEqual({ version: 1, changed: [] })
    expect(await documents()).toEqual(before)
    const byId = (one: { id: string }, two: { id: string }) => (one.id < two.id ? -1 : 1)
    const { governments, ...rest } = withAgencies(...ALL)
    const wanted = { ...rest, governments: governments.toSorted(byId) }
    expect(await house.configurations.current()).toEqual(wanted)
  })

  test('with one changed agency makes version 2 of that government only', async () => {
    const { changed, version } = await house.configurations.apply(
      withAgencies(...ALL, 'perkim'),
      'Bu Admin',
    )
    expect([changed, version]).toEqual([[`government ${PROVINCE}`], 2])
    const rows = await house.ask(
      `select government_id, version, applied_by from configuration_documents where version = 2`,
    )
    expect(rows).toEqual([{ government_id: PROVINCE, version: 2, applied_by: 'Bu Admin' }])
    const kept = (await house.configurations.government(PROVINCE))?.agencies.map(({ id }) => id)
    expect(kept).toEqual([...ALL, 'perkim'])
  })

  test('without an agency ends it but deletes nothing: its people and cases stay', async () => {
    const ani = await officer(house, 'pupr')
    const { id } = await caseOf(house, { agencyId: 'pupr' })
    await house.configurations.apply(withAgencies('kominfo', 'inspektorat', 'dinkes'), 'uji')
    const rows = await agencies()
    expect(rows.filter(({ ended }) => ended).map((row) => row.id)).toEqual(['perkim', 'pupr'])
    expect((await house.cases.view(ani, id))?.case.agencyId).toBe('pupr')
    await house.configurations.apply(withAgencies(...ALL), 'uji')
    expect((await agencies()).find((row) => row.id === 'pupr')?.ended).toBe(false)
  })

  test('by two at once ends in one order, without a doubled version', async () => {
    await Promise.all([
      house.configurations.apply(withAgencies(...ALL, 'a'), 'satu'),
      house.configurations.apply(withAgencies(...ALL, 'b'), 'dua'),
    ])
    const doubled = await house.ask(
      `select government_id, kind, name, version from configuration_documents
       group by 1, 2, 3, 4 having count(*) > 1`,
    )
    expect(doubled).toEqual([])
  })

  test('that cannot be stored leaves the old one whole', async () => {
    const before = await house.configurations.current()
    const broken = withAgencies(...ALL)
    const [first] = broken.governments
    const failing = house.configurations.apply(
      { ...broken, governments: [{ ...first, name: null } as never] },
      'uji',
    )
    await expect(failing).rejects.toThrow()
    expect(await house.configurations.current()).toEqual(before)
  })
})

test('another process hears of a new configuration by itself', async () => {
  const other = layGround(house.url, { secretKey: 'kunci uji', clock: house.clock, size: 2 })
  const agenciesThere = async () =>
    (await other.ports.configurations.government(PROVINCE))?.agencies.map(({ id }) => id)
  expect(await agenciesThere()).toContain('pupr')
  await house.configurations.apply(
    withAgencies('kominfo', 'inspektorat', 'pupr', 'dinkes', 'baru'),
    'uji',
  )
  await expect.poll(agenciesThere, PATIENTLY).toContain('baru')
  await other.close()
})

test('an empty database has no configuration, which is no error', async () => {
  await house.ask('delete from configuration_documents')
  const other = layGround(house.url, { secretKey: 'kunci uji', clock: house.clock, size: 2 })
  expect(await other.ports.configurations.current()).toBeNull()
  expect(await other.ports.configurations.government(PROVINCE)).toBeNull()
  await other.close()
})
