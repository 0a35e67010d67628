/** How fast the reader reads, trains and loads, and how large it is. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildCalibratedModel } from '../../src/language/build-model.ts'
import { decodeModel, encodeModel } from '../../src/language/model-file.ts'
import { createReader, type Reader } from '../../src/language/reader.ts'
import type { Bench } from './bench.ts'
import type { Ground } from './ground.ts'
import { shuffled } from './interval.ts'
import type { EvalPost } from './posts.ts'
import { median, memoryOf, processorTime, tellMachine } from './processor.ts'
import type { Sheet } from './sheet.ts'
import { repeatedTo } from './variations.ts'

const MANY = 10_000

export async function measureSpeed(bench: Bench): Promise<void> {
  const { sheet } = bench
  sheet.section('speed and size')
  tellMachine(sheet)
  const posts = await bench.posts()
  const bytes = await tellTraining(bench, 'the corpus', posts)
  const governments = new Set(posts.flatMap(({ government }) => government ?? []))
  sheet.line('bounds of times are the fastest and the slowest of five rounds')
  for (const where of [null, ...governments]) tellReading(bench, bytes, posts, where)
  sheet.line('10,000 posts: the corpus again and again, each time with other words left out')
  await tellTraining(bench, '10,000 posts', repeatedTo(posts, MANY))
}

async function tellTraining(bench: Bench, name: string, posts: EvalPost[]): Promise<Uint8Array> {
  const { sheet, ground, progress } = bench
  progress(`timing the training on ${posts.length} posts, with measured confidence`)
  const { taxonomy } = ground.configuration
  const { analyse } = ground
  const { seconds, made } = processorTime(() => buildCalibratedModel({ posts, taxonomy, analyse }))
  const bytes = encodeModel(made)
  sheet.heading(`training on ${name}`)
  sheet.figure({ name: 'processor time', value: seconds, unit: 's', n: posts.length })
  sheet.figure({ name: 'model file', value: bytes.length / 1e6, unit: 'MB' })
  await tellLoading(sheet, bytes)
  return bytes
}

async function tellLoading(sheet: Sheet, bytes: Uint8Array): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tanggap-eval-'))
  const path = join(folder, 'model.bin')
  await writeFile(path, bytes)
  const times: number[] = []
  for (let round = 0; round < 7; round++) {
    const started = performance.now()
    decodeModel(await readFile(path))
    times.push(performance.now() - started)
  }
  await rm(folder, { recursive: true })
  sheet.figure({ name: 'loading the model file', value: median(times), unit: 'ms' })
}

const ROUNDS = 5
/** Readings until the processor has compiled what it will. */
const WARM = 5_000

/** Half of the posts warm the reader up; of the others each is read once, so no text comes twice. */
function tellReading({ sheet, ground }: Bench, bytes: Uint8Array, posts: EvalPost[], where: Where) {
  const { megabytes, made } = memoryOf(() => {
    const started = performance.now()
    const reader = opened(ground, bytes.slice(), where)
    return { reader, opening: performance.now() - started }
  })
  const { reader, opening } = made
  const all = shuffled(posts, 3)
  const half = Math.floor(all.length / 2)
  const others = all.slice(0, half)
  for (let at = 0; at < WARM; at++) reader.read(others[at % half] as EvalPost)
  const size = Math.floor((all.length - half) / ROUNDS)
  const times = Array.from({ length: ROUNDS }, (_, round) => {
    const part = all.slice(half + round * size, half + (round + 1) * size)
    const { seconds } = processorTime(() => part.map((post) => reader.read(post)))
    return (seconds / part.length) * 1e6
  })
  sheet.heading(where ? `reading for ${where}` : 'reading nationwide')
  const bounds = { low: Math.min(...times), high: Math.max(...times) }
  const n = size * ROUNDS
  sheet.figure({ name: 'processor time a post', value: median(times), ...bounds, n, unit: 'µs' })
  sheet.figure({ name: 'posts per second and core', value: Math.round(1e6 / median(times)) })
  sheet.figure({ name: 'opening the reader: names, rules, model', value: opening, unit: 'ms' })
  sheet.figure({ name: 'memory held', value: megabytes, unit: 'MB' })
}

type Where = string | null

function opened(ground: Ground, bytes: Uint8Array, government: Where): Reader {
  const decoded = decodeModel(bytes)
  if (decoded.kind === 'broken') throw new Error(decoded.reason)
  const { configuration, gazetteer } = ground
  return createReader({ configuration, government, gazetteer, model: decoded.model })
}
