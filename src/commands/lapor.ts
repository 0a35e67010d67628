import { readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { importLapor } from '../actions/import-lapor.ts'
import { sentenceOf } from '../core/errors.ts'
import type { Installation } from '../open-installation.ts'
import type { Command } from './command.ts'
import { governmentOf } from './government-of.ts'
import { withInstallation } from './with-installation.ts'

const USAGE = 'Pemakaian: tanggap lapor import BERKAS.csv [--government <slug>]\n'

const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

/** An export of SP4N-LAPOR! moves our cases. The last line says what became of its rows. */
export const lapor: Command = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { government: { type: 'string' } },
  })
  const [verb, path] = positionals
  if (verb !== 'import' || !path) return complain(USAGE, 2)
  if (!isFile(path)) return complain(`Berkas "${path}" tidak ditemukan.\n`, 2)
  return withInstallation((installation) => run(installation, path, values.government))
}

const run = async (
  installation: Installation,
  path: string,
  named: string | undefined,
): Promise<number> => {
  const governmentId = await governmentOf(installation, named)
  if (!governmentId) return 2
  const file = readFileSync(path, 'utf8')
  const done = await importLapor(installation.ports, governmentId, file)
  if (done.kind === 'refused') return complain(`${sentenceOf(done.code)}\n`, 1)
  for (const { because } of done.quarantined) process.stderr.write(`Dikarantina: ${because}\n`)
  const { rows, moved, opened, quarantined } = done
  const told = { rows, moved, opened, quarantined: quarantined.length }
  process.stdout.write(`${JSON.stringify(told)}\n`)
  return 0
}

const complain = (sentence: string, status: number): number => {
  process.stderr.write(sentence)
  return status
}
