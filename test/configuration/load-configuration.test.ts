import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import { copyOfConfiguration, edit, emptyFolder } from './folder.ts'

// Reads and writes thousands of lines of YAML: slow where many tests share a machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

const AGENCIES = 'governments/pemkab-oki/agencies.yaml'
const GOVERNMENT = 'governments/pemkab-oki/government.yaml'

describe('the shipped configuration', () => {
  it('is whole: 88 categories, five governments, and no fault', async () => {
    const { configuration, faults } = await loadConfiguration('config')
    expect(faults).toEqual([])
    expect(configuration.taxonomy.categories).toHaveLength(88)
    expect(configuration.governments.map(({ id }) => id)).toEqual([
      'pemkab-banyuwangi',
      'pemkab-oki',
      'pemkab-rejang-lebong',
      'pemprov-bengkulu',
      'pemprov-jatim',
    ])
  })

  it('knows the 129 districts of Bengkulu, and three examples of each government at least', async () => {
    const { governments } = (await loadConfiguration('config')).configuration
    const bengkulu = governments.find(({ id }) => id === 'pemprov-bengkulu')
    expect(bengkulu?.region.flatMap(({ districts }) => districts)).toHaveLength(129)
    for (const { examples } of governments) expect(examples.length).toBeGreaterThanOrEqual(3)
  })

  it('invents every handle, and listens to nobody but the sample', async () => {
    const { governments } = (await loadConfiguration('config')).configuration
    const handles = governments.flatMap(({ agencies, listen }) => [
      ...listen.handles,
      ...agencies.flatMap((agency) => agency.handles),
    ])
    expect(handles.filter((handle) => !handle.startsWith('@contoh_'))).toEqual([])
    const awake = governments.flatMap(({ sources }) => sources.filter(({ enabled }) => enabled))
    expect(awake.map(({ connector }) => connector)).toEqual(['sample'])
  })

  it('holds at least 600 words, each one word', async () => {
    const { words } = (await loadConfiguration('config')).configuration.lexicon
    const tokens = Object.values(words).flatMap((table) => Object.keys(table))
    expect(tokens.length).toBeGreaterThanOrEqual(600)
  })
})

