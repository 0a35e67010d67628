/** `tanggap init`: a government that is not shipped, from a region code and a CSV of its agencies. */
import { existsSync } from 'node:fs'
import { copyFile, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadConfiguration } from '../configuration/load-configuration.ts'
import { makeGovernment, type NewGovernment } from '../configuration/new-government.ts'
import { type AgencyRow, readAgenciesCsv } from '../configuration/read-agencies-csv.ts'
import { findRegion, type Region } from '../configuration/region-data.ts'
import { tellFaults } from '../configuration/tell.ts'
import { tellRemaining } from '../configuration/tell-remaining.ts'
import { writeGovernment } from '../configuration/write-configuration.ts'
import { isUsableId } from '../core/fault.ts'
import { loadSettings } from '../settings.ts'

const USAGE = `Pemakaian: npm run --silent tanggap -- init <id> --code KODE [--agencies BERKAS.csv]

  <id>         misalnya pemkab-kaur, pemkot-bengkulu, pemprov-jambi
  --code       kode wilayah Kemendagri, misalnya 17.04
  --agencies   CSV perangkat daerah: nama,singkatan,fungsi,alias,eskalasi
               (tanpa ini: menulis CSV contoh berisi perangkat daerah yang lazim)
  --name       nama resmi, bila bukan "Pemerintah Kabupaten …"
  --folder     folder konfigurasi, bila bukan folder config
`

type Options = { id: string; code: string; agencies?: string; name?: string; folder?: string }

export async function init(args: string[]): Promise<number> {
  const options = readOptions(args)
  if (!options) return say(USAGE, 2)
  if (!isUsableId(options.id)) return say(`"${options.id}" tidak dapat dipakai sebagai id.\n`, 2)
  const region = await findRegion(options.code)
  if (!region) return say(`Kode wilayah "${options.code}" tidak dikenal; contoh: 17.04.\n`)
  const folder = resolve(options.folder ?? loadSettings().configDir)
  if (!options.agencies) return writeTemplate(options, region)
  const home = join(folder, 'governments', options.id)
  if (existsSync(home)) return say(`${home} sudah ada; hapus dahulu atau pilih id lain.\n`)
  const text = await readFile(options.agencies, 'utf8').catch(() => null)
  if (text === null) return say(`Berkas ${options.agencies} tidak dapat dibaca.\n`)
  const { rows, faults } = readAgenciesCsv(options.agencies, text)
  return faults.length > 0 ? say(tellFaults(faults)) : make(options, region, folder, rows)
}

function readOptions(args: string[]): Options | null {
  const text = { type: 'string' } as const
  try {
    const options = { code: text, agencies: text, name: text, folder: text }
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const { code, ...rest } = values
    const [id] = positionals
    return id && code && positionals.length === 1 ? { id, code, ...rest } : null
  } catch {
    return null
  }
}

function say(sentence: string, status = 1): number {
  process.stderr.write(sentence)
  return status
}

/** The two templates stand beside the shipped configuration, wherever the own one is kept. */
async function writeTemplate({ id, code }: Options, { level, name }: Region): Promise<number> {
  const template = level === 'province' ? 'template-agencies-province.csv' : 'template-agencies.csv'
  const target = resolve(`${id}.csv`)
  if (existsSync(target)) return say(`${target} sudah ada; pakai dengan --agencies ${id}.csv\n`)
  await copyFile(join(loadSettings().checkout, 'config', template), target)
  process.stdout.write(
    `${target} berisi perangkat daerah yang lazim. Sesuaikan dengan ${name}, lalu jalankan:\n` +
      `  npm run --silent tanggap -- init ${id} --code ${code} --agencies ${id}.csv\n`,
  )
  return 0
}

async function make(
  options: Options,
  region: Region,
  folder: string,
  rows: AgencyRow[],
): Promise<number> {
  const { configuration } = await loadConfiguration(folder)
  const { taxonomy, governments } = configuration
  const takenPrefixes = governments.map(({ codePrefix }) => codePrefix)
  const facts = { id: options.id, name: options.name, region, rows, taxonomy, takenPrefixes }
  const made = await makeGovernment(facts)
  const files = await writeGovernment(folder, made.government)
  process.stdout.write(`Ditulis di ${folder}:\n${files.map((file) => `  ${file}\n`).join('')}\n`)
  return checkAgain(folder, made, region)
}

async function checkAgain(folder: string, made: NewGovernment, region: Region): Promise<number> {
  const { faults } = await loadConfiguration(folder)
  process.stdout.write(tellRemaining(made, region))
  if (faults.length > 0) return say(`\nHarus dibetulkan dahulu:\n\n${tellFaults(faults)}`)
  process.stdout.write('\nTidak ada kesalahan. Terapkan dengan:\n')
  process.stdout.write('  npm run --silent tanggap -- config apply\n')
  return 0
}
