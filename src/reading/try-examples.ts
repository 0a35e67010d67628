/** The example posts of a configuration are tests: which of them land elsewhere. */
import type { Configuration, ExamplePost } from '../core/configuration.ts'
import type { Reading } from '../core/reading.ts'
import type { Model } from '../language/model.ts'
import { createReader } from '../language/reader.ts'

export interface Stray {
  /** Government, or null for an example of the taxonomy. */
  government: string | null
  text: string
  wrong: { what: 'kind' | 'category' | 'agency'; said: string | null; read: string | null }[]
}

export interface ExamplesTried {
  /** Of the governments, and of the taxonomy. */
  tried: { governments: number; taxonomy: number }
  strays: Stray[]
}

export const tryExamples = (
  configuration: Configuration,
  files: { gazetteer: string; model: Model },
): ExamplesTried => {
  const { governments, taxonomy } = configuration
  const ofTaxonomy = taxonomy.categories.flatMap(({ id, examples }) =>
    examples.map((text) => ({ text, category: id })),
  )
  const examined = [
    ...governments.map(({ id, examples }) => ({ government: id, examples })),
    { government: null, examples: ofTaxonomy },
  ]
  return {
    tried: {
      governments: governments.reduce((n, { examples }) => n + examples.length, 0),
      taxonomy: ofTaxonomy.length,
    },
    strays: examined.flatMap(({ government, examples }) => {
      const { read } = createReader({ configuration, government, ...files })
      return examples.flatMap((each) =>
        strayOf(government, each, read({ id: '', text: each.text })),
      )
    }),
  }
}

const PARTS = ['kind', 'category', 'agency'] as const

const strayOf = (government: string | null, example: ExamplePost, reading: Reading): Stray[] => {
  const wrong = PARTS.flatMap((what) => {
    const said = example[what]
    return said === undefined || said === reading[what] ? [] : [{ what, said, read: reading[what] }]
  })
  return wrong.length > 0 ? [{ government, text: example.text, wrong }] : []
}