describe('a clerk who mistypes', () => {
  it('a key learns which one, and that it is not known', async () => {
    const folder = await copyOfConfiguration()
    await edit(folder, GOVERNMENT, (text) => text.replace('evidence:', 'evidens:'))
    const { faults } = await loadConfiguration(folder)
    expect(faults.map(({ file, path, problem }) => [file, path, problem])).toEqual([
      [GOVERNMENT, 'evidence', '"evidence" belum diisi'],
      [GOVERNMENT, 'evidens', 'kunci "evidens" tidak dikenal'],
    ])
  })

  it('a number where a text belongs learns about quotes', async () => {
    const folder = await copyOfConfiguration()
    await edit(folder, GOVERNMENT, (text) => text.replace("'16.02'", '16.02'))
    const [fault] = (await loadConfiguration(folder)).faults
    expect(fault).toMatchObject({ path: 'regionCode', problem: 'isinya harus teks' })
    expect(fault?.remedy).toContain('tanda kutip')
  })

  it('a word where a list belongs learns how a list looks', async () => {
    const folder = await copyOfConfiguration()
    await edit(folder, AGENCIES, (text) => text.replace('functions: [rsud]', 'functions: rsud'))
    const { faults } = await loadConfiguration(folder)
    expect(faults[0]).toMatchObject({ path: 'agencies[3].functions' })
    expect(faults[0]?.problem).toContain('daftar')
  })

  it('a choice learns the choices', async () => {
    const folder = await copyOfConfiguration()
    await edit(folder, GOVERNMENT, (text) => text.replace('level: regency', 'level: kabupaten'))
    const { faults } = await loadConfiguration(folder)
    expect(faults.find(({ path }) => path === 'level')?.remedy).toContain('province, regency, city')
  })

  it('the YAML itself learns the line, and the other files are still checked', async () => {
    const folder = await copyOfConfiguration()
    await edit(folder, AGENCIES, (text) => `${text}\n  - [unfinished\n`)
    await edit(folder, 'governments/pemprov-bengkulu/government.yaml', (text) =>
      text.replace('coordinator: bengkulu.kominfo', 'coordinator: bengkulu.humas'),
    )
    const { faults } = await loadConfiguration(folder)
    expect(faults.find(({ file }) => file === AGENCIES)?.path).toMatch(/^baris \d+$/)
    expect(faults.find(({ path }) => path === 'coordinator')).toBeDefined()
  })

  it('a key twice learns that, instead of losing the first', async () => {
    const folder = await copyOfConfiguration()
    await edit(folder, 'lexicon.yaml', (text) =>
      text.replace('    gak: tidak', '    gak: a\n    gak: b'),
    )
    const { faults } = await loadConfiguration(folder)
    expect(faults[0]?.file).toBe('lexicon.yaml')
    expect(faults[0]?.problem).toContain('bukan YAML yang sah')
  })

  it('anchors into YAML learns to write things out', async () => {
    const folder = await copyOfConfiguration()
    await edit(folder, AGENCIES, () => 'agencies: &all []\nothers: *all\n')
    const { faults } = await loadConfiguration(folder)
    expect(faults).toMatchObject([{ file: AGENCIES, path: '*all' }])
  })

  it('a list where keys belong learns that, and nothing that only follows from it', async () => {
    const folder = await copyOfConfiguration()
    await edit(folder, AGENCIES, () => '- id: oki.pupr\n')
    const { faults } = await loadConfiguration(folder)
    expect(faults).toMatchObject([{ file: AGENCIES, path: '' }])
    expect(faults).toHaveLength(1)
  })

  it('in more than eight places sees all of them at once', async () => {
    const folder = await copyOfConfiguration()
    await edit(folder, AGENCIES, (text) => text.replaceAll('evidence:', 'bukti:'))
    const { faults } = await loadConfiguration(folder)
    expect(faults.filter(({ problem }) => problem.includes('"bukti" tidak dikenal'))).toHaveLength(
      55,
    )
  })
})

describe('a folder', () => {
  it('without a required file says which', async () => {
    const folder = await copyOfConfiguration()
    await rm(join(folder, AGENCIES))
    const { faults, configuration } = await loadConfiguration(folder)
    expect(faults).toMatchObject([{ file: AGENCIES, problem: 'berkas ini tidak ada' }])
    expect(configuration.governments).toHaveLength(4)
  })

  it('may leave out sources and examples', async () => {
    const folder = await copyOfConfiguration()
    await rm(join(folder, 'governments/pemkab-oki/sources.yaml'))
    await rm(join(folder, 'governments/pemkab-oki/examples.yaml'))
    expect((await loadConfiguration(folder)).faults).toEqual([])
  })

  it('with a misspelt file says that nobody reads it', async () => {
    const folder = await copyOfConfiguration()
    await writeFile(join(folder, 'governments/pemkab-oki/agency.yaml'), 'agencies: []')
    const { faults } = await loadConfiguration(folder)
    expect(faults[0]?.problem).toContain('tidak dibaca')
  })

  it('must bear the name of the government in it', async () => {
    const folder = await copyOfConfiguration()
    await rename(join(folder, 'governments/pemkab-oki'), join(folder, 'governments/pemkab-oku'))
    const { faults } = await loadConfiguration(folder)
    expect(faults).toMatchObject([{ file: 'governments/pemkab-oku/government.yaml', path: 'id' }])
  })

  it('that is empty names the files it needs', async () => {
    const folder = await emptyFolder()
    await mkdir(join(folder, 'governments'))
    const files = (await loadConfiguration(folder)).faults.map(({ file }) => file)
    expect(files).toEqual(['taxonomy.yaml', 'lexicon.yaml', 'zones.yaml', 'calendar-<tahun>.yaml'])
  })
})
