import { beforeAll, expect, test } from 'vitest'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import type { Configuration, ExamplePost } from '../../src/core/configuration.ts'
import type { Reading } from '../../src/core/reading.ts'
import { createReader, type Reader } from '../../src/language/reader.ts'
import { loadReaderFiles, readerFolder } from '../../src/reader-files.ts'
import { loadSettings } from '../../src/settings.ts'

/** Measured 0.91: some examples stand between two categories, and some are half a sentence. */
const CATEGORY_FLOOR = 0.88

let configuration: Configuration
let readerOf: (government: string | null) => Reader

beforeAll(async () => {
  const { configDir, checkout } = loadSettings()
  const loaded = await loadConfiguration(configDir)
  expect(loaded.faults).toEqual([])
  configuration = loaded.configuration
  const files = await loadReaderFiles(readerFolder(checkout))
  if (files.kind === 'missing') throw new Error(files.sentence)
  const { gazetteer, model } = files
  readerOf = (government) => createReader({ configuration, government, gazetteer, model })
})

/** What the YAML says and the reader does not, in words; null where they agree. */
const difference = (example: ExamplePost, reading: Reading): string | null => {
  const names = ['kind', 'category', 'agency'] as const
  const wrong = names.filter(
    (name) => example[name] !== undefined && example[name] !== reading[name],
  )
  if (wrong.length === 0) return null
  const words = wrong.map((name) => `${name}: ${example[name]}, read as ${reading[name]}`)
  return `"${example.text}" → ${words.join('; ')}`
}

test('every example of every shipped government lands exactly where its file says', () => {
  const read = configuration.governments.flatMap(({ id, examples }) => {
    expect(examples.length, `${id} has no examples`).toBeGreaterThan(0)
    const reader = readerOf(id)
    return examples.map((example) => ({
      id,
      wrong: difference(example, reader.read({ id: 'contoh', text: example.text })),
    }))
  })
  const wrong = read.filter((each) => each.wrong !== null)
  expect(wrong.map((each) => `${each.id}: ${each.wrong}`)).toEqual([])
})

test('the examples of the taxonomy are read as their category', () => {
  const reader = readerOf(null)
  const read = configuration.taxonomy.categories.flatMap(({ id, examples }) =>
    examples.map((text) => ({ id, text, as: reader.read({ id: 'contoh', text }).category })),
  )
  expect(read.length).toBeGreaterThan(150)
  const wrong = read.filter(({ id, as }) => id !== as)
  const list = wrong.map(({ id, text, as }) => `${id} read as ${as}: ${text}`).join('\n')
  expect(1 - wrong.length / read.length, list).toBeGreaterThanOrEqual(CATEGORY_FLOOR)
})
