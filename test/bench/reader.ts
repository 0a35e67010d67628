/**
 * Measures the reader: `npx tsx test/bench/reader.ts hard|lapor|speed|corpus [FILE]`.
 * LAPOR! reports are for measuring only: nothing of them is printed but numbers and ids.
 */
import { readFileSync } from 'node:fs'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import type { Configuration } from '../../src/core/configuration.ts'
import type { ReadablePost, Reading } from '../../src/core/reading.ts'
import { createReader } from '../../src/language/reader.ts'
import { loadReaderFiles, readerFolder } from '../../src/reader-files.ts'
import { loadSettings } from '../../src/settings.ts'

const settings = loadSettings()
const { configuration } = await loadConfiguration(settings.configDir)
const files = await loadReaderFiles(readerFolder(settings.checkout))
if (files.kind === 'missing') throw new Error(files.sentence)
const resources = { configuration, gazetteer: files.gazetteer, model: files.model }
const readerFor = (government: string | null) => createReader({ ...resources, government })
const say = (line: string) => process.stdout.write(`${line}\n`)

interface HardCase {
  tenant: string
  text: string
  expect: { kind: string; category: string; owner: string | null; urgency: string; flags: string[] }
}

const linesOf = <T>(path: string) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

function hard(path: string): void {
  const readers = new Map<string, ReturnType<typeof readerFor>>()
  const right = { category: 0, kind: 0, owner: 0, urgency: 0, p1: 0, confidential: 0 }
  const cases = linesOf<HardCase>(path)
  for (const { tenant, text, expect } of cases) {
    if (!readers.has(tenant)) readers.set(tenant, readerFor(tenant))
    const reading = readers.get(tenant)?.read({ id: 'x', text }) as Reading
    const owner = expect.owner?.replace('eksternal:', '') ?? null
    const checks = {
      category: reading.category === expect.category,
      kind: reading.kind === expect.kind,
      owner: reading.agency === owner,
      urgency: reading.urgency === expect.urgency,
      p1: (reading.urgency === 'P1') === (expect.urgency === 'P1'),
      confidential: reading.confidential === expect.flags.includes('rahasia'),
    }
    const wrong: string[] = []
    for (const [name, ok] of Object.entries(checks)) {
      if (ok) right[name as keyof typeof right]++
      else wrong.push(name)
    }
    if (wrong.length > 0) {
      say(`${wrong.join(',')}: ${text}`)
      say(`   want ${expect.kind} ${expect.category} ${owner} ${expect.urgency}`)
      say(
        `   got  ${reading.kind} ${reading.category} ${reading.agency} ${reading.urgency} ${reading.confidence} ${reading.place?.name}`,
      )
      say(`        ${reading.because.join(' | ')} alt ${reading.alternatives.join(' ')}`)
    }
  }
  say(`${cases.length} hard cases: ${JSON.stringify(right)}`)
}

function lapor(path: string): void {
  const reader = readerFor(null)
  const posts = linesOf<ReadablePost & { functions: string[]; affair: string }>(path)
  const owners = ownersOf(configuration)
  const confusion = new Map<string, number>()
  const sure: { confidence: number; ok: boolean }[] = []
  let first = 0
  let three = 0
  let gated = 0
  for (const post of posts) {
    const reading = reader.read(post)
    const covered = (id: string) => owners.get(id)?.some((code) => post.functions.includes(code))
    const ok = post.functions.includes(reading.function ?? '') || covered(reading.category) === true
    if (ok) first++
    if (ok || reading.alternatives.some(covered)) three++
    if (reading.kind === 'irrelevant') gated++
    if (!ok) {
      const key = `${post.affair} → ${reading.category}`
      confusion.set(key, (confusion.get(key) ?? 0) + 1)
    }
    sure.push({ confidence: reading.confidence, ok })
  }
  sure.sort((a, b) => b.confidence - a.confidence)
  const half = sure.slice(0, Math.floor(sure.length / 2))
  const share = (count: number, of: number) => (count / of).toFixed(3)
  say(
    `LAPOR! n=${posts.length}: first ${share(first, posts.length)}, within three ${share(three, posts.length)}, surest half ${share(half.filter(({ ok }) => ok).length, half.length)}, gated out ${gated}`,
  )
  for (const [key, count] of [...confusion].sort((a, b) => b[1] - a[1]).slice(0, 25))
    say(`  ${count} ${key}`)
}

function ownersOf({ taxonomy }: Configuration): Map<string, string[]> {
  return new Map(
    taxonomy.categories.map(({ id, owner }) => [
      id,
      Object.values(owner).filter((code): code is string => code !== null),
    ]),
  )
}

function speed(path: string, government: string | null): void {
  const reader = readerFor(government)
  const posts = linesOf<ReadablePost>(path)
  for (const post of posts) reader.read(post)
  const started = performance.now()
  for (let round = 0; round < 3; round++) for (const post of posts) reader.read(post)
  const each = ((performance.now() - started) * 1000) / (posts.length * 3)
  say(`${posts.length} posts, ${each.toFixed(0)} µs a post`)
}

const [what = 'hard', path = 'test/support/hard-cases.jsonl', government] = process.argv.slice(2)
if (what === 'hard') hard(path)
if (what === 'lapor') lapor(path)
if (what === 'speed') speed(path, government ?? null)
