/**
 * Fits the weights of `src/language/area-weights.ts`: `npx tsx test/eval/place-weights.ts [--writers a,b,c]`
 * prints the table, learned on all writers or on those named. Each name of the gazetteer in a post is one
 * row: a place if it is the labelled one or its last part, none if the post has no label. Other names beside
 * a label may be places, too: they are left out, but for small words that several writers use.
 */
import { parseArgs } from 'node:util'
import { areaCandidates, areaScope } from '../../src/language/area-finder.ts'
import type { AreaSpan } from '../../src/language/area-weight.ts'
import { cleanText } from '../../src/language/clean.ts'
import { keyOf, openGazetteer } from '../../src/language/gazetteer.ts'
import { ownNames } from '../../src/language/own-names.ts'
import { placeWordsOf, vocabularyOf } from '../../src/language/place-words.ts'
import { type Token, tokenise } from '../../src/language/tokens.ts'
import { type Ground, openGround } from './ground.ts'
import { type EvalPost, readPosts } from './posts.ts'

interface Row {
  signs: string[]
  place: boolean
  weight: number
}

/** A small word beside a label is most likely none, and not surely. */
const LIKELY = 0.3
const RIDGE = 1
const ROUNDS = 600
const STEP = 0.3

type Finder = (tokens: Token[]) => AreaSpan[]

function finderOf(ground: Ground, slug: string | null): Finder {
  const { configuration, gazetteer: file } = ground
  const government = configuration.governments.find(({ id }) => id === slug) ?? null
  const own = government?.regionCode ?? null
  const gazetteer = openGazetteer(file, own)
  const scope = areaScope(gazetteer, own, ownNames(government))
  const vocabulary = vocabularyOf(configuration.lexicon, gazetteer)
  return (tokens) => areaCandidates(placeWordsOf(tokens, vocabulary), scope)
}

function rowsOf(post: EvalPost, find: Finder): Row[] {
  const text = cleanText(post.text)
  const tokens = tokenise(text)
  const spans = find(tokens)
  if (!post.place) return spans.map(({ signs }) => ({ signs, place: false, weight: 1 }))
  const wanted = keyOf(post.place)
  const shared = spans.map((span) => lettersShared(wanted, nameOf(text, tokens, span)))
  const most = Math.max(0, ...shared)
  const meant = spans.filter((_, at) => most > 0 && shared[at] === most)
  return spans.flatMap((span): Row[] => {
    const { signs } = span
    if (meant.includes(span)) return [{ signs, place: true, weight: 1 }]
    if (isBeginning(wanted, nameOf(text, tokens, span)))
      return [{ signs, place: false, weight: LIKELY }]
    const touches = meant.some(({ from, to }) => span.from < to && from < span.to)
    return !touches && isUsed(signs) ? [{ signs, place: false, weight: LIKELY }] : []
  })
}

const isUsed = (signs: string[]) =>
  signs.includes('small') && !signs.some((sign) => /rare/.test(sign))

function nameOf(text: string, tokens: Token[], { from, to, cut }: AreaSpan): string {
  const start = (tokens[from] as Token).start
  return cut
    ? text.slice(start + 1 + cut[0], start + 1 + cut[1])
    : text.slice(start, (tokens[to - 1] as Token).end)
}

const SHORTEST = 3

/** Letters of a name that is the wanted one, or its last part; 0 for another. */
function lettersShared(wanted: string, name: string): number {
  const key = keyOf(name)
  if (key.length < SHORTEST) return 0
  return wanted.endsWith(key) || key.includes(wanted) ? key.length : 0
}

/** "Pasar" in "Pasar Oeba": no village of Pasar. */
function isBeginning(wanted: string, name: string): boolean {
  const key = keyOf(name)
  return key.length >= SHORTEST && wanted.includes(key) && !wanted.endsWith(key)
}

/** Logistic regression with a ridge, by AdaGrad over all rows at once: always the same for the same rows. */
function fit(rows: Row[]): Map<string, number> {
  const names = [...new Set(rows.flatMap(({ signs }) => signs))].sort()
  const numbers = new Map(names.map((name, at) => [name, at]))
  const given = rows.map((row) => ({ ...row, at: row.signs.map((sign) => numbers.get(sign) ?? 0) }))
  const weights = new Float64Array(names.length)
  const squares = new Float64Array(names.length).fill(1e-9)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight) => RIDGE * weight)
    for (const { at, place, weight } of given) {
      const sum = at.reduce((total, sign) => total + (weights[sign] as number), 0)
      const error = weight * (1 / (1 + Math.exp(-sum)) - (place ? 1 : 0))
      for (const sign of at) slope[sign] = (slope[sign] as number) + error
    }
    for (let sign = 0; sign < weights.length; sign++) step(weights, squares, slope, sign)
  }
  return new Map(names.map((name, at) => [name, weights[at] as number]))
}

function step(weights: Float64Array, squares: Float64Array, slope: Float64Array, at: number) {
  const by = slope[at] as number
  squares[at] = (squares[at] as number) + by * by
  weights[at] = (weights[at] as number) - (STEP * by) / Math.sqrt(squares[at] as number)
}

const { values } = parseArgs({ options: { writers: { type: 'string' } } })
const wanted = values.writers?.split(',').map((writer) => `writer-${writer}`)
const ground = await openGround()
const finders = new Map<string | null, Finder>()
const finder = (slug: string | null): Finder => {
  const found = finders.get(slug) ?? finderOf(ground, slug)
  finders.set(slug, found)
  return found
}
const posts = await readPosts(`${ground.configDir}/corpus`)
const rows = posts
  .filter(({ writer }) => !wanted || wanted.includes(writer))
  .flatMap((post) => [
    ...rowsOf(post, finder(null)),
    ...(post.government ? rowsOf(post, finder(post.government)) : []),
  ])
for (const [name, weight] of fit(rows)) process.stdout.write(`  '${name}': ${weight.toFixed(2)},\n`)
process.stderr.write(`${rows.length} rows, ${rows.filter(({ place }) => place).length} places\n`)
