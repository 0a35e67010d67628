/** One post in, one reading out: the whole of the language room behind a single function. */
import { mayBeConfidential } from '../core/confidential-category.ts'
import type { Category } from '../core/configuration.ts'
import type { Explanation } from '../core/explanation.ts'
import type { Gatherable, TellingWords } from '../core/gatherable.ts'
import type { ReadablePost, Reading } from '../core/reading.ts'
import { namedRule, phraseRule } from '../core/rule-name.ts'
import { abstentionOf } from './abstention.ts'
import { explain } from './because.ts'
import { weighDanger } from './danger.ts'
import type { Decision } from './decision.ts'
import { finalKind } from './final-kind.ts'
import { type Fingerprint, fingerprint } from './fingerprint.ts'
import { furtherParts } from './further-parts.ts'
import { ownerRules } from './owner-rules.ts'
import { ownerSureness } from './owner-sureness.ts'
import { ownershipEvidence } from './ownership-evidence.ts'
import type { Analysis } from './post-analysis.ts'
import { openReaderRoom, type ReaderResources, type ReaderRoom } from './reader-room.ts'
import { chooseRoute } from './route-choice.ts'
import { decisionOf } from './said-before.ts'
import type { Settled } from './settle-topic.ts'
import { spokenWords } from './spoken-words.ts'
import { tellingWords } from './telling-words.ts'
import { NOISE } from './topic-choice.ts'
import { chooseUrgency, escalationsOf, perilOf } from './urgency-choice.ts'

/** What gathering needs beside the reading. */
export interface FullReading {
  reading: Reading
  fingerprint: Fingerprint
  telling: TellingWords
  /** Kemendagri code of the area that the names agree on. */
  areaCode: string | null
  /** What it may be about, likeliest first. */
  topics: [string, number][]
  /** Closed on a suspicion that is small. */
  feared: boolean
}

export interface Reader {
  read(post: ReadablePost): Reading
  readFully(post: ReadablePost): FullReading
  /** Word by word, why it is read so: weighed anew, with the same model and rules. */
  explain(post: ReadablePost): Explanation
}

/** What gathering needs of a post: the same for the worker, for `understand` and for measuring. */
export function gatherableOf(
  { reading, fingerprint, telling, areaCode, topics, feared }: FullReading,
  said: Pick<Gatherable, 'thread' | 'sharedFrom' | 'postedAt'>,
): Gatherable {
  const { kind, category, place, confidential, agency } = reading
  const owner = agency === 'triage' ? null : agency
  const about = { kind, category, topics, owner, place, confidential, feared }
  return { ...about, areaCode, fingerprint, telling, ...said }
}

/** @throws if `government` is not in the configuration: check before */
export function createReader(resources: ReaderResources): Reader {
  const room = openReaderRoom(resources)
  const readFully = (post: ReadablePost): FullReading => {
    const analysis = room.listener.analyse(post)
    const decision = decisionOf(post, analysis, room)
    return {
      reading: readingOf(post, analysis, room, decision),
      fingerprint: fingerprint(wordsOf(analysis)),
      telling: tellingWords(analysis, resources.model),
      areaCode: analysis.where.areaCode,
      topics: possibleTopics(decision),
      feared: decision.secret.feared && decision.settled.rule !== 'integrity',
    }
  }
  return {
    readFully,
    read: (post) => readingOf(post, room.listener.analyse(post), room),
    explain: (post) => explanationOf(post, room),
  }
}

function explanationOf(post: ReadablePost, room: ReaderRoom): Explanation {
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

function readingOf(
  post: ReadablePost,
  analysis: Analysis,
  room: ReaderRoom,
  decision = decisionOf(post, analysis, room),
): Reading {
  const { categories } = room
  const { ranked, kinds, secret, settled } = decision
  // A rule may name a category that the government took out of its taxonomy.
  const best = categories.get(ranked[0]?.category ?? '') as Category
  const category = categories.get(settled.category) ?? best
  const danger = weighDanger(analysis, category, kinds.emergency)
  const kind = finalKind(kinds, danger, settled.kind, category)
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
    // whom an officer thanks may still be accused in the same words
    confidential: secret.confidential && (mayBeConfidential(kind) || isJudged(post)),
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

/** Phrases that spoke for the category, and the named rule that overrode the words. */
function rulesOf({ topics }: Analysis, { rule }: Settled, category: string): string[] {
  const heard = topics.scores.find((score) => score.category === category)?.phrases ?? []
  return [...(rule ? [namedRule(rule)] : []), ...heard.map((each) => phraseRule(category, each))]
}

const isJudged = ({ context }: ReadablePost): boolean => context?.judged !== undefined

function alternativesOf(chosen: string, ranked: string[]): string[] {
  return [chosen, ...ranked.filter((category) => category !== chosen)].slice(0, 3)
}

function wordsOf({ stream, tokens, where }: Analysis): string[] {
  const places = [...where.masked].sort((a, b) => a - b).map((at) => tokens[at]?.lower ?? '')
  return [...stream.words.filter((word) => !word.startsWith('<')), ...places]
}
