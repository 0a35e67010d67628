import { beforeAll, describe, expect, it } from 'vitest'
import type { Configuration } from '../../src/core/configuration.ts'
import { type Stray, tryExamples } from '../../src/reading/try-examples.ts'
import { shippedConfiguration, shippedFiles } from '../support/shipped-reader.ts'
import { KNOWN_STRAYS } from './known-strays.ts'

let configuration: Configuration
let strays: Stray[]

/** Read with the model that `npm ci` built, as `tanggap config check --strict` does. */
beforeAll(async () => {
  configuration = await shippedConfiguration()
  strays = tryExamples(configuration, await shippedFiles()).strays
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
