import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { config } from '../../src/commands/config.ts'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { copyOfConfiguration, edit, emptyFolder } from './folder.ts'
import { runCommand } from './run-command.ts'

// Reads and writes thousands of lines of YAML: slow where many tests share a machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

let database: FreshDatabase
let data: string

beforeAll(async () => {
  database = await freshDatabase()
  data = await mkdtemp(join(tmpdir(), 'tanggap-data-'))
  vi.stubEnv('DATABASE_URL', database.url)
  vi.stubEnv('TANGGAP_DATA', data)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await database.drop()
  await rm(data, { recursive: true, force: true })
})

/** `tanggap config …` against a real Postgres, as from a second terminal. */
const tanggapConfig = (...args: string[]) => runCommand(config, args)

describe('YAML comes in and goes out', () => {
  it('applied, unchanged, changed, and exported to the very same configuration', async () => {
    const folder = await copyOfConfiguration()
    const first = await tanggapConfig('apply', '--folder', folder)
    expect(first).toMatchObject({ status: 0, stderr: '' })
    expect(first.stdout).toContain('versi 1 berlaku')
    expect((await tanggapConfig('diff', '--folder', folder)).stdout).toBe(
      'Tidak ada yang berubah.\n',
    )

    await edit(folder, 'governments/pemkab-oki/agencies.yaml', (text) =>
      text.replace('aliases: [dinas pu oki, pu oki]', 'aliases: [dinas pu oki]'),
    )
    const { stdout } = await tanggapConfig('diff', '--folder', folder)
    expect(stdout).toContain('governments/pemkab-oki agencies[oki.pupr].aliases')
    expect(stdout).toContain('1 perubahan.')
    expect((await tanggapConfig('apply', '--folder', folder)).stdout).toContain('pemkab-oki')

    const out = await emptyFolder()
    expect(await tanggapConfig('export', '--folder', out)).toMatchObject({ status: 0, stderr: '' })
    const [exported, applied] = [await loadConfiguration(out), await loadConfiguration(folder)]
    expect(exported).toEqual(applied)
  })

  it('a folder with a fault is never applied', async () => {
    const folder = await copyOfConfiguration()
    await edit(folder, 'calendar-2026.yaml', (text) => text.replace('2026-01-16', '2026-13-16'))
    const { status, stdout } = await tanggapConfig('apply', '--folder', folder)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  })
})
