/** Forty posts that are hard on purpose, each with the reading that an officer would give it. */
import type { Kind, Reading, Urgency } from '../../src/core/reading.ts'
import type { Reader } from '../../src/language/reader.ts'
import type { Bench } from './bench.ts'
import { isPlaceFound } from './figures/places.ts'
import { readLines } from './json-lines.ts'
import type { Sheet } from './sheet.ts'

interface HardCase {
  tenant: string
  text: string
  expect: { kind: Kind; category: string; owner: string | null; urgency: Urgency; flags: string[] }
}

/** Each column by its name: is it right? */
const CHECKS: Record<string, (reading: Reading, expect: HardCase['expect']) => boolean> = {
  category: (reading, { category }) => reading.category === category,
  kind: (reading, { kind }) => reading.kind === kind,
  owner: (reading, { owner }) => reading.agency === (owner?.replace('eksternal:', '') ?? null),
  urgency: (reading, { urgency }) => reading.urgency === urgency,
  'P1 flag': (reading, { urgency }) => (reading.urgency === 'P1') === (urgency === 'P1'),
  'confidentiality flag': (reading, { flags }) =>
    reading.confidential === flags.includes('rahasia'),
}

/** The given cases say nothing of places: what an officer would name, by the text of the case. */
const PLACES = 'test/support/hard-places.jsonl'

interface PlaceLabel {
  text: string
  place: string | null
}

export async function measureHard(bench: Bench): Promise<void> {
  const { sheet, options, ground } = bench
  sheet.section('hard cases')
  const cases = await readLines<HardCase>(options.hard)
  const model = await bench.model()
  const readers = new Map<string, Reader>()
  const read = cases.map((hard, at) => {
    const reader = readers.get(hard.tenant) ?? ground.readerOf(model, hard.tenant)
    readers.set(hard.tenant, reader)
    return { hard, at, reading: reader.read({ id: `hard-${at + 1}`, text: hard.text }) }
  })
  for (const [name, isRight] of Object.entries(CHECKS)) {
    const right = read.filter(({ hard, reading }) => isRight(reading, hard.expect))
    sheet.share(name, right.length, cases.length)
  }
  tellPlaces(sheet, read, await readLines<PlaceLabel>(PLACES))
  for (const { hard, at, reading } of read) {
    const wrong = Object.keys(CHECKS).filter((name) => !CHECKS[name]?.(reading, hard.expect))
    if (wrong.length > 0) tell(bench, { hard, at, reading, wrong })
  }
}

interface Read {
  hard: HardCase
  reading: Reading
}

function tellPlaces(sheet: Sheet, read: Read[], labels: PlaceLabel[]): void {
  const labelOf = new Map(labels.map((label) => [label.text, label]))
  const pairs = read.flatMap(({ hard, reading }) => {
    const label = labelOf.get(hard.text)
    return label ? [{ label, reading }] : []
  })
  const named = pairs.filter(({ label }) => label.place !== null)
  const found = named.filter(({ label, reading }) => isPlaceFound(label, reading))
  const bare = pairs.filter(({ label }) => label.place === null)
  const none = bare.filter(({ reading }) => reading.place === null)
  sheet.share('place, where one is named', found.length, named.length)
  sheet.share('no place, where none is named', none.length, bare.length)
}

interface Miss {
  hard: HardCase
  at: number
  reading: Reading
  wrong: string[]
}

function tell({ sheet, options }: Bench, { hard, at, reading, wrong }: Miss): void {
  const { kind, category, owner, urgency } = hard.expect
  sheet.line(`line ${at + 1}: ${wrong.join(', ')}`)
  if (options.show) sheet.line(`   ${hard.text}`)
  sheet.line(`   want ${kind} ${category} ${owner} ${urgency}`)
  const got = `${reading.kind} ${reading.category} ${reading.agency} ${reading.urgency}`
  sheet.line(`   got  ${got}, confidence ${reading.confidence}`)
  if (options.show) {
    sheet.line(`        ${reading.alternatives.join(' ')}, place ${reading.place?.name ?? 'none'}`)
    sheet.line(`        ${reading.because.join(' | ')}`)
  }
}
