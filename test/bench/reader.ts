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

type Report = ReadablePost & { functions: string[]; affair: string }

interface Judged {
  report: Report
  reading: Reading
  first: boolean
  three: boolean
}

function lapor(path: string): void {
  const reader = readerFor(null)
  const owners = ownersOf(configuration)
  const judged = linesOf<Report>(path).map((report) => judge(report, reader.read(report), owners))
  const half = [...judged].sort((a, b) => b.reading.confidence - a.reading.confidence)
  say(
    `LAPOR! n=${judged.length}: first ${share(judged, 'first')}, within three ${share(judged, 'three')}, ` +
      `surest half ${share(half.slice(0, half.length / 2), 'first')}, ` +
      `gated out ${judged.filter(({ reading }) => reading.kind === 'irrelevant').length}`,
  )
  const confusion = new Map<string, number>()
  for (const { report, reading, first } of judged) {
    const key = `${report.affair} → ${reading.category}`
    if (!first) confusion.set(key, (confusion.get(key) ?? 0) + 1)
  }
  const worst = [...confusion].sort((a, b) => b[1] - a[1]).slice(0, 25)
  for (const [key, count] of worst) say(`  ${count} ${key}`)
}

/** Right: the function, or any owner of the category, is among those that count as right. */
function judge(report: Report, reading: Reading, owners: Map<string, string[]>): Judged {
  const covered = (id: string) => owners.get(id)?.some((code) => report.functions.includes(code))
  const first = report.functions.includes(reading.function ?? '') || !!covered(reading.category)
  return { report, reading, first, three: first || reading.alternatives.some(covered) }
}

function share(list: Judged[], place: 'first' | 'three'): string {
  return (list.filter((each) => each[place]).length / list.length).toFixed(3)
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
  // processor time: a machine that is busy elsewhere must not count against the reader
  const before = process.cpuUsage()
  for (let round = 0; round < 3; round++) for (const post of posts) reader.read(post)
  const { user, system } = process.cpuUsage(before)
  const each = (user + system) / (posts.length * 3)
  say(`${posts.length} posts, ${each.toFixed(0)} µs a post`)
}

const [what = 'hard', path = 'test/support/hard-cases.jsonl', government] = process.argv.slice(2)
if (what === 'hard') hard(path)
if (what === 'lapor') lapor(path)
if (what === 'speed') speed(path, government ?? null)
