import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { guessFunctions } from '../../src/configuration/guess-functions.ts'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import { makeGovernment } from '../../src/configuration/new-government.ts'
import { readAgenciesCsv } from '../../src/configuration/read-agencies-csv.ts'
import { findRegion } from '../../src/configuration/region-data.ts'
import { writeGovernment } from '../../src/configuration/write-configuration.ts'
import type { Configuration } from '../../src/core/configuration.ts'
import { copyOfConfiguration } from './folder.ts'

// Reads and writes thousands of lines of YAML: slow where many tests share a machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

let shipped: Configuration

beforeAll(async () => {
  shipped = (await loadConfiguration('config')).configuration
})

async function make(id: string, code: string, template: string) {
  const region = await findRegion(code)
  if (!region) throw new Error(`no region ${code}`)
  const { rows } = readAgenciesCsv(template, await readFile(join('config', template), 'utf8'))
  const takenPrefixes = shipped.governments.map(({ codePrefix }) => codePrefix)
  return makeGovernment({ id, region, rows, taxonomy: shipped.taxonomy, takenPrefixes })
}

describe('a government made from its region code and a CSV', () => {
  it.each([
    ['pemkab-kaur', '17.04', 'template-agencies.csv', 'Pemerintah Kabupaten Kaur', 'KAU', 'WIB'],
    ['pemkot-kupang', '53.71', 'template-agencies.csv', 'Pemerintah Kota Kupang', 'KUP', 'WITA'],
    [
      'pemprov-papua',
      '91',
      'template-agencies-province.csv',
      'Pemerintah Provinsi Papua',
      'PAP',
      'WIT',
    ],
  ])('%s is without fault at once', async (id, code, template, name, prefix, zoneLabel) => {
    const { government } = await make(id, code, template)
    expect(government).toMatchObject({ name, codePrefix: prefix, zoneLabel, regionCode: code })
    const folder = await copyOfConfiguration()
    await writeGovernment(folder, government)
    const again = await loadConfiguration(folder)
    expect(again.faults).toEqual([])
    expect(again.configuration.governments.find((each) => each.id === id)).toEqual(government)
  })

  it('has its districts with a camat each, its province and its sisters', async () => {
    const { government } = await make('pemkab-kaur', '17.04', 'template-agencies.csv')
    expect(government.districts).toHaveLength(15)
    const camat = government.agencies.filter(({ functions }) => functions.includes('kecamatan'))
    expect(camat).toHaveLength(15)
    expect(government.region.map((node) => node.government)).toContain('pemprov-bengkulu')
    expect(government.region.map((node) => node.government)).toContain('pemkot-bengkulu')
    expect(government.coordinator).toBe('kaur.diskominfo')
  })
})

describe('the functions of an agency', () => {
  it.each([
    ['Dinas Kesehatan', 'Dinkes', ['dinkes']],
    ['Dinas Kesehatan dan Keluarga Berencana', 'DKKB', ['dinkes', 'kb']],
    ['Dinas Pekerjaan Umum dan Penataan Ruang', 'DPUPR', ['pupr']],
    ['Badan Kepegawaian, Pendidikan dan Pelatihan', 'BKPP', ['bkd']],
    ['Satuan Polisi Pamong Praja dan Pemadam Kebakaran', 'Satpol PP', ['satpolpp', 'damkar']],
    ['Kecamatan Kinal', 'Kec. Kinal', ['kecamatan']],
    ['Dinas Pangan dan Kebahagiaan', 'DPB', []],
    ['Dinas Apa Saja', 'DKP', []],
  ])('%s (%s) → %j', (name, abbreviation, functions) => {
    const guess = guessFunctions({ name, abbreviation }, shipped.taxonomy.functions)
    expect(guess.functions).toEqual(functions)
    expect(guess.sure).toBe(functions.length === 1)
  })
})

describe('the CSV', () => {
  it('may come from Excel: semicolons, a byte order mark, quotes', () => {
    const text =
      '\uFEFFNama;Singkatan;Fungsi;Alias\n"Dinas ""X"" dan Y";DXY;pupr,perkim;pu | bina marga\n'
    const { rows, faults } = readAgenciesCsv('a.csv', text)
    expect(faults).toEqual([])
    expect(rows).toEqual([
      {
        name: 'Dinas "X" dan Y',
        abbreviation: 'DXY',
        functions: ['pupr', 'perkim'],
        aliases: ['pu', 'bina marga'],
        escalation: [],
      },
    ])
  })

  it('says which column is missing, which is unknown, and which row has no name', () => {
    const header = readAgenciesCsv('a.csv', 'nama,akun\nDinkes,@x\n')
    expect(header.faults.map(({ problem }) => problem)).toEqual([
      'tidak ada kolom "singkatan"',
      'kolom "akun" tidak dikenal',
    ])
    const row = readAgenciesCsv('a.csv', 'nama,singkatan\n,DKK\n')
    expect(row.faults).toMatchObject([{ path: 'baris 2', problem: 'kolom nama kosong' }])
  })

  it('that is no CSV is said to be none', () => {
    expect(readAgenciesCsv('a.csv', 'nama,singkatan\n"Dinas').faults[0]?.problem).toContain(
      'bukan CSV yang sah',
    )
  })
})
