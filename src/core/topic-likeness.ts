/** Whether two posts may be about one topic, where the likeliest topic of each is often wrong. */
import type { Gatherable } from './gatherable.ts'

type Topics = Pick<Gatherable, 'category' | 'topics'>

/**
 * How far what the reader takes for possible agrees, 0 to 1: the Bhattacharyya coefficient of the
 * probabilities. Posts from before they were kept count as sure of their category.
 */
export function topicLikeness(left: Topics, right: Topics): number {
  const others = new Map(topicsOf(right))
  let sum = 0
  for (const [topic, probability] of topicsOf(left))
    sum += Math.sqrt(probability * (others.get(topic) ?? 0))
  return Math.min(1, sum)
}

/** What it is about if it is a complaint at all. */
function topicsOf({ category, topics }: Topics): [string, number][] {
  const all = topics ?? [[category, 1]]
  const service = all.filter(([topic]) => topic !== NO_SERVICE)
  const noise = 1 - sumOf(service) / sumOf(all)
  return noise < 1 ? service.map(([topic, likely]) => [topic, likely / (1 - noise)]) : all
}

const sumOf = (topics: [string, number][]) => topics.reduce((sum, [, likely]) => sum + likely, 0)
const NO_SERVICE = 'spam.non_layanan'

/** Topics that a post is looked for under: its own, and those nearly as likely. */
export function likelyTopics({ category, topics }: Topics): string[] {
  const likely = (topics ?? []).filter(([, probability]) => probability >= LIKELY)
  return [...new Set([category, ...likely.map(([topic]) => topic)])].slice(0, MOST_TOPICS)
}

const LIKELY = 0.15
const MOST_TOPICS = 3
