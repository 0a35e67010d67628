/**
 * "lampu padam, sinyal hilang, ledeng mati": a list whose items are defects of different services is
 * no noise, however like a headline it looks.
 */
import { clausesOf } from './clauses.ts'
import { complains } from './complaining-clause.ts'
import { isQuiet } from './plain-words.ts'
import type { Analysis, Listener } from './post-analysis.ts'
import type { Noise } from './relevance-gate.ts'
import { FORMS, NOISE, type Ranked } from './topic-choice.ts'

export interface ListEars {
  part: Listener['part']
  rank(part: Analysis): Ranked[]
}

/** Odds beyond the gate's that a list makes up for. */
const NARROWLY = 4
const FEWEST_SERVICES = 2
const CLEAR = 0.5

export function letListsIn(noise: Noise, analysis: Analysis, ears: ListEars): Noise {
  const isShut = noise.beyond > 0 && noise.beyond <= NARROWLY
  return isShut && listsDefects(analysis, ears) ? { ...noise, beyond: 0 } : noise
}

function listsDefects(analysis: Analysis, { part: listen, rank }: ListEars): boolean {
  const { heard, tokens } = analysis
  if (!isQuiet(heard) || tokens.some(({ kind }) => kind === 'link')) return false
  const clauses = clausesOf(analysis)
  if (clauses.length < FEWEST_SERVICES) return false
  const broken = clauses.map((clause) => listen(analysis, clause)).filter(complains)
  return broken.length >= FEWEST_SERVICES && servicesIn(broken.map(rank)) >= FEWEST_SERVICES
}

function servicesIn(rankings: Ranked[][]): number {
  const clear = rankings.flatMap(([first]) => (first && first.probability > CLEAR ? [first] : []))
  const services = clear.filter(({ category }) => category !== NOISE && !FORMS.has(category))
  return new Set(services.map(({ category }) => category)).size
}
