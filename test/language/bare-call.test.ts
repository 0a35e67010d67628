import { beforeAll, describe, expect, it } from 'vitest'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import type { Reading } from '../../src/core/reading.ts'
import { encodeGazetteer } from '../../src/language/gazetteer.ts'
import { createReader, type Reader } from '../../src/language/reader.ts'
import { loadReaderFiles, readerFolder } from '../../src/reader-files.ts'
import { loadSettings } from '../../src/settings.ts'

let reader: Reader

beforeAll(async () => {
  const settings = loadSettings()
  const { configuration } = await loadConfiguration(settings.configDir)
  const files = await loadReaderFiles(readerFolder(settings.checkout))
  if (files.kind === 'missing') throw new Error(files.sentence)
  const gazetteer = encodeGazetteer([], () => false)
  const government = 'pemprov-bengkulu'
  reader = createReader({ configuration, government, gazetteer, model: files.model })
}, 60_000)

const read = (text: string, parentText?: string): Reading =>
  reader.read({ id: 'x', text, ...(parentText && { context: { parentText } }) })

describe('who only calls', () => {
  it.each(['tolong', 'tolong pak', 'toloooong', 'help', 'tolong min', 'min @contoh_pemprov'])(
    '"%s" raises no alarm and goes to nobody',
    (text) => {
      expect(read(text)).toMatchObject({ kind: 'irrelevant', agency: null, confidential: false })
    },
  )

  it('under a post about a service speaks of that service, and is no emergency', () => {
    const called = read('tolong!', 'Bayar pajak kendaraan sekarang bebas denda di Samsat')
    expect(called).toMatchObject({ kind: 'complaint', category: 'gov.pajak_daerah' })
  })

  it('and says what is on fire is heard', () => {
    expect(read('tolong kebakaran')).toMatchObject({ kind: 'emergency', urgency: 'P1' })
  })
})
