import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Harness, NOW } from './harness.ts'

export const sample: Record<string, () => Promise<Harness>> = {
  'a folder': async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tanggap-sample-'))
    let minute = 0
    return {
      platform: null,
      settings: { folder },
      secrets: {},
      needs: ['folder'],
      tellsOfQuotes: false,
      hasCredential: false,
      publish: ({ id, text, author }) => {
        const line = { id, text, author: author ?? 'contoh', platform: 'x', minute: minute++ }
        appendFileSync(join(folder, 'posts.jsonl'), `${JSON.stringify(line)}\n`)
      },
      externalId: (id) => `sample-${id}`,
      pages: null,
      now: (poll) => new Date(NOW.getTime() + poll * 60_000),
      stop: async () => rmSync(folder, { recursive: true }),
    }
  },
}
