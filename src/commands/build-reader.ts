/** `tanggap build-reader`: trains the model and packs the gazetteer; part of `npm run build`. */
import { loadConfiguration } from '../configuration/load-configuration.ts'
import { buildCalibratedModel } from '../language/build-model.ts'
import { encodeGazetteer, openGazetteer } from '../language/gazetteer.ts'
import { encodeModel } from '../language/model-file.ts'
import { createAnalyser } from '../language/post-analysis.ts'
import { wordUseOf } from '../language/word-use.ts'
import {
  readAreaRows,
  readCorpus,
  readerFolder,
  readRootWords,
  saveReader,
} from '../reader-files.ts'
import { loadSettings } from '../settings.ts'
import type { Command } from './command.ts'

export const buildReader: Command = async () => {
  const started = performance.now()
  const settings = loadSettings()
  const folder = settings.configDir
  const { configuration } = await loadConfiguration(folder)
  const [rows, roots, posts] = await Promise.all([
    readAreaRows(),
    readRootWords(),
    readCorpus(`${folder}/corpus`),
  ])
  const gazetteer = encodeGazetteer(rows, (word) => roots.has(word), wordUseOf(posts))
  const analyse = createAnalyser({
    taxonomy: configuration.taxonomy,
    lexicon: configuration.lexicon,
    gazetteer: openGazetteer(gazetteer, null),
    government: null,
  })
  const model = buildCalibratedModel({ posts, taxonomy: configuration.taxonomy, analyse })
  const bytes = encodeModel(model)
  await saveReader(readerFolder(settings.checkout), bytes, gazetteer)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stderr.write(
    `Model bacaan: ${posts.length} kiriman, ${model.about.features} ciri, ` +
      `${(bytes.length / 1e6).toFixed(1)} MB, ${seconds} detik\n`,
  )
  return 0
}
