/** One post in, one reading out: the whole of the language room behind a single function. */
import type { Category, Configuration, Government } from '../core/configuration.ts'
import type { Explanation } from '../core/explanation.ts'
import type { Gatherable, TellingWords } from '../core/gatherable.ts'
import {
  type JudgedContext,
  KINDS,
  type Kind,
  type ReadablePost,
  type Reading,
} from '../core/reading.ts'
import { namedRule, phraseRule } from '../core/rule-name.ts'
import { abstentionOf } from './abstention.ts'
import { explain } from './because.ts'
import { type Danger, EMERGENCY, weighDanger } from './danger.ts'
import { createDecider, type Decide } from './decide.ts'
import type { Decision } from './decision.ts'
import { type Fingerprint, fingerprint } from './fingerprint.ts'
import { furtherParts, type PartsRoom } from './further-parts.ts'
import { type Gazetteer, openGazetteer } from './gazetteer.ts'
import type { KindProbabilities } from './kind-choice.ts'
import { createMentionFinder, type MentionFinder } from './mentions.ts'
import type { Model } from './model.ts'
import { ownerRules } from './owner-rules.ts'
import { ownerSureness } from './owner-sureness.ts'
import { ownershipEvidence } from './ownership-evidence.ts'
import { type Analysis, createListener, type Listener } from './post-analysis.ts'
import { chooseRoute } from './route-choice.ts'
import type { Settled } from './settle-topic.ts'
import { spokenWords } from './spoken-words.ts'
import { tellingWords } from './telling-words.ts'
import { NOISE, type Ranked } from './topic-choice.ts'
import { chooseUrgency } from './urgency-choice.ts'
import { createWordShares, type WordShares } from './word-shares.ts'

export interface ReaderResources {
  configuration: Configuration
  /** Slug of the government that listens; null: the whole country. */
  government: string | null
  /** Gazetteer file as `build-reader` writes it. */
  gazetteer: string
  /** Without a model the rules read alone, and say so by their confidence. */
  model: Model | null
  /** Rules that this government does not want to hear, by their names. */
  silenced?: readonly string[]
}

/** What gathering needs beside the reading. */
export interface FullReading {
  reading: Reading
  fingerprint: Fingerprint
  telling: TellingWords
  /** Kemendagri code of the area that the names agree on. */
  areaCode: string | null
  /** What it may be about, likeliest first. */
  topics: [string, number][]
}

export interface Reader {
  read(post: ReadablePost): Reading
  readFully(post: ReadablePost): FullReading
  /** Word by word, why it is read so: weighed anew, with the same model and rules. */
  explain(post: ReadablePost): Explanation
}

/** What gathering needs of a post: the same for the worker, for `understand` and for measuring. */
export function gatherableOf(
  { reading, fingerprint, telling, areaCode, topics }: FullReading,
  said: Pick<Gatherable, 'thread' | 'sharedFrom' | 'postedAt'>,
): Gatherable {
  const { kind, category, place, confidential, agency } = reading
  const owner = agency === 'triage' ? null : agency
  const about = { kind, category, topics, owner, place, confidential }
  return { ...about, areaCode, fingerprint, telling, ...said }
}

/** @throws if `government` is not in the configuration: check before */
export function createReader(resources: ReaderResources): Reader {
  const room = roomOf(resources)
  const readFully = (post: ReadablePost): FullReading => {
    const analysis = room.listener.analyse(post)
    const decision = decisionOf(post, analysis, room)
    return {
      reading: readingOf(post, analysis, room, decision),
      fingerprint: fingerprint(wordsOf(analysis)),
      telling: tellingWords(analysis, resources.model),
      areaCode: analysis.where.areaCode,
      topics: possibleTopics(decision),
    }
  }
  return {
    readFully,
    read: (post) => readingOf(post, room.listener.analyse(post), room),
    explain: (post) => explanationOf(post, room),
  }
}

function explanationOf(post: ReadablePost, room: Room): Explanation {
  const analysis = room.listener.analyse(post)
  const reading = readingOf(post, analysis, room)
  const [second] = reading.alternatives.filter((id) => id !== reading.category)
  return spokenWords({
    analysis,
    reading,
    category: room.categories.get(reading.category) as Category,
    against: room.categories.get(second ?? '') ?? null,
    spotCues: room.listener.spotCues,
    shares: room.shares,
    government: room.government,
  })
}

interface Room {
  configuration: Configuration
  government: Government | null
  categories: Map<string, Category>
  gazetteer: Gazetteer
  listener: Listener
  decide: Decide
  mentions: MentionFinder
  parts: PartsRoom
  /** Null without a model. */
  shares: WordShares | null
}

function roomOf({
  configuration,
  government: slug,
  gazetteer: file,
  model,
  silenced = [],
}: ReaderResources): Room {
  const government = configuration.governments.find(({ id }) => id === slug) ?? null
  if (slug && !government) throw new Error(`pemerintah daerah tidak dikenal: ${slug}`)
  const gazetteer = openGazetteer(file, government?.regionCode ?? null)
  const { taxonomy, lexicon } = configuration
  const categories = new Map(taxonomy.categories.map((category) => [category.id, category]))
  const listener = createListener({ taxonomy, lexicon, gazetteer, government, silenced })
  const { decide, glance } = createDecider({ taxonomy, model, government, silenced })
  const mentions = createMentionFinder(government)
  const ears = { analyse: listener.analyse, part: listener.part, glance }
  return {
    configuration,
    government,
    categories,
    gazetteer,
    listener,
    decide,
    mentions,
    parts: { ears, categories, government, mentions, laws: taxonomy.authority ?? [] },
    shares: model ? createWordShares(model) : null,
  }
}

