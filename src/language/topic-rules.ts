/** Topics by the taxonomy's phrases, anchors, negatives and escalation cues. */
import type { Category, Taxonomy } from '../core/configuration.ts'
import { phraseRule } from '../core/rule-name.ts'
import { createPhraseFinder, type PhraseEntry, type PhraseHit } from './phrases.ts'
import type { Word } from './words.ts'

export interface TopicScore {
  category: string
  score: number
  /** Phrases that fired, as the taxonomy writes them. */
  phrases: string[]
  /** Where in the word stream they were heard, `to` inclusive. */
  spans: { from: number; to: number }[]
}

export interface Topics {
  /** Best first. */
  scores: TopicScore[]
  /** Category → escalation cues heard. */
  escalations: ReadonlyMap<string, string[]>
  /** Functions and outside bodies whose names were heard: "dishub", "pln". */
  bodies: ReadonlySet<string>
}

export type TopicRules = (roots: Word[]) => Topics

/** Weights of `taxonomy.yaml: matching`, measured on real reports. */
const PHRASE = 3
const EXTRA_WORD = 1.5
const ANCHOR = 1
/** A phrase with words between is heard, but less surely. */
const GAPPED = 0.7
/** "ktp", "kk" alone are identity data more often than a topic. */
const SHORT_SINGLE = 1.5

type Role = 'phrase' | 'anchor' | 'negative' | 'escalate' | 'body'
interface Tag {
  /** Of a body: its function code or external code. */
  category: string
  role: Role
}

/**
 * @param stemsOf phrase → stems, by the same normaliser as the posts
 * @param silenced rules by name, as `phraseRule` says them: they are not heard
 */
export function createTopicRules(
  taxonomy: Taxonomy,
  stemsOf: (phrase: string) => string[],
  silenced: readonly string[] = [],
): TopicRules {
  const quiet = new Set(silenced)
  const find = createPhraseFinder([
    ...taxonomy.categories.flatMap((category) => audible(entriesOf(category, stemsOf), quiet)),
    ...bodyEntries(taxonomy, stemsOf),
  ])
  return (roots) => topicsOf(find(roots))
}

/** What the normaliser takes for the same as a silenced phrase is silent, too: else a twin steps in. */
function audible(entries: PhraseEntry<Tag>[], quiet: ReadonlySet<string>): PhraseEntry<Tag>[] {
  const isRule = ({ tag }: PhraseEntry<Tag>) => tag.role === 'phrase' || tag.role === 'anchor'
  const silent = entries.filter(
    (entry) => isRule(entry) && quiet.has(phraseRule(entry.tag.category, entry.text)),
  )
  const stems = new Set(silent.map((entry) => entry.stems.join(' ')))
  return withoutTwins(entries.filter((e) => !isRule(e) || !stems.has(e.stems.join(' '))))
}

function entriesOf(category: Category, stemsOf: (phrase: string) => string[]): PhraseEntry<Tag>[] {
  const list = (role: Role, texts: string[]) =>
    texts.map((text) => ({ text, stems: stemsOf(text), tag: { category: category.id, role } }))
  return [
    ...list('phrase', category.phrases),
    ...list('anchor', category.anchors),
    ...list('negative', category.negative),
    ...list('escalate', category.escalateIf),
  ]
}

/** "jln rusak" and "dalan rusak" are "jalan rusak" to the normaliser: counted once. */
function withoutTwins(entries: PhraseEntry<Tag>[]): PhraseEntry<Tag>[] {
  const seen = new Set<string>()
  return entries.filter(({ stems, tag }) => {
    const key = `${tag.role} ${stems.join(' ')}`
    return !seen.has(key) && seen.add(key)
  })
}

/** "PLN ULP/UP3" and "BPTD (Kemenhub) - terminal A": the names before brackets and dashes. */
function bodyEntries(
  { functions, external }: Taxonomy,
  stemsOf: (phrase: string) => string[],
): PhraseEntry<Tag>[] {
  const names: [string, string][] = [
    ...Object.entries(functions).flatMap(([code, { names }]) =>
      names.map((name): [string, string] => [code, name]),
    ),
    ...Object.entries(external).flatMap(([code, { name }]) =>
      `${code},${name.replace(/\(.*?\)|\s-\s.*$/g, '')}`
        .split(/[,/]/)
        .map((part): [string, string] => [code, part.trim()]),
    ),
  ]
  return names
    .filter(([, name]) => name.length > 2)
    .map(([code, text]) => ({ text, stems: stemsOf(text), tag: { category: code, role: 'body' } }))
}

function topicsOf(hits: PhraseHit<Tag>[]): Topics {
  const negatives = hits.filter(({ entry, gap }) => entry.tag.role === 'negative' && gap < 2)
  const scores = new Map<string, TopicScore>()
  const escalations = new Map<string, string[]>()
  const bodies = new Set<string>()
  for (const hit of hits) {
    const { category, role } = hit.entry.tag
    if (role === 'body' && hit.gap === 0) bodies.add(category)
    if (role === 'escalate') note(escalations, category, hit.entry.text)
    if (role !== 'phrase' && role !== 'anchor') continue
    if (negatives.some((negative) => cancels(negative, hit))) continue
    add(scores, category, hit)
  }
  return { scores: [...scores.values()].sort((a, b) => b.score - a.score), escalations, bodies }
}

/** A negative phrase cancels its own category, within its own words only. */
function cancels(negative: PhraseHit<Tag>, hit: PhraseHit<Tag>): boolean {
  const sameTopic = negative.entry.tag.category === hit.entry.tag.category
  return sameTopic && hit.from <= negative.to && hit.to >= negative.from
}

function add(scores: Map<string, TopicScore>, category: string, hit: PhraseHit<Tag>): void {
  const { text } = hit.entry
  let score = scores.get(category)
  if (!score) {
    score = { category, score: 0, phrases: [], spans: [] }
    scores.set(category, score)
  }
  if (score.phrases.includes(text)) return
  score.phrases.push(text)
  score.spans.push({ from: hit.from, to: hit.to })
  score.score += weightOf(hit)
}

function weightOf({ entry, gap }: PhraseHit<Tag>): number {
  const extra = entry.stems.length - 1
  if (entry.tag.role === 'anchor') return ANCHOR * (1 + extra * 0.5)
  const single = extra === 0 && entry.text.length <= 4 ? SHORT_SINGLE : PHRASE
  return (single + EXTRA_WORD * extra) * (gap > 0 ? GAPPED : 1)
}

function note(map: Map<string, string[]>, key: string, text: string): void {
  const list = map.get(key)
  if (!list) map.set(key, [text])
  else if (!list.includes(text)) list.push(text)
}
