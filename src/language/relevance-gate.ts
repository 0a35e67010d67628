/** Is a post for a government at all? By its words, its form, and how high its gate is. */
import { logitOf } from './calibrate.ts'
import { createFormWeigher } from './form-head.ts'
import { gateHeight, type HeightQuestion, isDesk } from './gate-height.ts'
import { noiseOf } from './kind-choice.ts'
import type { Model } from './model.ts'
import { speaksPlainly } from './plain-words.ts'
import { NOISE, type Ranked } from './topic-choice.ts'

export interface GateQuestion extends HeightQuestion {
  ranked: Ranked[]
}

export interface Noise {
  /** Odds of noise on a logarithmic scale. */
  odds: number
  /** … beyond those that the gate asks for: above 0 the post is kept out. */
  beyond: number
  /** What the form alone says. */
  form: number
}

/** The kind of a post tells noise better than its topic does. */
const TOPIC_SHARE = 0.3
/**
 * The form tells the press and the offices from those who write as they speak. Not at a complaint
 * desk: there citizens write like offices.
 */
const FORM_SHARE = 1.5

export type WeighNoise = (question: GateQuestion) => Noise

export function createNoiseWeigher(model: Model | null): WeighNoise {
  if (!model) return hintedNoise
  const weighForm = createFormWeigher(model.form)
  return (question) => {
    const form = weighForm(question.analysis.features.forms)
    const odds = wordOdds(question) + formOdds(question, form)
    return { form, odds, beyond: odds - gateHeight(question) }
  }
}

/**
 * The fewer the words, the less they tell a citizen from a headline: who says a defect plainly is
 * believed (in folds by writer posts under ten words come in at 0.88 instead of 0.83, for 0.026 more
 * noise).
 */
const PLAIN = 4

function formOdds({ analysis, platform }: GateQuestion, form: number): number {
  if (isDesk(platform)) return 0
  if (speaksPlainly(analysis)) return Math.min(0, FORM_SHARE * form) - PLAIN
  return FORM_SHARE * form
}

/** Without a model: so many hints of noise keep a post out. */
const MOST_HINTED = 2

function hintedNoise({ analysis }: GateQuestion): Noise {
  const odds = noiseOf(analysis)
  return { odds, beyond: odds >= MOST_HINTED ? 1 : -1, form: 0 }
}

function wordOdds({ kinds, ranked }: GateQuestion): number {
  const topical = ranked.find(({ category }) => category === NOISE)?.probability ?? 0
  return logitOf(kinds.irrelevant) + TOPIC_SHARE * logitOf(topical)
}
