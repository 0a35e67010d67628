/** From ranked topics to one: gate, hoax question and integrity may override the words. */
import type { Government } from '../core/configuration.ts'
import type { Kind } from '../core/reading.ts'
import { namedRule } from '../core/rule-name.ts'
import { confidenceOf, type Decider, logitOf } from './calibrate.ts'
import type { Confidentiality } from './confidentiality.ts'
import type { KindProbabilities } from './kind-choice.ts'
import type { Model } from './model.ts'
import type { ChooseForOwners } from './owner-choice.ts'
import type { Analysis } from './post-analysis.ts'
import type { Noise } from './relevance-gate.ts'
import { FORMS, NOISE, type Ranked } from './topic-choice.ts'

/** What may be surer than the words. */
type Override = 'gate' | 'homonym' | 'hoax' | 'integrity'

export interface Settled {
  category: string
  /** A kind that a rule is sure of, or null: let the probabilities speak. */
  kind: Kind | null
  confidence: number
  alternatives: string[]
  /** The topics of services, best first: noise is left out, praise where nothing is praised. */
  topical: Ranked[]
  /** Name of the rule that overrode the words, or null. */
  rule: Override | 'call' | null
  /** What the confidence was weighed from, see `calibrate.ts`. */
  evidence: number[]
}

type Found = Pick<Settled, 'category' | 'kind'> & { rule: Override | null }

export interface SettleQuestion {
  analysis: Analysis
  ranked: Ranked[]
  kinds: KindProbabilities
  secret: Confidentiality
  model: Model | null
  government: Government | null
  chooseForOwners: ChooseForOwners
  /** Named rules that this government has silenced. */
  quiet: ReadonlySet<string>
  noise: Noise
}

/** They stand only where no subject fits. */
const SUBJECT_MATTERS = new Set(['gov.informasi_publik', 'gov.anggaran_pembangunan'])
/** … and a subject fits that is so likely beside them. */
const LEAST_SUBJECT = 1 / 6

export function settleTopic(question: SettleQuestion): Settled {
  const { analysis, ranked, kinds, secret, government } = question
  const sarcastic = isSarcastic(analysis)
  const thanked = sarcastic ? ranked : thanksFirst(ranked, analysis, kinds)
  const topical = subjectFirst(thanked, analysis, kinds, sarcastic)
  const chosen = question.chooseForOwners(topical)
  const alternatives = chosen.map(({ category }) => category)
  const decided = (found: Found, evidence: number[]) => ({
    ...found,
    alternatives,
    topical,
    evidence,
    confidence: sureness(found.rule, evidence, question.model),
  })
  const speaks = (rule: string) => !question.quiet.has(namedRule(rule))
  if (speaks('homonym') && isExcluded(analysis, government))
    return decided({ category: NOISE, kind: 'irrelevant', rule: 'homonym' }, [])
  if (speaks('gate') && question.noise.beyond > 0)
    return decided({ category: NOISE, kind: 'irrelevant', rule: 'gate' }, noiseEvidence(question))
  const doubted = probabilityOf(RUMOUR, topical)
  if (speaks('hoax') && isHoaxQuestion(analysis) && doubted > LEAST_RUMOUR)
    return decided({ category: RUMOUR, kind: 'question', rule: 'hoax' }, [logitOf(doubted)])
  if (secret.category) {
    const evidence = [logitOf(probabilityOf(secret.category, topical))]
    return decided({ category: secret.category, kind: 'allegation', rule: 'integrity' }, evidence)
  }
  const best = chosen[0] as Ranked
  const kind = sarcastic ? 'complaint' : breaksTheLaw(analysis, best.category) ? 'allegation' : null
  return decided({ category: best.category, kind, rule: null }, wordEvidence(best, topical))
}

const RUMOUR = 'gov.hoaks_klarifikasi'
/** "apakah benar syaratnya …" asks for a rule: the words must speak of a rumour too. */
const LEAST_RUMOUR = 0.1

const HOMONYM = 0.95

function sureness(rule: Override | null, evidence: number[], model: Model | null): number {
  if (rule === 'homonym') return HOMONYM
  const decider: Decider = rule ?? 'words'
  return confidenceOf(decider, evidence, model?.calibration ?? {})
}

