/** Several complaints in one post: which clauses speak of a problem of their own. */
import type { Kind } from '../core/reading.ts'
import { logitOf } from './calibrate.ts'
import { type Clause, clausesOf } from './clauses.ts'
import type { Decider, Glance } from './decide.ts'
import type { Decision } from './decision.ts'
import type { Analysis, Listener } from './post-analysis.ts'
import { FORMS, NOISE, type Ranked } from './topic-choice.ts'

export interface FurtherComplaint {
  category: string
  /** As the citizen wrote it. */
  text: string
  /** Where it stands in the text that was read. */
  start: number
  end: number
}

export interface WholePost {
  analysis: Analysis
  decision: Decision
  kind: Kind
  category: string
}

export interface Ears {
  part: Listener['part']
  glance: Decider['glance']
}

/** With the main one four, as the desk can still see them together. */
const MOST = 3

/** Nothing to cut: noise and praise hold no complaint, and help is on its way to the whole of a danger. */
const WHOLE_KINDS: ReadonlySet<Kind> = new Set(['irrelevant', 'praise', 'emergency'])

export function furtherComplaints(whole: WholePost, ears: Ears): FurtherComplaint[] {
  if (WHOLE_KINDS.has(whole.kind)) return []
  const { analysis, decision } = whole
  if (!mayHoldMore(whole)) return []
  const clauses = clausesOf(analysis)
  if (clauses.length < 2) return []
  const read = clauses.map((clause) => {
    const part = ears.part(analysis, clause)
    return { clause, part, ...ears.glance(part) }
  })
  const inWhole = new Map(decision.ranked.map((each) => [each.category, each.probability]))
  return bestOfEach(read.flatMap((each) => guessesOf(each, read, whole, inWhole)))
}

/** Most posts speak of one thing only, and cost nothing more. */
const LEAST_IN_WHOLE = 0.02

function mayHoldMore({ decision, category, analysis }: WholePost): boolean {
  if (analysis.stream.words.length < 6) return false
  const others = decision.ranked.filter((each) => isSubject(each.category, category))
  return (others[0]?.probability ?? 0) >= LEAST_IN_WHOLE
}

const isSubject = (category: string, main: string) =>
  category !== main && category !== NOISE && !FORMS.has(category)

interface ReadClause extends Glance {
  clause: Clause
  part: Analysis
}

interface Guess extends FurtherComplaint {
  evidence: number
}

/** Of a clause only what comes first in it, or little later. */
const LOOKED_AT = 3
const LEAST_IN_CLAUSE = 0.1

function guessesOf(
  own: ReadClause,
  all: ReadClause[],
  whole: WholePost,
  inWhole: ReadonlyMap<string, number>,
): Guess[] {
  const guesses = own.ranked
    .slice(0, LOOKED_AT)
    .filter((each) => isSubject(each.category, whole.category))
    .filter(({ probability }) => probability >= LEAST_IN_CLAUSE)
    .map(({ category, probability }) => {
      const evidence = evidenceOf({ own, all, whole, category }, probability, inWhole)
      return { category, evidence, ...writtenAt(own, whole.analysis) }
    })
    .filter(({ evidence }) => evidence >= SURE)
  // what is said in a secret clause never leaves its post
  return guesses.length > 0 && own.isSecret() ? [] : guesses
}

interface Question {
  own: ReadClause
  all: ReadClause[]
  whole: WholePost
  category: string
}

/** Log-odds from which a clause is a complaint of its own: rather one too few than a case too many. */
const SURE = -1.7

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

/** Fitted on the corpus, each writer read by a reader that never saw that writer. */
function evidenceOf(
  { own, all, whole, category }: Question,
  probability: number,
  inWhole: ReadonlyMap<string, number>,
): number {
  const { clause, part } = own
  const others = all.filter((each) => each !== own)
  const main = others.map(({ ranked }) => logitOf(probabilityIn(ranked, whole.category)))
  return (
    WEIGHTS.bias +
    WEIGHTS.inClause * logitOf(probability) +
    WEIGHTS.inWhole * logitOf(inWhole.get(category) ?? 0) +
    WEIGHTS.mainElsewhere * Math.max(...main, -9) +
    WEIGHTS.because * yes(clause.opens === 'because') +
    WEIGHTS.also * yes(clause.opens === 'also') +
    WEIGHTS.length * Math.log(clause.to - clause.from) +
    WEIGHTS.asks * yes(part.heard.has('form.ask')) +
    WEIGHTS.answers * yes(whole.analysis.parent !== null) +
    WEIGHTS.wishes * yes(whole.kind === 'question' || whole.kind === 'suggestion') +
    WEIGHTS.wholeLength * Math.log(whole.analysis.stream.words.length) +
    WEIGHTS.subjects * subjectsOf(all) +
    WEIGHTS.scene * yes(SCENES.has(category))
  )
}

const WEIGHTS = {
  bias: 0.088,
  inClause: 0.283,
  inWhole: 0.45,
  mainElsewhere: 0.247,
  because: -0.21,
  also: 0.815,
  length: 0.373,
  asks: -1.869,
  answers: -2.554,
  wishes: -1.587,
  wholeLength: -1.322,
  subjects: 0.501,
  scene: -0.755,
}

const yes = (holds: boolean) => (holds ? 1 : 0)
const probabilityIn = (ranked: Ranked[], category: string) =>
  ranked.find((each) => each.category === category)?.probability ?? 0

const CLEAR = 0.4
const MOST_SUBJECTS = 4

/** "aspal bolong, lampu mati, sampah menumpuk": each clause clearly of something else. */
function subjectsOf(all: ReadClause[]): number {
  const clear = all.filter(({ clause, ranked }) => {
    return clause.to - clause.from > 1 && (ranked[0]?.probability ?? 0) > CLEAR
  })
  return Math.min(MOST_SUBJECTS, new Set(clear.map(({ ranked }) => ranked[0]?.category)).size)
}

function writtenAt({ part }: ReadClause, whole: Analysis) {
  const start = whole.text.indexOf(part.text)
  return { text: part.text.trim(), start, end: start + part.text.length }
}

/** Each category once, each clause once, the surest first; then in the order of the post. */
function bestOfEach(guesses: Guess[]): FurtherComplaint[] {
  const chosen: Guess[] = []
  for (const guess of [...guesses].sort((a, b) => b.evidence - a.evidence)) {
    const taken = chosen.some(
      ({ category, start }) => category === guess.category || start === guess.start,
    )
    if (!taken && chosen.length < MOST) chosen.push(guess)
  }
  return chosen
    .sort((a, b) => a.start - b.start)
    .map(({ evidence: _evidence, ...complaint }) => complaint)
}
