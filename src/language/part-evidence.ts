/** What speaks for a clause being a complaint of its own, as log-odds. */
import type { Kind } from '../core/reading.ts'
import { logitOf } from './calibrate.ts'
import type { Clause } from './clauses.ts'
import { complains, isDone, isTerse, tellingShare, turns } from './complaining-clause.ts'
import type { Glance } from './decide.ts'
import type { Decision } from './decision.ts'
import type { Analysis } from './post-analysis.ts'
import { NOISE, type Ranked } from './topic-choice.ts'

export interface WholePost {
  analysis: Analysis
  decision: Decision
  kind: Kind
  category: string
}

export interface ReadClause extends Glance {
  clause: Clause
  part: Analysis
}

/** What is the same for all clauses and guesses of a post. */
export interface Room {
  whole: WholePost
  read: ReadClause[]
  inWhole: ReadonlyMap<string, number>
  subjects: number
}

export function roomOf(whole: WholePost, read: ReadClause[]): Room {
  const inWhole = new Map(whole.decision.ranked.map((each) => [each.category, each.probability]))
  return { whole, read, inWhole, subjects: subjectsOf(read).size }
}

/** Places, passages and calls for help: mentioned by the way far oftener than complained of. */
const SCENES = new Set([
  'kes.ambulans',
  'kes.rsud',
  'kes.rujukan',
  'hub.lalin_rambu',
  'eko.pasar_pkl',
  'jalan.jembatan',
  'benc.gempa_cuaca',
  'benc.banjir',
  'benc.kebakaran',
  'adm.kk_akta',
  'desa.pelayanan',
  'gov.pungli',
  'gov.korupsi',
])

const MOST_SUBJECTS = 4
const LIST = 3

/** By its clause alone: the same for each category that it may be about. */
export function evidenceOfClause(own: ReadClause, { whole, read, subjects }: Room): number {
  const { clause, part } = own
  const { analysis, kind } = whole
  const length = analysis.stream.words.length
  return (
    WEIGHTS.bias +
    WEIGHTS.mainElsewhere * mainBeside(own, read, whole.category) +
    WEIGHTS.also * yes(clause.opens === 'also') +
    LISTED * yes(clause.listed) +
    WEIGHTS.short * yes(spokenIn(part) < 2) +
    WEIGHTS.asks * yes(part.heard.has('form.ask')) +
    WEIGHTS.wishes * yes(kind === 'question' || kind === 'suggestion') +
    WEIGHTS.wholeLength * Math.log(length) +
    WEIGHTS.wonders * yes(part.text.trimEnd().endsWith('?')) +
    WEIGHTS.share * ((clause.to - clause.from) / length) +
    WEIGHTS.last * yes(own === read.at(-1)) +
    WEIGHTS.done * yes(isDone(part)) +
    WEIGHTS.turns * yes(turns(part)) +
    WEIGHTS.telling * tellingShare(part) +
    WEIGHTS.subjects * Math.min(MOST_SUBJECTS, subjects) +
    WEIGHTS.list * yes(subjects >= LIST)
  )
}

/** … and by what it may be about. */
export const evidenceOfTopic = ({ category, probability }: Ranked, { inWhole }: Room): number =>
  WEIGHTS.inClause * logitOf(probability) +
  WEIGHTS.inWhole * logitOf(inWhole.get(category) ?? 0) +
  WEIGHTS.scene * yes(SCENES.has(category))

/** Fitted on the corpus, each writer read by a reader that never saw that writer. */
const WEIGHTS = {
  bias: -1.81,
  inClause: 0.424,
  inWhole: 0.31,
  mainElsewhere: 0.252,
  also: 0.731,
  short: -1,
  asks: -1.317,
  wishes: -1.045,
  wholeLength: -0.137,
  scene: -0.657,
  wonders: -1.653,
  share: 3.183,
  last: -0.675,
  done: -1.175,
  turns: -0.643,
  telling: -3.588,
  subjects: 0.319,
  list: 0.45,
}

/** Few posts of the corpus have numbers or bullets, too few to fit it on: who numbers means each. */
const LISTED = 1.5

const yes = (holds: boolean) => (holds ? 1 : 0)

const spokenIn = ({ stream }: Analysis) =>
  stream.words.filter((word) => !word.startsWith('<')).length

/** How clearly another clause is about what the whole is about. */
function mainBeside(own: ReadClause, read: ReadClause[], main: string): number {
  let best = 0
  for (const each of read) if (each !== own) best = Math.max(best, probabilityIn(each.ranked, main))
  return logitOf(best)
}

const probabilityIn = (ranked: Ranked[], category: string) =>
  ranked.find((each) => each.category === category)?.probability ?? 0

const CLEAR = 0.4

/** "aspal bolong, lampu mati, sampah menumpuk": each clause clearly of something else. */
function subjectsOf(read: ReadClause[]): Set<string> {
  const subjects = new Set<string>()
  for (const { clause, part, ranked } of read) {
    const [first] = ranked
    if (!first || first.probability <= CLEAR || first.category === NOISE) continue
    if (clause.to - clause.from > 1 && (complains(part) || isTerse(clause, part)))
      subjects.add(first.category)
  }
  return subjects
}
