/**
 * Measures gathering: `npx tsx test/eval/gathering.ts [reader|label] [--posts a,b,c] [--half odd|even]`,
 * with the reader of the last build, or of `--reader FOLDER`; `--json` adds the counts on a last line.
 * Takes the corpus posts that carry `group` or `negativeOf`, gathers them in the order in which
 * they were posted, and compares all pairs with the labels. `label` gives gathering the labelled kind,
 * category, owner and place, so that it is measured apart from the reading. Each writer is a stream of
 * its own (two of them write of the hole in Jalan Hibrida, and nobody labelled that it is one), and as in
 * service each government: what two of them heard is never in one case.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import type { Gatherable } from '../../src/core/gatherable.ts'
import { createGatherer, sameProblem } from '../../src/core/gathering.ts'
import { createReader, type Reader } from '../../src/language/reader.ts'
import { loadReaderFiles, readerFolder } from '../../src/reader-files.ts'
import { loadSettings } from '../../src/settings.ts'
import { type Labelled, layAsLabelled, layAsRead } from './gathering-lay.ts'

interface Laid {
  post: Labelled
  gatherable: Gatherable
  id: string
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    posts: { type: 'string' },
    half: { type: 'string' },
    show: { type: 'string' },
    reader: { type: 'string' },
    corpus: { type: 'string' },
    json: { type: 'boolean' },
  },
})
const mode = positionals[0] === 'label' ? 'label' : 'reader'
const shown = Number(values.show ?? 12)
const say = (line: string) => process.stdout.write(`${line}\n`)

const settings = loadSettings()
const { configuration } = await loadConfiguration(settings.configDir)
const files = await loadReaderFiles(values.reader ?? readerFolder(settings.checkout))
if (files.kind === 'missing') throw new Error(files.sentence)
const { gazetteer, model } = files

const readers = new Map<string | null, Reader>()
const readerOf = (wanted: string | null | undefined): Reader => {
  const known = configuration.governments.some(({ id }) => id === wanted)
  const government = known ? (wanted as string) : null
  const reader =
    readers.get(government) ?? createReader({ configuration, government, gazetteer, model })
  readers.set(government, reader)
  return reader
}

const linesOf = (path: string, writer: string): Labelled[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ ...(JSON.parse(line) as Labelled), writer }))

function corpus(): Labelled[] {
  const folder = values.corpus ?? join(settings.configDir, 'corpus')
  const writers = readdirSync(folder)
    .map((name) => name.replace('writer-', ''))
    .filter((writer) => !values.posts || values.posts.split(',').includes(writer))
  return writers.flatMap((writer) => {
    const own = join(folder, `writer-${writer}`)
    const names = readdirSync(own).filter((name) => name.endsWith('.jsonl'))
    return names.flatMap((name) => linesOf(join(own, name), writer))
  })
}

/** Halves of the groups: a hard negative goes with its original's group. */
function inHalf(groups: Map<string, string>, post: Labelled): boolean {
  if (!values.half) return true
  const key = keyOf(post) ?? groups.get(`${post.negativeOf}`) ?? `${post.negativeOf}`
  let sum = 0
  for (const letter of key) sum = (sum * 31 + letter.charCodeAt(0)) % 9973
  return (sum % 2 === 1) === (values.half === 'odd')
}

const keyOf = ({ group, writer }: Labelled) => (group ? `${writer}/${group}` : null)

function lay(post: Labelled): Gatherable {
  const reader = readerOf(post.government)
  const read = layAsRead(post, reader)
  return mode === 'reader' ? read : layAsLabelled(read, post, reader)
}

function gathered(): Laid[] {
  const all = corpus()
  const groups = new Map(all.map((post) => [post.id, keyOf(post) ?? '']))
  const chosen = all
    .filter((post) => (post.group || post.negativeOf) && inHalf(groups, post))
    .map((post, at) => ({ post, at: post.postedAt ? Date.parse(post.postedAt) : at }))
    .sort((a, b) => a.at - b.at)
  const gatherers = new Map<string, ReturnType<typeof createGatherer>>()
  return chosen.map(({ post }) => {
    const gatherable = lay(post)
    const stream = `${post.writer} ${post.government ?? ''}`
    const gather = gatherers.get(stream) ?? createGatherer()
    gatherers.set(stream, gather)
    return { post, gatherable, id: `${stream} ${gather(gatherable)}` }
  })
}

interface Pair {
  left: Laid
  right: Laid
}

/** Wilson's interval, 95 %. */
function wilson(hits: number, n: number): string {
  if (n === 0) return 'n=0'
  const z = 1.96
  const p = hits / n
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const reach = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  const bounds = `${Math.max(0, middle - reach).toFixed(3)}–${Math.min(1, middle + reach).toFixed(3)}`
  return `${p.toFixed(3)} (${bounds}, n=${n})`
}

function pairsOf(laid: Laid[], where: (pair: Pair) => boolean): Pair[] {
  const pairs: Pair[] = []
  laid.forEach((right, at) => {
    for (const left of laid.slice(0, at)) if (where({ left, right })) pairs.push({ left, right })
  })
  return pairs
}

function tell({ left, right }: Pair): void {
  const { because, points } = sameProblem(right.gatherable, left.gatherable)
  say(`  ${points.toFixed(2)} ${because}`)
  for (const { post, gatherable } of [left, right])
    say(`    ${post.id} [${gatherable.kind} ${gatherable.category}] ${post.text.slice(0, 140)}`)
}

const laid = gathered()
const sameGroup = ({ left, right }: Pair) =>
  keyOf(left.post) !== null && keyOf(left.post) === keyOf(right.post)
const sameCase = ({ left, right }: Pair) => left.id === right.id
const joined = pairsOf(laid, sameCase)
const right = joined.filter(sameGroup)
const wanted = pairsOf(laid, sameGroup)
const wrong = joined.filter((pair) => !sameGroup(pair))

const caseOf = new Map(laid.map(({ post, id }) => [post.id, id]))
const groupOf = new Map(laid.map(({ post }) => [post.id, keyOf(post)]))
const negatives = laid.filter(({ post }) => post.negativeOf && caseOf.has(post.negativeOf))
const merged = negatives.filter(({ post, id }) => {
  const group = groupOf.get(`${post.negativeOf}`)
  const original = laid.filter(
    (other) => other.post.id === post.negativeOf || (group && keyOf(other.post) === group),
  )
  return original.some((other) => other.id === id && other.post.id !== post.id)
})

say(`mode ${mode}, ${laid.length} posts${values.half ? `, half ${values.half}` : ''}`)
say(`precision ${wilson(right.length, joined.length)}`)
say(`recall    ${wilson(right.length, wanted.length)}`)
say(`hard negatives merged ${wilson(merged.length, negatives.length)}`)
say('hard negatives that were merged:')
for (const negative of merged.slice(0, shown)) {
  const original = laid.find(({ post }) => post.id === negative.post.negativeOf)
  if (original) tell({ left: original, right: negative })
}
say('worst wrong merges:')
for (const pair of wrong.slice(0, shown)) tell(pair)
say('missed:')
for (const pair of wanted.filter((pair) => !sameCase(pair)).slice(0, shown)) tell(pair)
if (values.json) {
  const precision = [right.length, joined.length]
  const recall = [right.length, wanted.length]
  say(JSON.stringify({ precision, recall, merged: [merged.length, negatives.length] }))
}