function readingOf(
  post: ReadablePost,
  analysis: Analysis,
  room: Room,
  decision = decisionOf(post, analysis, room),
): Reading {
  const { categories } = room
  const { ranked, kinds, secret, settled } = decision
  // A rule may name a category that the government took out of its taxonomy.
  const best = categories.get(ranked[0]?.category ?? '') as Category
  const category = categories.get(settled.category) ?? best
  const danger = weighDanger(analysis, category, kinds.emergency)
  const kind = kindOf(kinds, danger, settled.kind, category)
  const chosen = kind === 'irrelevant' ? (categories.get(NOISE) ?? category) : category
  const { government, mentions } = room
  const evidence = ownershipEvidence({ post, analysis, government, mentions })
  const laws = room.configuration.taxonomy.authority ?? []
  const request = { analysis, evidence, government, category: chosen, kind, secret, laws }
  const routed = chooseRoute(request)
  const sureness = ownerSureness(request, routed, settled.topical, categories)
  const { agency } = routed.route
  const abstains = abstentionOf({ kind, agency, sureness, secret, government })
  return {
    kind,
    category: chosen.id,
    alternatives: alternativesOf(chosen.id, settled.alternatives),
    confidence: Math.round(settled.confidence * 1000) / 1000,
    routed: !abstains && agency !== 'triage',
    urgency: chooseUrgency({
      kind,
      category: chosen,
      escalations: escalationsOf(analysis, chosen.id),
      danger: danger.points,
      peril: perilOf(settled.topical, categories),
    }),
    place: analysis.where.place,
    authority: routed.authority,
    function: routed.route.function,
    agency: abstains && government ? 'triage' : agency,
    confidential: kind !== 'irrelevant' && kind !== 'praise' && secret.confidential,
    because: explain({ analysis, settled, kind, danger, secret, route: routed.route, abstains }),
    rules: rulesOf(analysis, settled, chosen.id),
    ownerRules: ownerRules(request, routed),
    ...(routed.unsure ? { checkAuthority: true } : {}),
    children: furtherParts(post, { analysis, decision, kind, category: chosen.id }, room.parts),
  }
}

const LEAST_TOPIC = 0.01
const MOST_TOPICS = 8

function possibleTopics({ ranked }: Decision): [string, number][] {
  return ranked
    .filter(({ probability }) => probability >= LEAST_TOPIC)
    .slice(0, MOST_TOPICS)
    .map(({ category, probability }) => [category, Math.round(probability * 1000) / 1000])
}

/**
 * A part keeps the category for which it was cut out: alone, its few words may say less. What an officer
 * said of a post stands, whatever its words say; what is dangerous or secret in them still counts.
 */
function decisionOf(post: ReadablePost, analysis: Analysis, room: Room): Decision {
  const decision = room.decide(analysis, post.platform ?? '', post.author)
  const { part, judged } = post.context ?? {}
  if (judged && room.categories.has(judged.category)) return judgedAs(judged, decision, room)
  if (!part || decision.secret.confidential || !room.categories.has(part.category)) return decision
  const settled = { ...decision.settled, category: part.category, kind: null, rule: null }
  return { ...decision, settled }
}

function judgedAs(
  { category, kind }: JudgedContext,
  decision: Decision,
  { categories, configuration }: Room,
): Decision {
  const { slaClasses } = configuration.taxonomy
  const isSecret = slaClasses[categories.get(category)?.slaClass ?? '']?.confidential === true
  const secret = isSecret ? { ...decision.secret, confidential: true } : decision.secret
  return { ...decision, secret, settled: { ...decision.settled, category, kind, rule: null } }
}

/** How much of what is likely is P1 by itself. */
function perilOf(topical: Ranked[], categories: Room['categories']): number {
  let all = 0
  let perilous = 0
  for (const { category, probability } of topical) {
    all += probability
    if (categories.get(category)?.urgency === 'P1') perilous += probability
  }
  return all > 0 ? perilous / all : 0
}

function kindOf(
  kinds: KindProbabilities,
  danger: Danger,
  forced: Kind | null,
  category: Category,
): Kind {
  if (forced === 'irrelevant') return forced
  if (danger.points >= EMERGENCY && category.id !== NOISE) return 'emergency'
  if (forced) return forced
  const best = likeliestOf(kinds)
  return kinds.emergency > 0.6 && danger.points >= EMERGENCY - 1.2 ? 'emergency' : best
}

/** Noise was the gate's to find, danger the detector's. */
const WANTED = KINDS.filter((kind) => kind !== 'emergency' && kind !== 'irrelevant')

function likeliestOf(kinds: KindProbabilities): Kind {
  let best = WANTED[0] as Kind
  for (const kind of WANTED) if (kinds[kind] > kinds[best]) best = kind
  return best
}

function escalationsOf({ topics, heard }: Analysis, category: string): number {
  const own = topics.escalations.get(category)?.length ?? 0
  return own + (heard.has('danger.accidents') ? 1 : 0)
}

/** Phrases that spoke for the category, and the named rule that overrode the words. */
function rulesOf({ topics }: Analysis, { rule }: Settled, category: string): string[] {
  const heard = topics.scores.find((score) => score.category === category)?.phrases ?? []
  return [...(rule ? [namedRule(rule)] : []), ...heard.map((each) => phraseRule(category, each))]
}

function alternativesOf(chosen: string, ranked: string[]): string[] {
  return [chosen, ...ranked.filter((category) => category !== chosen)].slice(0, 3)
}

function wordsOf({ stream, tokens, where }: Analysis): string[] {
  const places = [...where.masked].sort((a, b) => a - b).map((at) => tokens[at]?.lower ?? '')
  return [...stream.words.filter((word) => !word.startsWith('<')), ...places]
}
