/** Everything that is heard in a post before anything is decided. */
import type { Government, Lexicon, Taxonomy } from '../core/configuration.ts'
import type { ReadablePost } from '../core/reading.ts'
import { cleanText } from './clean.ts'
import { type CueSpotter, createCueFinder, createCueSpotter, type Heard } from './cue-finder.ts'
import { CUES } from './cues.ts'
import { isEnglish } from './english-share.ts'
import type { FeatureSource } from './features.ts'
import { type Forms, formsOf, NO_FORMS } from './form-features.ts'
import type { Gazetteer } from './gazetteer.ts'
import { marksOf } from './marks.ts'
import { createNormaliser, type Normaliser } from './normalise.ts'
import { createPlaceFinder, type Whereabouts } from './place-finder.ts'
import { createPoliteness } from './politeness.ts'
import { stem } from './stems.ts'
import { type Token, tokenise } from './tokens.ts'
import { createTopicRules, type Topics } from './topic-rules.ts'
import { type WordStream, wordStream } from './word-stream.ts'
import type { Word } from './words.ts'

export interface Analysis {
  text: string
  tokens: Token[]
  where: Whereabouts
  /** Words without places and polite phrases. */
  stream: WordStream
  topics: Topics
  heard: Heard
  /** The post above, heard the same way; null where there is none. */
  parent: { topics: Topics; said: Word[]; where: Whereabouts } | null
  features: FeatureSource
}

export interface AnalyserResources {
  taxonomy: Taxonomy
  lexicon: Lexicon
  gazetteer: Gazetteer
  government: Government | null
  /** Rules of the taxonomy that are not to be heard, by their names. */
  silenced?: readonly string[]
}

export type Analyser = (post: ReadablePost) => Analysis

/** Words of the stream, `to` exclusive. */
export interface Stretch {
  from: number
  to: number
}

/** Listens to a whole post, to a part of one, and says where a cue stands. */
export interface Listener {
  analyse: Analyser
  /** A part of a post as if it had been written alone; its place names are those of the whole. */
  part(whole: Analysis, stretch: Stretch): Analysis
  spotCues: CueSpotter
}

export const createAnalyser = (resources: AnalyserResources): Analyser =>
  createListener(resources).analyse

/** Compiles phrases, cues and names once; the listener itself only reads. */
export function createListener(resources: AnalyserResources): Listener {
  const { taxonomy, lexicon } = resources
  const normalise = createNormaliser(lexicon, knowledgeOf(taxonomy))
  const wordsOf = phraseWords(normalise)
  const stemsOf = (phrase: string) => wordsOf(phrase).map(stem)
  const spotCues = createCueSpotter(wordsOf)
  const parts: Parts = {
    normalise,
    places: createPlaceFinder(resources.gazetteer, resources.government, lexicon),
    topics: createTopicRules(taxonomy, stemsOf, resources.silenced),
    cues: createCueFinder(spotCues),
    polite: createPoliteness(lexicon.politeness, stemsOf),
  }
  return {
    analyse: (post) => analyse(post, parts),
    part: (whole, stretch) => partOf(whole, stretch, parts),
    spotCues,
  }
}

interface Parts {
  normalise: Normaliser
  places: ReturnType<typeof createPlaceFinder>
  topics: ReturnType<typeof createTopicRules>
  cues: ReturnType<typeof createCueFinder>
  polite: ReturnType<typeof createPoliteness>
}

function analyse(post: ReadablePost, parts: Parts): Analysis {
  const own = inItsPlace(listen(joined(post), parts), post, parts)
  const topics = parts.topics(own.stream.roots)
  const heard = parts.cues(own.stream.said)
  const parent = post.context?.parentText ? parentOf(post.context.parentText, parts) : null
  const { text, tokens, where, stream } = own
  const forms = formsOf({ text, tokens, isReply: parent !== null })
  const features = sourceOf({ text, tokens, where, stream, topics, heard, parent }, forms)
  return { text, tokens, where, stream, topics, heard, parent, features }
}

function partOf(whole: Analysis, { from, to }: Stretch, parts: Parts): Analysis {
  const first = whole.stream.tokens[from] ?? 0
  const last = whole.stream.tokens[to - 1] ?? first
  const tokens = whole.tokens.slice(first, last + 1)
  const stream = {
    words: whole.stream.words.slice(from, to),
    stems: whole.stream.stems.slice(from, to),
    said: whole.stream.said.slice(from, to),
    roots: whole.stream.roots.slice(from, to),
    tokens: whole.stream.tokens.slice(from, to).map((at) => at - first),
  }
  const text = whole.text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0)
  const topics = parts.topics(stream.roots)
  const heard = parts.cues(stream.said)
  const { where } = whole
  const own = { text, tokens, where, stream, topics, heard, parent: null }
  // whether it is for a government was asked of the whole
  return { ...own, features: sourceOf(own, NO_FORMS) }
}

/** A part that names no place lies where its whole does. */
function inItsPlace<T extends { where: Whereabouts }>(own: T, post: ReadablePost, parts: Parts): T {
  const whole = post.context?.part?.whole
  if (!whole || own.where.place) return own
  const { where } = listen(cleanText(whole), parts)
  return { ...own, where: { ...where, masked: own.where.masked } }
}

function joined(post: ReadablePost): string {
  const media = post.context?.mediaText
  return cleanText(media ? `${post.text}\n${media}` : post.text)
}

function listen(text: string, parts: Parts) {
  const written = tokenise(text)
  const normal = parts.normalise(written)
  const tokens = normal.map(({ token }) => token)
  const where = parts.places(text, tokens, isEnglish(written))
  const raw = wordStream(normal, (index) => where.masked.has(index))
  return { text, tokens, where, stream: parts.polite(raw) }
}

function parentOf(parentText: string, parts: Parts): Analysis['parent'] {
  const { stream, where } = listen(cleanText(parentText), parts)
  return { topics: parts.topics(stream.roots), said: stream.said, where }
}

function sourceOf(analysis: Omit<Analysis, 'features'>, forms: Forms): FeatureSource {
  return {
    said: analysis.stream.said,
    roots: analysis.stream.roots,
    above: analysis.parent?.said ?? [],
    marks: marksOf(analysis),
    forms,
  }
}

function phraseWords(normalise: Normaliser): (phrase: string) => string[] {
  return (phrase) =>
    normalise(tokenise(phrase.toLowerCase())).flatMap(({ words }) => words.map(({ text }) => text))
}

/** Words that rules are made of: a clitic is cut only where such a word remains. */
function knowledgeOf(taxonomy: Taxonomy): (word: string) => boolean {
  const known = new Set<string>()
  const learn = (text: string) => {
    for (const word of text.toLowerCase().split(/[^a-z0-9-]+/)) if (word.length > 2) known.add(word)
  }
  for (const category of taxonomy.categories) {
    for (const phrase of [...category.phrases, ...category.anchors]) learn(phrase)
  }
  for (const list of Object.values(CUES)) learn(list)
  return (word) => known.has(word)
}
