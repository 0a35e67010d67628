import { beforeAll, describe, expect, it } from 'vitest'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import type { Configuration } from '../../src/core/configuration.ts'
import { loadReaderFiles, readerFolder } from '../../src/reader-files.ts'
import { type Stray, tryExamples } from '../../src/reading/try-examples.ts'
import { loadSettings } from '../../src/settings.ts'
import { KNOWN_STRAYS } from './known-strays.ts'

let configuration: Configuration
let strays: Stray[]

/** Read with the model that `npm ci` built, as `tanggap config check --strict` does. */
beforeAll(async () => {
  const settings = loadSettings()
  configuration = (await loadConfiguration(settings.configDir)).configuration
  const files = await loadReaderFiles(readerFolder(settings.checkout))
  if (files.kind === 'missing') throw new Error(files.sentence)
  strays = tryExamples(configuration, files).strays
}, 60_000)

const known = new Set(KNOWN_STRAYS.map(({ text }) => text))

describe('the example posts that are shipped', () => {
  it('land where they say, but for those of which somebody wrote down why not', () => {
    expect(strays.filter(({ text }) => !known.has(text))).toEqual([])
  })

  it('are still there, where one of them is written down', () => {
    const { taxonomy, governments } = configuration
    const examples = new Set([
      ...taxonomy.categories.flatMap((category) => category.examples),
      ...governments.flatMap((government) => government.examples.map(({ text }) => text)),
    ])
    expect([...known].filter((text) => !examples.has(text))).toEqual([])
  })
})
