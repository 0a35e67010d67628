import { beforeAll, describe, expect, it } from 'vitest'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import { createReader, type Reader } from '../../src/language/reader.ts'
import { loadReaderFiles, readerFolder } from '../../src/reader-files.ts'
import { loadSettings } from '../../src/settings.ts'

let reader: Reader

/** Reads with the model that `npm ci` built. */
beforeAll(async () => {
  const settings = loadSettings()
  const { configuration } = await loadConfiguration(settings.configDir)
  const files = await loadReaderFiles(readerFolder(settings.checkout))
  if (files.kind === 'missing') throw new Error(files.sentence)
  const { gazetteer, model } = files
  reader = createReader({ configuration, government: null, gazetteer, model })
}, 60_000)

const kindOf = (text: string) => reader.read({ id: 'x', text }).kind

describe('a list of defects', () => {
  it.each(['Kampung baru: listrik sering mati\nair bersih susah\nsinyal hilang\njalan rusak'])(
    'of several services is no noise: %j',
    (text) => {
      expect(kindOf(text)).toBe('complaint')
    },
  )

  it.each([
    'Promo hari ini: 1. jasa sedot wc 2. perbaikan atap bocor 3. instalasi listrik',
    'Program unggulan kami: 1. jalan mulus 2. air bersih untuk semua 3. puskesmas 24 jam',
    'rumah bocor, motor mogok, dompet hilang, lengkap sudah hari ini',
    'game lag, sinyal ilang, hp panas',
  ])('of a seller, a campaign or bad luck stays out: %j', (text) => {
    expect(kindOf(text)).toBe('irrelevant')
  })
})
