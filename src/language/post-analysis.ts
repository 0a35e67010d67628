/** Everything that is heard in a post before anything is decided. */
import type { Government, Lexicon, Taxonomy } from '../core/configuration.ts'
import type { ReadablePost } from '../core/reading.ts'
import { cleanText } from './clean.ts'
import { createCueFinder, type Heard } from './cue-finder.ts'
import { CUES } from './cues.ts'
import { type Features, featuresOf } from './features.ts'
import type { Gazetteer } from './gazetteer.ts'
import { marksOf } from './marks.ts'
import { createNormaliser, type Normaliser } from './normalise.ts'
import { createPlaceFinder, type Whereabouts } from './place-finder.ts'
import { createPoliteness } from './politeness.ts'
import { stem } from './stems.ts'
import { type Token, tokenise } from './tokens.ts'
import { createTopicRules, type Topics } from './topic-rules.ts'
import { type WordStream, wordStream } from './word-stream.ts'

export interface Analysis {
  text: string
  tokens: Token[]
  where: Whereabouts
  /** Words without places and polite phrases. */
  stream: WordStream
  topics: Topics
  heard: Heard
  /** The post above, heard the same way; null where there is none. */
  parent: { topics: Topics; words: string[]; where: Whereabouts } | null
  features: Features
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

/** Compiles phrases, cues and names once; the analyser itself only reads. */
export function createAnalyser(resources: AnalyserResources): Analyser {
  const { taxonomy, lexicon } = resources
  const normalise = createNormaliser(lexicon, knowledgeOf(taxonomy))
  const wordsOf = phraseWords(normalise)
  const stemsOf = (phrase: string) => wordsOf(phrase).map(stem)
  const parts: Parts = {
    normalise,
    places: createPlaceFinder(resources.gazetteer, resources.government),
    topics: createTopicRules(taxonomy, stemsOf, resources.silenced),
    cues: createCueFinder(wordsOf),
    polite: createPoliteness(lexicon.politeness, stemsOf),
  }
  return (post) => analyse(post, parts)
}

interface Parts {
  normalise: Normaliser
  places: ReturnType<typeof createPlaceFinder>
  topics: ReturnType<typeof createTopicRules>
  cues: ReturnType<typeof createCueFinder>
  polite: ReturnType<typeof createPoliteness>
}

function analyse(post: ReadablePost, parts: Parts): Analysis {
  const own = listen(joined(post), parts)
  const topics = parts.topics(own.stream.stems)
  const heard = parts.cues(own.stream.words)
  const parent = post.context?.parentText ? parentOf(post.context.parentText, parts) : null
  const analysis = { ...own, topics, heard, parent }
  return { ...analysis, features: featuresOf(sourceOf(analysis)) }
}

function joined(post: ReadablePost): string {
  const media = post.context?.mediaText
  return cleanText(media ? `${post.text}\n${media}` : post.text)
}

function listen(text: string, parts: Parts) {
  const tokens = tokenise(text)
  const where = parts.places(text, tokens)
  const raw = wordStream(parts.normalise(tokens), (index) => where.masked.has(index))
  return { text, tokens, where, stream: parts.polite(raw) }
}

function parentOf(parentText: string, parts: Parts): Analysis['parent'] {
  const { stream, where } = listen(cleanText(parentText), parts)
  return { topics: parts.topics(stream.stems), words: stream.words, where }
}

function sourceOf(analysis: Omit<Analysis, 'features'>) {
  return {
    words: analysis.stream.words,
    parentWords: analysis.parent?.words ?? [],
    marks: marksOf(analysis),
  }
}

function phraseWords(normalise: Normaliser): (phrase: string) => string[] {
  return (phrase) => normalise(tokenise(phrase.toLowerCase())).flatMap(({ words }) => words)
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
