/**
 * Runs the measuring of gathering, which is a command of its own, once for each fold of writers with
 * the reader that never saw them, and adds the counts up.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { encodeModel } from '../../src/language/model-file.ts'
import { saveReader } from '../../src/reader-files.ts'
import type { Bench } from './bench.ts'

const run = promisify(execFile)

const MODES = {
  reader: 'as read',
  label: 'with the labels in place of the reading',
}

/** Hits and how many there were. */
type Count = [number, number]
type Counts = Record<'precision' | 'recall' | 'merged', Count>

export async function runGathering(bench: Bench): Promise<void> {
  const { sheet } = bench
  sheet.section('gathering, by writer')
  const folders = await savedFolds(bench)
  for (const [mode, title] of Object.entries(MODES)) {
    sheet.heading(title)
    const counts: Counts[] = []
    for (const fold of folders) counts.push(await countsOf(bench, mode, fold))
    const total = (name: keyof Counts): Count => [
      counts.reduce((sum, count) => sum + count[name][0], 0),
      counts.reduce((sum, count) => sum + count[name][1], 0),
    ]
    sheet.share('pairwise precision', ...total('precision'))
    sheet.share('pairwise recall', ...total('recall'))
    sheet.share('hard negatives merged', ...total('merged'))
  }
  for (const { folder } of folders) await rm(folder, { recursive: true })
}

interface SavedFold {
  writers: string[]
  folder: string
}

async function savedFolds({ folds, ground }: Bench): Promise<SavedFold[]> {
  const trained = await folds()
  return Promise.all(
    trained.map(async ({ writers, model }) => {
      const folder = await mkdtemp(join(tmpdir(), 'tanggap-eval-'))
      await saveReader(folder, encodeModel(model), ground.gazetteer)
      return { writers, folder }
    }),
  )
}

async function countsOf(bench: Bench, mode: string, fold: SavedFold): Promise<Counts> {
  const { sheet, ground, options, progress } = bench
  progress(`gathering, mode ${mode}: ${fold.writers.join(', ')}`)
  const writers = fold.writers.map((writer) => writer.replace('writer-', '')).join(',')
  const corpus = options.corpus ?? `${ground.configDir}/corpus`
  const args = ['--posts', writers, '--reader', fold.folder, '--corpus', corpus]
  const shown = ['--json', '--show', options.show ? '8' : '0']
  const command = ['--import', 'tsx', join('test', 'eval', 'gathering.ts'), mode]
  const { stdout } = await run(process.execPath, [...command, ...args, ...shown], {
    cwd: ground.checkout,
    maxBuffer: 1e8,
  })
  const lines = stdout.trim().split('\n')
  if (options.show) for (const line of lines.slice(0, -1)) sheet.line(line)
  return JSON.parse(lines.at(-1) ?? '') as Counts
}
