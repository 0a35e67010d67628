import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import type { PostReader, PostToRead } from '../../src/ports/reading.ts'
import { readerFolder } from '../../src/reader-files.ts'
import { createPostReader } from '../../src/reading/post-reader.ts'
import { loadSettings } from '../../src/settings.ts'

let reader: PostReader
const silenced: string[] = []
beforeAll(async () => {
  const settings = loadSettings()
  const { configuration } = await loadConfiguration(settings.configDir)
  reader = createPostReader({
    current: async () => configuration,
    models: { state: async () => ({ turn: 0, version: 0, silenced }), bytes: async () => null },
    readerFolder: readerFolder(settings.checkout),
  })
}, 60_000)
afterAll(() => reader.close())

const post: PostToRead = {
  id: 'x',
  governmentId: 'pemprov-bengkulu',
  platform: 'lapor',
  text: 'Jalan rusak parah di Kelurahan Sawah Lebar',
  authorId: null,
  authorHandle: null,
  url: null,
  context: null,
  postedAt: null,
  receivedAt: new Date('2026-03-02T03:00:00Z'),
  sample: false,
  history: false,
}
const whys = async () => (await reader.explain(post))?.words.map(({ why }) => why) ?? []

test('the thread that reads a post says why, in the words of its government', async () => {
  expect(await whys()).toContain('frasa: jalan rusak')
}, 60_000)

test('a rule that the government has silenced since then is no reason any more', async () => {
  silenced.push('jalan.rusak: jalan rusak')
  expect(await whys()).not.toContain('frasa: jalan rusak')
}, 60_000)
