/** From ranked topics to one: gate, hoax question and integrity may override the words. */
import type { Government } from '../core/configuration.ts'
import type { Kind } from '../core/reading.ts'
import { NOISE } from './build-model.ts'
import type { Confidentiality } from './confidentiality.ts'
import { type KindProbabilities, noiseOf } from './kind-choice.ts'
import type { Model } from './model.ts'
import type { Analysis } from './post-analysis.ts'
import type { Ranked, TopicChoice } from './topic-choice.ts'

export interface Settled {
  category: string
  /** A kind that a rule is sure of, or null: let the probabilities speak. */
  kind: Kind | null
  confidence: number
  alternatives: string[]
  /** Name of the rule that overrode the words, or null. */
  rule: 'gate' | 'homonym' | 'hoax' | 'integrity' | null
}

export interface SettleQuestion {
  analysis: Analysis
  ranked: TopicChoice
  kinds: KindProbabilities
  secret: Confidentiality
  model: Model | null
  government: Government | null
}

/** A post is let through unless it is more likely noise than not. */
const GATE = 0.5

export function settleTopic(question: SettleQuestion): Settled {
  const { analysis, ranked, kinds, secret, government } = question
  const topical = ranked.ranked.filter(({ category }) => category !== NOISE)
  const alternatives = topical.slice(0, 3).map(({ category }) => category)
  if (isExcluded(analysis, government)) return noise('homonym', 0.95, alternatives)
  if (isNoise(question)) return noise('gate', Math.max(kinds.irrelevant, 0.5), alternatives)
  if (isHoaxQuestion(analysis)) {
    const category = 'gov.hoaks_klarifikasi'
    return { category, kind: 'question', confidence: 0.85, alternatives, rule: 'hoax' }
  }
  if (secret.category) {
    const confidence = Math.max(0.7, probabilityOf(secret.category, topical))
    return {
      category: secret.category,
      kind: 'allegation',
      confidence,
      alternatives,
      rule: 'integrity',
    }
  }
  const best = topical[0] as Ranked
  return {
    category: best.category,
    kind: null,
    confidence: calibrated(question, topical),
    alternatives,
    rule: null,
  }
}

function noise(rule: 'gate' | 'homonym', confidence: number, alternatives: string[]): Settled {
  return { category: NOISE, kind: 'irrelevant', confidence, alternatives, rule }
}

function isNoise({ analysis, ranked, kinds, model }: SettleQuestion): boolean {
  if (!model) return noiseOf(analysis) >= 2
  return (
    kinds.irrelevant > GATE || (ranked.ranked[0]?.category === NOISE && kinds.irrelevant > 0.25)
  )
}

/** "oki setiana dewi", "KTT OKI": what the government says it is not. */
function isExcluded({ text }: Analysis, government: Government | null): boolean {
  const lower = text.toLowerCase()
  return government?.listen.exclude.some((phrase) => lower.includes(phrase.toLowerCase())) ?? false
}

function isHoaxQuestion({ heard, text }: Analysis): boolean {
  const cues = heard.get('form.hoax')?.length ?? 0
  return (
    cues >= 2 || (cues === 1 && text.includes('?') && /hoa[kx]|benar|bener|beredar/i.test(text))
  )
}

function probabilityOf(category: string, ranked: Ranked[]): number {
  return ranked.find((each) => each.category === category)?.probability ?? 0
}

/** Logistic over the model's own probability, its margin, and whether the rules agree. */
function calibrated({ ranked, model }: SettleQuestion, topical: Ranked[]): number {
  const [first, second] = topical
  const top = Math.min(0.9999, Math.max(0.0001, first?.probability ?? 0))
  if (!model) return top
  const { a, b, c, d } = model.calibration
  const margin = top - (second?.probability ?? 0)
  const logit = Math.log(top / (1 - top))
  return 1 / (1 + Math.exp(-(a + b * logit + c * margin + d * (ranked.rulesAgree ? 1 : 0))))
}
