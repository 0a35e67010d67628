/**
 * Writer against writer: trains on all writers but one and measures on that one.
 * `npx tsx test/bench/held-out.ts [CORPUS FOLDER] [--show]`
 */
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import type { Reading } from '../../src/core/reading.ts'
import { buildCalibratedModel } from '../../src/language/build-model.ts'
import { encodeGazetteer, openGazetteer } from '../../src/language/gazetteer.ts'
import { createAnalyser } from '../../src/language/post-analysis.ts'
import { createReader } from '../../src/language/reader.ts'
import { type CorpusPost, readAreaRows, readCorpus, readRootWords } from '../../src/reader-files.ts'
import { loadSettings } from '../../src/settings.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const show = process.argv.includes('--show')
const folder = process.argv[2]?.startsWith('--') ? undefined : process.argv[2]
const { configDir } = loadSettings()
const { configuration } = await loadConfiguration(configDir)
const { taxonomy, lexicon } = configuration
const posts = await readCorpus(folder ?? `${configDir}/corpus`)
const roots = await readRootWords()
const gazetteer = encodeGazetteer(await readAreaRows(), (word) => roots.has(word))
const analyse = createAnalyser({
  taxonomy,
  lexicon,
  gazetteer: openGazetteer(gazetteer, null),
  government: null,
})

interface Answer {
  post: CorpusPost & { urgency?: string; authority?: string; language?: string }
  reading: Reading
}

const writers = [...new Set(posts.map(({ writer }) => writer))]
const answers: Answer[] = []
for (const writer of writers) {
  const others = posts.filter((post) => post.writer !== writer)
  const model = buildCalibratedModel({ posts: others, taxonomy, analyse })
  const reader = createReader({ configuration, government: null, gazetteer, model })
  for (const post of posts) {
    if (post.writer === writer) answers.push({ post, reading: reader.read(post) })
  }
}
report()

function report(): void {
  const service = answers.filter(({ post }) => post.kind !== 'irrelevant')
  const noise = answers.filter(({ post }) => post.kind === 'irrelevant')
  rate(
    'category (service posts)',
    service,
    ({ post, reading }) => reading.category === post.category,
  )
  rate('within three', service, ({ post, reading }) => reading.alternatives.includes(post.category))
  rate('kind', answers, ({ post, reading }) => reading.kind === post.kind)
  rate('urgency', service, ({ post, reading }) => reading.urgency === post.urgency)
  rate('authority', service, ({ post, reading }) => reading.authority === post.authority)
  const actionable = service.filter(({ post }) => post.kind !== 'praise')
  rate('gate: service let through', actionable, ({ reading }) => reading.kind !== 'irrelevant')
  rate('gate: noise kept out', noise, ({ reading }) => reading.kind === 'irrelevant')
  const p1 = answers.filter(({ post }) => post.kind === 'emergency')
  rate('emergencies read as P1', p1, ({ reading }) => reading.urgency === 'P1')
  rate('emergencies read as P1 or P2', p1, ({ reading }) => /P[12]/.test(reading.urgency))
  const said = answers.filter(({ reading }) => reading.urgency === 'P1')
  rate('P1 precision', said, ({ post }) => post.kind === 'emergency')
  const secret = answers.filter(({ post }) => isSecret(post))
  rate('confidential', secret, ({ reading }) => reading.confidential)
  rate(
    'not confidential',
    answers.filter(({ post }) => !isSecret(post)),
    ({ reading }) => !reading.confidential,
  )
  const placed = answers.filter(({ post }) => post.place)
  rate('place hit', placed, ({ post, reading }) => sameName(post.place ?? '', reading.place?.name))
  const bare = answers.filter(({ post }) => !post.place)
  rate('place not invented', bare, ({ reading }) => reading.place === null)
  calibration(service)
  const half = [...service].sort((a, b) => b.reading.confidence - a.reading.confidence)
  rate(
    'surest half',
    half.slice(0, half.length / 2),
    ({ post, reading }) => reading.category === post.category,
  )
  if (show) showErrors()
}

function isSecret({ kind, category }: CorpusPost): boolean {
  if (kind === 'irrelevant' || kind === 'praise') return false
  const complains = kind !== 'question' && kind !== 'suggestion'
  return /^gov\.(pungli|korupsi)$|kekerasan/.test(category) && complains
}

function rate(name: string, list: Answer[], right: (answer: Answer) => boolean): void {
  const hits = list.filter(right).length
  const wrong = list.filter((answer) => !right(answer))
  say(`${name}: ${(hits / list.length).toFixed(3)} (n=${list.length})`)
  if (!show || !/emerg|P1|confid|gate|place/.test(name)) return
  for (const { post, reading } of wrong.slice(0, 40)) {
    say(
      `    [${post.kind} ${post.category} ${post.place}] ${post.text.slice(0, 170).replaceAll('\n', ' ')}`,
    )
    say(
      `      → ${reading.kind} ${reading.category} ${reading.urgency} ${reading.place?.name} | ${reading.because[0]}`,
    )
  }
}

function sameName(wanted: string, got: string | undefined): boolean {
  const key = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (!got) return false
  const [a, b] = [key(wanted), key(got)]
  return a.includes(b) || b.includes(a)
}

function calibration(list: Answer[]): void {
  let error = 0
  for (let bin = 0; bin < 10; bin++) {
    const inside = list.filter(
      ({ reading }) => Math.min(9, Math.floor(reading.confidence * 10)) === bin,
    )
    if (inside.length === 0) continue
    const mean = inside.reduce((sum, { reading }) => sum + reading.confidence, 0) / inside.length
    const right = inside.filter(({ post, reading }) => reading.category === post.category).length
    error += (inside.length / list.length) * Math.abs(mean - right / inside.length)
    say(
      `    ${bin / 10}: n=${inside.length} said ${mean.toFixed(2)} was ${(right / inside.length).toFixed(2)}`,
    )
  }
  say(`expected calibration error: ${error.toFixed(3)}`)
}

function showErrors(): void {
  const confusion = new Map<string, string[]>()
  for (const { post, reading } of answers) {
    if (reading.category === post.category || post.kind === 'irrelevant') continue
    const key = `${post.category} → ${reading.category}`
    confusion.set(key, [
      ...(confusion.get(key) ?? []),
      post.text.slice(0, 110).replaceAll('\n', ' '),
    ])
  }
  for (const [key, texts] of [...confusion]
    .sort((a, b) => b[1].length - a[1].length)
    .slice(0, 40)) {
    say(`${texts.length} ${key}\n      ${texts.slice(0, 2).join('\n      ')}`)
  }
  const kinds = new Map<string, number>()
  for (const { post, reading } of answers) {
    if (post.kind === reading.kind) continue
    const key = `${post.kind} → ${reading.kind}`
    kinds.set(key, (kinds.get(key) ?? 0) + 1)
  }
  for (const [key, count] of [...kinds].sort((a, b) => b[1] - a[1])) say(`${count} ${key}`)
}
