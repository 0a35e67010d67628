/** What was asked for on the command line. */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { SECTIONS, type SectionName, USUAL } from './section-names.ts'

export interface Options {
  sections: SectionName[]
  /** LAPOR! reports as JSON lines; null where they are not given. */
  lapor: string | null
  hard: string
  /** Null: the corpus of the configuration. */
  corpus: string | null
  /** Every how many-th post of the corpus is taken: to try the command, not to measure. */
  every: number
  folds: number
  /** Posts that natural's slow classifier reads. */
  baselinePosts: number
  show: boolean
  json: boolean
}

const HARD = 'test/support/hard-cases.jsonl'

/** @throws with a sentence about what cannot be meant */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      lapor: { type: 'string' },
      hard: { type: 'string', default: HARD },
      corpus: { type: 'string' },
      every: { type: 'string', default: '1' },
      folds: { type: 'string', default: '5' },
      'baseline-posts': { type: 'string', default: '200' },
      show: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  // biome-ignore lint/style/noProcessEnv: of this command alone; the program does not know it
  const lapor = values.lapor ?? process.env.LAPOR_FILE ?? null
  for (const path of [lapor, values.hard, values.corpus]) if (path) mustExist(path)
  return {
    sections: positionals.length > 0 ? positionals.map(sectionOf) : USUAL,
    lapor,
    hard: values.hard,
    corpus: values.corpus ?? null,
    every: numberOf(values.every),
    folds: numberOf(values.folds),
    baselinePosts: numberOf(values['baseline-posts']),
    show: values.show,
    json: values.json,
  }
}

function sectionOf(name: string): SectionName {
  const found = SECTIONS.find((section) => section === name)
  if (!found) throw new Error(`no section ${name}: there are ${SECTIONS.join(', ')}`)
  return found
}

function numberOf(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new Error(`${text} is no whole number above 0`)
  return value
}

function mustExist(path: string): void {
  if (!existsSync(path)) throw new Error(`no file ${path}`)
}
