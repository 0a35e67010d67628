/** The reader as it is shipped: configuration, gazetteer and model that `npm ci` built. */
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import type { Configuration } from '../../src/core/configuration.ts'
import { encodeGazetteer, openGazetteer } from '../../src/language/gazetteer.ts'
import { type Analyser, createAnalyser } from '../../src/language/post-analysis.ts'
import { createReader, type Reader } from '../../src/language/reader.ts'
import { loadReaderFiles, readerFolder } from '../../src/reader-files.ts'
import { loadSettings } from '../../src/settings.ts'

export const shippedConfiguration = async (): Promise<Configuration> =>
  (await loadConfiguration(loadSettings().configDir)).configuration

/** No area at all: nothing is taken for a place but what its cue says. */
export const NOWHERE = encodeGazetteer([], () => false)

export async function shippedFiles() {
  const files = await loadReaderFiles(readerFolder(loadSettings().checkout))
  if (files.kind === 'missing') throw new Error(files.sentence)
  return files
}

/** @param government slug, or null for the whole country */
export async function shippedReader(
  government: string | null,
  changes: { gazetteer?: string } = {},
): Promise<Reader> {
  const [configuration, { gazetteer, model }] = await Promise.all([
    shippedConfiguration(),
    shippedFiles(),
  ])
  return createReader({ configuration, government, gazetteer, model, ...changes })
}

/** Hears words and cues, without a model and without places. */
export const bareAnalyser = ({ taxonomy, lexicon }: Configuration): Analyser =>
  createAnalyser({
    taxonomy,
    lexicon,
    gazetteer: openGazetteer(NOWHERE, null),
    government: null,
  })
