import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { user } from '../../src/commands/user.ts'
import { typeBeside } from '../support/second-terminal.ts'
import {
  governmentOf,
  type House,
  openHouse,
  PROVINCE,
  REGENCY,
  smallConfiguration,
} from '../support/seed.ts'

let house: House
const dataDir = mkdtempSync(join(tmpdir(), 'tanggap-user-'))

beforeAll(async () => {
  const east = { timezone: 'Asia/Jayapura', zoneLabel: 'WIT', codePrefix: 'OKI' }
  house = await openHouse(
    smallConfiguration({ governments: [governmentOf(PROVINCE), governmentOf(REGENCY, east)] }),
  )
})
afterAll(async () => {
  await house.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const type = (...words: string[]) => typeBeside({ databaseUrl: house.url, dataDir }, user, ...words)
const add = (username: string, ...words: string[]) =>
  type('add', username, '--name', 'Sari Wulandari', ...words)

describe('tanggap user add', () => {
  test('prints a one-time link that ends by the clock of the office', async () => {
    const answer = await add('sari', '--government', REGENCY, '--role', 'coordinator')
    expect(answer.status).toBe(0)
    const until = new Date(Date.now() + 72 * 3_600_000)
    const hour = until.toLocaleTimeString('id-ID', { timeZone: 'Asia/Jayapura', hour: '2-digit' })
    expect(answer.stdout).toMatch(
      new RegExp(
        `^Tautan sekali pakai untuk Sari Wulandari \\(sampai \\d+ .* pukul ${hour}\\.\\d\\d WIT\\):`,
      ),
    )
    expect(answer.stdout).toMatch(/\/sandi\/\S+\n$/)
  })

  test('a government that is not known is named, with those that are', async () => {
    const answer = await add('budi', '--government', 'pemkot-lain', '--role', 'coordinator')
    expect(answer).toEqual({
      status: 2,
      stdout: '',
      stderr: `Pemerintah daerah "pemkot-lain" tidak dikenal; yang ada: ${REGENCY}, ${PROVINCE}.\n`,
    })
  })

  test('so is a role', async () => {
    const answer = await add('budi', '--government', PROVINCE, '--role', 'coordinator,petugas')
    expect(answer.status).toBe(2)
    expect(answer.stderr).toMatch(/^Peran "petugas" tidak dikenal; yang ada: .*desk-officer.*\.\n$/)
  })

  test('and what was left out', async () => {
    const answer = await add('budi', '--government', PROVINCE)
    expect(answer.status).toBe(2)
    expect(answer.stderr).toMatch(/^Sebutkan --role\.\nPemakaian:/)
  })
})
