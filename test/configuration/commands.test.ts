import { copyFile, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { config } from '../../src/commands/config.ts'
import { init } from '../../src/commands/init.ts'
import { copyOfConfiguration, edit, emptyFolder } from './folder.ts'
import { runCommand } from './run-command.ts'

// Reads and writes thousands of lines of YAML: slow where many tests share a machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

const COMMANDS = { config, init }

/** `tanggap …` as a clerk types it, in a folder of its own. */
function tanggap([name, ...args]: ['config' | 'init', ...string[]], cwd: string) {
  return runCommand(COMMANDS[name], args, cwd)
}

describe('tanggap config', () => {
  it('check of the shipped folder sums it up', async () => {
    const { status, stdout, stderr } = await tanggap(['config', 'check'], await emptyFolder())
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('Konfigurasi dapat dipakai.')
    expect(stdout).toContain('Pemerintah Provinsi Bengkulu (pemprov-bengkulu)')
    expect(stdout).toMatch(/\d+ contoh pemerintah daerah dan \d+ contoh kategori dibaca/)
  })

  it('check names the example posts that land elsewhere; they fail it only when asked to', async () => {
    const folder = await copyOfConfiguration()
    await edit(folder, 'governments/pemprov-bengkulu/examples.yaml', (text) =>
      text.replace('category: jalan.rusak', 'category: listrik.pju'),
    )
    const { status, stdout } = await tanggap(['config', 'check', '--folder', folder], folder)
    expect(status).toBe(0)
    expect(stdout).toContain(
      'governments/pemprov-bengkulu/examples.yaml: "Jalan Hibrida lah bolong',
    )
    expect(stdout).toContain('→ kategori listrik.pju, dibaca jalan.rusak')
    const strict = await tanggap(['config', 'check', '--strict', '--folder', folder], folder)
    expect(strict.status).toBe(1)
  })

  it('check names file, path and remedy of every fault, and fails', async () => {
    const folder = await copyOfConfiguration()
    await edit(folder, 'governments/pemkab-oki/agencies.yaml', (text) =>
      text.replace('aliases: [dinas pu oki, pu oki]', 'aliases: [disdik]\n    wa: 62811'),
    )
    await edit(folder, 'calendar-2026.yaml', (text) => text.replace('2026-01-16', '2026-13-16'))
    const { status, stderr } = await tanggap(['config', 'check', '--folder', folder], folder)
    expect(status).toBe(1)
    expect(stderr).toContain('governments/pemkab-oki/agencies.yaml\n  agencies[0].wa: kunci "wa"')
    expect(stderr).toContain('agencies[1].abbreviation: "Disdik" menunjuk dua perangkat daerah')
    expect(stderr).toContain('calendar-2026.yaml\n  holidays[1].date: "2026-13-16" bukan tanggal')
    expect(stderr).toContain('3 kesalahan dalam 2 berkas.')
  })

  it('without a command, or with an unknown one, says how it is used', async () => {
    const folder = await emptyFolder()
    for (const args of [[], ['chekc'], ['check', '--berkas', 'x']]) {
      expect(await tanggap(['config', ...args], folder)).toMatchObject({ status: 2, stdout: '' })
    }
  })

  it('export wants to be told where', async () => {
    const { status, stderr } = await tanggap(['config', 'export'], await emptyFolder())
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('--folder') })
  })
})

describe('tanggap init', () => {
  it('without a CSV writes one with thirty typical agencies, and says what comes next', async () => {
    const folder = await emptyFolder()
    const { status, stdout } = await tanggap(['init', 'pemkab-kaur', '--code', '17.04'], folder)
    expect(status).toBe(0)
    expect(stdout).toContain('init pemkab-kaur --code 17.04 --agencies pemkab-kaur.csv')
    const lines = (await readFile(join(folder, 'pemkab-kaur.csv'), 'utf8')).trim().split('\n')
    expect(lines).toHaveLength(31)
  })

  it('with the CSV makes the government, checks it, and says what remains', async () => {
    const folder = await copyOfConfiguration()
    await copyFile('config/template-agencies.csv', join(folder, 'kaur.csv'))
    const args: ['init', ...string[]] = [
      'init',
      'pemkab-kaur',
      '--code',
      '17.04',
      '--agencies',
      'kaur.csv',
    ]
    const { status, stdout, stderr } = await tanggap([...args, '--folder', folder], folder)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('Pemerintah Kabupaten Kaur: 45 perangkat daerah, 15 kecamatan.')
    expect(stdout).toContain('examples.yaml: sedikitnya tiga contoh kiriman')
    expect(await readdir(join(folder, 'governments/pemkab-kaur'))).toHaveLength(5)
    const again = await tanggap([...args, '--folder', folder], folder)
    expect(again).toMatchObject({ status: 1, stderr: expect.stringContaining('sudah ada') })
  })

  it('with half the agencies says which functions nobody has', async () => {
    const folder = await copyOfConfiguration()
    await copyFile('config/template-agencies.csv', join(folder, 'kaur.csv'))
    await edit(folder, 'kaur.csv', (text) => text.split('\n').slice(0, 16).join('\n'))
    const args: ['init', ...string[]] = [
      'init',
      'pemkab-kaur',
      '--code',
      '17.04',
      '--agencies',
      'kaur.csv',
    ]
    const { status, stderr } = await tanggap([...args, '--folder', folder], folder)
    expect(status).toBe(1)
    expect(stderr).toContain('tidak ada perangkat daerah dengan fungsi "inspektorat"')
    expect(stderr).toContain('koordinator "" tidak ada di agencies.yaml')
  })

  it('refuses a code that no region has, and a CSV that is not there', async () => {
    const folder = await emptyFolder()
    const wrong = await tanggap(['init', 'pemkab-x', '--code', '99.99'], folder)
    expect(wrong).toMatchObject({ status: 1, stderr: expect.stringContaining('99.99') })
    const absent = await tanggap(
      ['init', 'pemkab-kaur', '--code', '17.04', '--agencies', 'nowhere.csv'],
      folder,
    )
    expect(absent).toMatchObject({ status: 1, stderr: expect.stringContaining('nowhere.csv') })
  })
})
