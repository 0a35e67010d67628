/** fastText supervised, where a `fasttext` program is on PATH. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from './processor.ts'
import type { Lesson, Rival } from './rival.ts'

const LABEL = '__label__'
/** What was best for it among those that were tried elsewhere on such reports. */
const SETTINGS =
  '-minn 3 -maxn 5 -wordNgrams 2 -dim 50 -bucket 200000 -lr 0.5 -epoch 50 -thread 1'.split(' ')

export function findFastText(searchPath: string[]): string | null {
  const found = searchPath.map((folder) => join(folder, 'fasttext')).find(isProgram)
  return found ?? null
}

/** Its files stay in a folder of the system's for temporary files. */
export function trainFastText(program: string, lessons: Lesson[]): Rival {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-eval-'))
  const [input, model] = [join(folder, 'training.txt'), join(folder, 'model')]
  const lines = lessons.map(({ text, category }) => `${LABEL}${category} ${prepared(text)}`)
  writeFileSync(input, `${lines.join('\n')}\n`)
  const training = ['supervised', '-input', input, '-output', model, ...SETTINGS]
  const trainingSeconds = childSeconds(() => run(program, training))
  const predict = (texts: string[]) => {
    const asked = join(folder, 'asked.txt')
    writeFileSync(asked, `${texts.map(prepared).join('\n')}\n`)
    return run(program, ['predict', `${model}.bin`, asked, '3'])
  }
  return {
    name: 'fastText',
    rank: (texts) => predict(texts).trimEnd().split('\n').map(ranked),
    timeOf: (texts) => timeOf(texts, predict),
    slow: false,
    trainingSeconds,
    megabytes: statSync(`${model}.bin`).size / 1e6,
    notes: [`memory is the size of its model file; ${SETTINGS.join(' ')}`],
  }
}

/** Lines that take long enough to be told from the loading. */
const ENOUGH = 20_000

/** Loading a model takes longer than reading: many copies of the texts minus one copy. */
function timeOf(texts: string[], predict: (texts: string[]) => unknown): number {
  const copies = Math.ceil(ENOUGH / texts.length)
  const many = Array.from({ length: copies + 1 }, () => texts).flat()
  const differences = [0, 1, 2].map(
    () => childSeconds(() => predict(many)) - childSeconds(() => predict(texts)),
  )
  return median(differences) / copies
}

const ranked = (line: string) =>
  line.split(' ').flatMap((word) => (word.startsWith(LABEL) ? [word.slice(LABEL.length)] : []))

/** A line for each text, also for one without words. */
const prepared = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim() || 'kosong'

function run(program: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2e8 })
  if (status !== 0) throw new Error(`fasttext ${args[0]}: ${stderr}`)
  return stdout
}

/** Processor time of children that ended, as Linux counts it, in hundredths of a second. */
function childSeconds(work: () => void): number {
  const ticks = () => {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? []
    return Number(fields[13]) + Number(fields[14])
  }
  const before = ticks()
  work()
  return (ticks() - before) / 100
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
