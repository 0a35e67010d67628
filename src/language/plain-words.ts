/** Whoever says a defect in plain words is no press and no seller, however like a headline it looks. */
import type { Heard } from './cue-finder.ts'
import type { Analysis } from './post-analysis.ts'
import { beginsLarge } from './tokens.ts'

/** What those say who complain of nothing. */
export const NOISES = [
  'noise.ad',
  'noise.news',
  'noise.pr',
  'noise.malay',
  'noise.private',
  'noise.politics',
  'noise.football',
  'noise.talk',
] as const

export const isQuiet = (heard: Heard): boolean => NOISES.every((cue) => !heard.has(cue))

/** Share of the words that begin with a capital, names of places left out; 0 where there are none. */
export function capitalsOf({ tokens, where }: Pick<Analysis, 'tokens' | 'where'>): number {
  const words = tokens.filter(({ kind }, at) => kind === 'word' && !where.masked.has(at))
  const capitals = words.filter(({ raw }) => beginsLarge(raw)).length
  return words.length > 0 ? capitals / words.length : 0
}

/** Headlines are written with capitals and links, adverts with hashtags; whoever tells more has a form. */
const MOST_CAPITALS = 0.34
const MOST_TOKENS = 16
const STRONG_TOPIC = 3

/** "atap kelas bocor", "air pdam keruh dan listrik sering mati". */
export function speaksPlainly(analysis: Analysis): boolean {
  const { heard, topics, tokens } = analysis
  if (tokens.length > MOST_TOKENS || !isQuiet(heard)) return false
  const said = heard.has('form.defect') || (topics.scores[0]?.score ?? 0) >= STRONG_TOPIC
  const bare = tokens.every(({ kind }) => kind !== 'link' && kind !== 'hashtag')
  return said && bare && capitalsOf(analysis) <= MOST_CAPITALS
}
