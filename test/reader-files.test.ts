import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readCorpus } from '../src/reader-files.ts'
import { postFolder } from './support/post-files.ts'

const folder = postFolder()
afterAll(() => folder.remove())

it('a post of the corpus stays one, whatever separators of lines stand inside it', async () => {
  const texts = ['jalan\u2028rusak', 'lampu\u2029mati', 'air\r\nkeruh', 'sampah\u0085menumpuk']
  mkdirSync(join(folder.path, 'rina'))
  const lines = texts.map((text) => JSON.stringify({ text }).replace(':', ':\r'))
  folder.write('rina/jalan.jsonl', `${lines.join('\r\n')}\n\n`)
  const posts = await readCorpus(folder.path)
  expect(posts).toEqual(texts.map((text) => ({ text, writer: 'rina' })))
})
