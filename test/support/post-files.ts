import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCorpus } from '../../src/reader-files.ts'
import { loadSettings } from '../../src/settings.ts'

export interface FiledPost {
  id: string
  text: string
  author: string
  platform: string
}

/** Posts of the shipped corpus from all its corners, each by somebody else. */
export const corpusPosts = async (count: number): Promise<FiledPost[]> => {
  const all = await readCorpus(join(loadSettings().configDir, 'corpus'))
  const step = Math.floor(all.length / count)
  return all
    .filter((_post, at) => at % step === 0)
    .slice(0, count)
    .map(({ text }, at) => ({ id: `berkas-${at}`, text, author: `warga-${at}`, platform: 'x' }))
}

/** A folder of its own for files that an office hands over; gone with `remove`. */
export const postFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-files-'))
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  return {
    path: folder,
    write,
    writeJsonl: (name: string, posts: object[]): string =>
      write(name, posts.map((post) => `${JSON.stringify(post)}\n`).join('')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