/**
 * What speaks for the chosen topic: its odds, and its lead over the best of the others. How many
 * phrases were heard, and how long the post is, told something on our corpus alone: on real reports
 * the surest half was right less often with them.
 */
function wordEvidence(best: Ranked, topical: Ranked[]): number[] {
  const total = topical.reduce((sum, { probability }) => sum + probability, 0) || 1
  const rival = topical.find((each) => each !== best)
  return [logitOf(best.probability / total), (best.probability - (rival?.probability ?? 0)) / total]
}

function noiseEvidence({ kinds, ranked, analysis, noise }: SettleQuestion): number[] {
  return [
    logitOf(kinds.irrelevant),
    logitOf(probabilityOf(NOISE, ranked)) / 2,
    Math.min(2, (analysis.topics.scores[0]?.score ?? 0) / 4),
    noise.form / 4,
  ]
}

/** Whoever sells above the ceiling price or only in a bundle breaks a rule: more than a grievance. */
const BREACHES = new Set(['di atas het', 'harus sepaket'])
/**
 * What is owed by law, by category: to hold it back is a breach. Wages and the holiday allowance
 * (PP 36/2021), and a pupil's certificate, which no school may withhold (Persesjen 1/2022).
 */
const OWED = new Map([
  [
    'naker.phk_upah',
    new Set(['tidak dibayar', 'tidak dibayarkan', 'dicicil', 'dipotong', 'ditahan']),
  ],
  ['didik.pungutan', new Set(['ditahan'])],
])

const breaksTheLaw = ({ heard }: Analysis, category: string): boolean =>
  heard
    .get('form.illegal')
    ?.some((cue) => BREACHES.has(cue) || OWED.get(category)?.has(cue) === true) ?? false

/** Praise in words, ruin in its picture: "makasih jalannya kayak kolam lele". */
function isSarcastic({ heard }: Analysis): boolean {
  const pictured = heard.has('form.simile') && heard.has('form.ruin')
  return heard.has('form.praise') && pictured && !heard.has('form.done')
}

/** Noise out; praise only for praise; and a form of speech behind the subject that it is about. */
function subjectFirst(
  ranked: Ranked[],
  { topics }: Analysis,
  kinds: KindProbabilities,
  sarcastic: boolean,
): Ranked[] {
  const praises = !sarcastic && kinds.praise > 0.3
  const kept = ranked.filter(
    ({ category }) => category !== NOISE && (praises || category !== 'apresiasi.umum'),
  )
  const first = kept[0]
  if (!first || !SUBJECT_MATTERS.has(first.category)) return kept
  const subject = topics.scores.find(({ category }) => !FORMS.has(category) && category !== NOISE)
  const found = kept.slice(0, 5).find(({ category }) => category === subject?.category)
  if (!found || found.probability < first.probability * LEAST_SUBJECT) return kept
  const asFirst = { ...found, probability: first.probability }
  const asForm = { ...first, probability: found.probability }
  return [asFirst, asForm, ...kept.filter((each) => each !== found && each !== first)]
}

/** What was mended is no subject any more: the thanks are, and go to whoever mended it. */
function thanksFirst(
  ranked: Ranked[],
  { heard }: Analysis,
  { praise }: KindProbabilities,
): Ranked[] {
  const thanks = ranked.find(({ category }) => category === 'apresiasi.umum')
  if (!thanks || praise < 0.6 || !heard.has('form.done')) return ranked
  const first = { ...thanks, probability: Math.max(thanks.probability, praise) }
  return [first, ...ranked.filter((each) => each !== thanks)]
}

/** "oki setiana dewi", "KTT OKI": what the government says it is not. */
function isExcluded({ text }: Analysis, government: Government | null): boolean {
  const lower = text.toLowerCase()
  return government?.listen.exclude.some((phrase) => lower.includes(phrase.toLowerCase())) ?? false
}

function isHoaxQuestion({ heard, text }: Analysis): boolean {
  const cues = heard.get('form.hoax')?.length ?? 0
  const asked = text.includes('?') && /hoa[kx]|benar|bener|beredar/i.test(text)
  return asked && cues > 0
}

function probabilityOf(category: string, ranked: Ranked[]): number {
  return ranked.find((each) => each.category === category)?.probability ?? 0
}
