/** What the citizen wants, by the form of the post, and whether it is for a government at all. */
import { KINDS, type Kind } from '../core/reading.ts'
import { type Model, toProbabilities } from './model.ts'
import { capitalsOf, isQuiet, NOISES } from './plain-words.ts'
import type { Analysis } from './post-analysis.ts'
import { createScorer } from './scorer.ts'
import type { SparseVector } from './vector.ts'

export type KindProbabilities = Record<Kind, number>

/**
 * Probability of each kind: the model's, or without one what the forms speak for. Beside a model the
 * forms only do harm (held-out writers: kind 0.776 without, 0.770 with them): it has learned them.
 */
export function createKindWeigher(model: Model | null): WeighKinds {
  const score = model ? createScorer(model.kind) : null
  return (analysis, vector) => {
    const logits = score && vector ? score(vector) : hinted(analysis)
    if (isPlainDefect(analysis)) {
      const at = KINDS.indexOf('irrelevant')
      logits[at] = (logits[at] as number) - PLAIN_DEFECT
    }
    return byKind(toProbabilities(logits))
  }
}

export type WeighKinds = (analysis: Analysis, vector: SparseVector | null) => KindProbabilities

function byKind(probabilities: Float64Array): KindProbabilities {
  const kinds = {} as KindProbabilities
  for (let at = 0; at < KINDS.length; at++) kinds[KINDS[at] as Kind] = probabilities[at] as number
  return kinds
}

/** "jalan rusak parah di Seluma" is a headline to the model and a complaint to every officer. */
const PLAIN_DEFECT = 4
const MOST_WORDS = 12
/** Headlines are written with capitals. */
const MOST_CAPITALS = 0.6

function isPlainDefect(analysis: Analysis): boolean {
  const { heard, topics, tokens } = analysis
  if (tokens.length > MOST_WORDS || !heard.has('form.defect')) return false
  const strong = (topics.scores[0]?.score ?? 0) >= 3
  return strong && isQuiet(heard) && capitalsOf(analysis) <= MOST_CAPITALS
}

function hinted(analysis: Analysis): Float64Array {
  const logits = new Float64Array(KINDS.length)
  for (const [kind, amount] of formHints(analysis)) {
    const at = KINDS.indexOf(kind)
    logits[at] = (logits[at] as number) + amount
  }
  return logits
}

type Hint = [Kind, number]

/** Cues that speak for a kind, by so much. The form of a post says what it wants. */
const CUE_HINTS: [string, Kind, number][] = [
  ['form.defect', 'complaint', 1],
  ['form.ask', 'question', 0.8],
  ['form.praise', 'praise', 1],
  ['form.done', 'praise', 1.2],
  ['integrity.bribe', 'allegation', 2.2],
  ['integrity.graft', 'allegation', 2.2],
  ['form.illegal', 'allegation', 0.7],
]

/** What the forms of a post speak for; the model may know better. */
function formHints(analysis: Analysis): Hint[] {
  const { heard, topics, text } = analysis
  const asks = text.includes('?')
  const topical = (topics.scores[0]?.score ?? 0) >= 3
  const hints: Hint[] = CUE_HINTS.filter(([cue]) => heard.has(cue)).map(([, ...hint]) => hint)
  hints.push(['complaint', topical ? 1 : 0.3], ['irrelevant', noiseOf(analysis)])
  if (asks) hints.push(['question', heard.has('form.ask') ? 1.4 : 0.4])
  if (heard.has('form.defect')) hints.push(['praise', -0.7])
  else if (heard.has('form.wish')) hints.push(['suggestion', 1.4])
  return hints
}

/** How much a post sounds like none of a government's business; topics speak against it. */
export function noiseOf({ heard, topics, tokens }: Analysis): number {
  let noise = 0
  for (const cue of NOISES) noise += Math.min(3, heard.get(cue)?.length ?? 0) * 0.7
  if (tokens.some(({ kind }) => kind === 'link')) noise += 0.6
  const topic = Math.min(4, topics.scores[0]?.score ?? 0)
  const words = tokens.filter(({ kind }) => kind === 'word').length
  if (topic === 0 && !heard.has('form.defect') && !heard.has('form.ask'))
    noise += words < 3 ? 3 : 1.4
  return Math.max(0, noise - topic * 0.35)
}
